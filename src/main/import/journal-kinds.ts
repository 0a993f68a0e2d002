import { registerJournalKind, WayBack } from '../store/journal.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { QUIET, redoBatch } from './run.ts';
import type { Taken } from './taken.ts';
import { undoBatch } from './undo.ts';

const TOUCHED = ['entities', 'links', 'events', 'sources', 'batches', 'chart'];

interface Payload {
  readonly batchId: string;
  /** Only towards bringing it back, and not in entries of earlier versions. */
  readonly taken?: Taken;
}

async function takeAway(database: WritableDatabase, payload: unknown): Promise<WayBack | null> {
  const { batchId } = payload as Payload;
  const { taken } = await undoBatch(database, batchId, QUIET);
  return taken === null ? null : new WayBack({ batchId, taken } satisfies Payload);
}

async function bringBack(database: WritableDatabase, payload: unknown): Promise<void> {
  const { batchId, taken } = payload as Payload;
  await redoBatch(database, batchId, taken ?? null);
}

registerJournalKind('import', { undo: takeAway, redo: bringBack, touched: TOUCHED });
registerJournalKind('import-undo', { undo: bringBack, redo: takeAway, touched: TOUCHED });
