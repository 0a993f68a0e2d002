import { registerJournalKind } from '../store/journal.ts';
import { QUIET, redoBatch } from './run.ts';
import { undoBatch } from './undo.ts';

const TOUCHED = ['entities', 'links', 'events', 'sources', 'batches'];

function batchIdOf(stored: unknown): string {
  const { batchId } = stored as { batchId: string };
  return batchId;
}

registerJournalKind('import', {
  undo: async (database, inverse) => {
    await undoBatch(database, batchIdOf(inverse), QUIET);
  },
  redo: (database, forward) => redoBatch(database, batchIdOf(forward)),
  touched: TOUCHED,
});

registerJournalKind('import-undo', {
  undo: (database, inverse) => redoBatch(database, batchIdOf(inverse)),
  redo: async (database, forward) => {
    await undoBatch(database, batchIdOf(forward), QUIET);
  },
  touched: TOUCHED,
});
