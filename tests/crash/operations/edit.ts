import { ask, type CrashOperation } from '../operation.ts';
import { analysisFile } from './case.ts';

/** The first edit by hand of an analysis file: it also makes the analyst's own source. */
export const editOperation: CrashOperation = {
  name: 'edit',
  async prepare(engine) {
    return { fileId: await analysisFile(engine) };
  },
  async run(engine, _folder, { fileId = '' }) {
    await ask(engine, 'entity.create', { fileId, type: 'person', label: 'Ана Чебан', status: 'suspect' });
  },
};
