import { ask, type CrashOperation } from '../operation.ts';
import { imported } from './case.ts';

export const undoOperation: CrashOperation = {
  name: 'undo',
  prepare: (engine, folder) => imported(engine, folder),
  async run(engine, _folder, { fileId = '' }) {
    await ask(engine, 'journal.undo', { fileId });
  },
};

export const redoOperation: CrashOperation = {
  name: 'redo',
  async prepare(engine, folder) {
    const given = await imported(engine, folder);
    await ask(engine, 'journal.undo', { fileId: given.fileId });
    return given;
  },
  async run(engine, _folder, { fileId = '' }) {
    await ask(engine, 'journal.redo', { fileId });
  },
};
