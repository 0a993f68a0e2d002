import type { Input } from '../../contract/index.ts';
import { call, dataChanged, dismissJob, runJob, showPanel, useDesk } from '../workspace/index.ts';
import { useMatchWish } from './wish.ts';

/** Looks for pairs; what was found is seen by every view that shows pairs. After an import no card of it stays. */
export async function findSame(wish: Input<'matching.find'>): Promise<void> {
  const { jobId } = await call('matching.find', wish);
  await runJob(jobId);
  if (wish.batchIds !== undefined) dismissJob(jobId);
  if (useDesk.getState().fileId === wish.fileId) dataChanged();
}

/** What goes wrong is told by the card of the search itself; the imports are in. */
export async function findAfterImport(fileId: string | null, batchIds: readonly string[]): Promise<void> {
  if (fileId === null || batchIds.length === 0) return;
  await findSame({ fileId, batchIds: [...batchIds] }).catch(() => undefined);
}

/** Shows the pairs of one record, looked for anew. */
export async function findLike(entityId: string): Promise<void> {
  const { fileId } = useDesk.getState();
  if (fileId === null) return;
  useMatchWish.setState({ wish: { fileId, entityId } });
  showPanel('matching');
  await findSame({ fileId, entityId });
}
