import { Failure } from '../../core/result.ts';
import { registerJournalKind, WayBack } from '../store/journal-kinds.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { batchRow } from './batch-record.ts';
import { QUIET, redoBatch } from './run.ts';
import type { Taken } from './taken.ts';
import { type KeptBefore, undoBatch } from './undo.ts';

const TOUCHED = ['entities', 'links', 'events', 'sources', 'batches', 'chart'];

interface Payload {
  readonly batchId: string;
  /** Only towards bringing it back, and not in entries of earlier versions. */
  readonly taken?: Taken;
  /** Only towards taking it away again: what had stayed the time before. */
  readonly keep?: KeptBefore;
}

async function takeAway(database: WritableDatabase, payload: unknown): Promise<WayBack | null> {
  const { batchId, keep } = payload as Payload;
  const { state, file_name } = batchRow(database, batchId);
  if (state === 'undone') throw new Failure('import.already-undone', { file: file_name });
  const { taken, kept } = await undoBatch(database, batchId, QUIET, keep);
  return taken === null ? null : new WayBack({ batchId, taken } satisfies Payload, kept);
}

async function bringBack(database: WritableDatabase, payload: unknown): Promise<WayBack> {
  const { batchId, taken } = payload as Payload;
  if (batchRow(database, batchId).state === 'done') throw new Failure('journal.not-done');
  const keep = keptUntilNow(database, taken);
  await redoBatch(database, batchId, taken ?? null);
  return new WayBack({ batchId, keep } satisfies Payload);
}

/** What stayed when the batch was taken away, and is still there: taken away again, it stays again. */
function keptUntilNow(database: WritableDatabase, taken: Taken | undefined): KeptBefore {
  const still = (table: 'entity' | 'link', ids: readonly string[]): string[] =>
    database
      .all<{ id: string }>(
        `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      )
      .map(({ id }) => id);
  return {
    entities: still('entity', taken?.kept.entities.map(({ id }) => id) ?? []),
    links: still('link', taken?.kept.links ?? []),
  };
}

registerJournalKind('import', { undo: takeAway, redo: bringBack, touched: TOUCHED });
registerJournalKind('import-undo', { undo: bringBack, redo: takeAway, touched: TOUCHED });
