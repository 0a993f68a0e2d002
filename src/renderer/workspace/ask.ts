import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../contract/index.ts';
import { call } from './call.ts';
import { useDesk } from './desk.ts';

/**
 * Asks a method and keeps the answer until the file's data change: the data revision is part of the key.
 * `null` as input means "not yet": nothing is asked.
 */
export function useAsk<M extends MethodName>(method: M, input: Input<M> | null): UseQueryResult<Output<M>> {
  const revision = useDesk((desk) => desk.dataRevision);
  return useQuery({
    queryKey: [method, input, revision],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => call(method, input as Input<M>, signal),
    enabled: input !== null,
    retry: false,
    placeholderData: (before: Output<M> | undefined) => before,
  } as never) as UseQueryResult<Output<M>>;
}
