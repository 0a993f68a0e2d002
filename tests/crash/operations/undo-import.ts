import { ask, type CrashOperation, finished } from '../operation.ts';
import { imported } from './case.ts';

export const undoImportOperation: CrashOperation = {
  name: 'un-import',
  prepare: (engine, folder) => imported(engine, folder),
  async run(engine, _folder, { batchId = '' }) {
    const { jobId } = await ask(engine, 'import.undo', { batchId });
    await finished(engine, jobId);
  },
};
