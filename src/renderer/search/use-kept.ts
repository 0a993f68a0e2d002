import { useQuery } from '@tanstack/react-query';
import type { Output } from '../../contract/index.ts';
import { call, useDesk } from '../workspace/index.ts';
import { useSearch } from './state.ts';

type Kept = 'search.history' | 'search.standing';

/** What is kept of searches in this file, asked anew after each change of it and of the case. */
export function useKept<M extends Kept>(method: M): Output<M> | undefined {
  const fileId = useDesk((desk) => desk.fileId);
  const revision = useDesk((desk) => desk.dataRevision);
  const round = useSearch((state) => state.round);
  const { data } = useQuery({
    queryKey: [method, fileId, revision, round],
    queryFn: () => call(method, { fileId: fileId ?? '' } as never),
    enabled: fileId !== null,
    retry: false,
    placeholderData: (before: unknown) => before,
  } as never);
  return fileId === null ? undefined : (data as Output<M> | undefined);
}

/** How many hits of standing queries nobody has looked at. */
export function useFreshHits(): number {
  const queries = useKept('search.standing')?.queries ?? [];
  return queries.reduce((sum, { fresh }) => sum + fresh, 0);
}
