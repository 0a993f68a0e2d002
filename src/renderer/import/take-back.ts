import { call, dataChanged, runJob } from '../workspace/index.ts';

/** Un-import, also long after; the journal can bring the import back. */
export async function takeBackImport(batchId: string): Promise<void> {
  const { jobId } = await call('import.undo', { batchId });
  await runJob(jobId);
  dataChanged();
}
