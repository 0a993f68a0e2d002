import { join } from 'node:path';
import type { CrashOperation } from '../operation.ts';
import { importCalls, imported, writeCalls } from './case.ts';

export const importOperation: CrashOperation = {
  name: 'import',
  async prepare(engine, folder) {
    const { fileId } = await imported(engine, folder);
    writeCalls(join(folder, 'more.csv'), 5);
    return { fileId };
  },
  async run(engine, folder, { fileId = '' }) {
    await importCalls(engine, fileId, join(folder, 'more.csv'));
  },
};
