import type { ReadableDatabase } from '../vault/database.ts';
import type { JournalRow } from './journal-step.ts';

export type Entry = Pick<JournalRow, 'seq' | 'id' | 'file_seq' | 'at' | 'actor' | 'kind' | 'label' | 'state'>;

const COLUMNS = 'seq, id, file_seq, at, actor, kind, label, state';

/** Later entries still done that rest on this one, and on those; oldest first. */
export function dependentsOf(database: ReadableDatabase, entry: Entry): Entry[] {
  const found = new Set<number>();
  const waiting = [entry.seq];
  for (let seq = waiting.pop(); seq !== undefined; seq = waiting.pop()) {
    for (const later of direct(database, entry.file_seq, seq)) {
      if (found.has(later)) continue;
      found.add(later);
      waiting.push(later);
    }
  }
  return database.all<Entry>(
    `SELECT ${COLUMNS} FROM journal WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    JSON.stringify([...found]),
  );
}

/** By what an entry did to an object: what a later one may have done to it that rests on that. */
const RESTS_ON: readonly { readonly own: string; readonly later: string }[] = [
  { own: "own.object_kind LIKE 'made:%'", later: 'substr(own.object_kind, 6)' },
  { own: "own.object_kind LIKE '%.%'", later: 'own.object_kind' },
  { own: "own.object_kind = 'chart_member'", later: 'own.object_kind' },
  {
    own: "own.object_kind NOT LIKE '%:%' AND own.object_kind NOT LIKE '%.%'",
    later: "'gone:' || own.object_kind",
  },
  { own: "own.object_kind = 'batch'", later: 'own.object_kind' },
];

const BY_OBJECT = RESTS_ON.map(
  ({ own, later }) => `SELECT later.journal_seq AS seq FROM journal_object own CROSS JOIN journal_object later
     ON later.object_kind = ${later} AND later.object_id = own.object_id AND later.journal_seq > own.journal_seq
     WHERE own.journal_seq = (SELECT seq FROM asked) AND ${own}`,
).join(' UNION ');

/** Of an import: entries on the entities and links it brought, and later imports that say something of them. */
const BY_BATCH = `
  SELECT later.journal_seq AS seq FROM journal_object own JOIN batch ON batch.id = own.object_id
    JOIN entity INDEXED BY entity_by_batch ON entity.batch_seq = batch.seq CROSS JOIN journal_object later
    ON later.object_kind = 'entity' AND later.object_id = entity.id AND later.journal_seq > own.journal_seq
    WHERE own.journal_seq = (SELECT seq FROM asked) AND own.object_kind = 'batch'
  UNION SELECT later.journal_seq FROM journal_object own JOIN batch ON batch.id = own.object_id
    JOIN link INDEXED BY link_by_batch ON link.batch_seq = batch.seq CROSS JOIN journal_object later
    ON later.object_kind = 'link' AND later.object_id = link.id AND later.journal_seq > own.journal_seq
    WHERE own.journal_seq = (SELECT seq FROM asked) AND own.object_kind = 'batch'
  UNION SELECT later.journal_seq FROM journal_object own JOIN batch ON batch.id = own.object_id
    JOIN journal_object later ON later.object_kind = 'source' AND later.journal_seq > own.journal_seq
    JOIN source ON source.id = later.object_id AND source.seq = batch.source_seq
    WHERE own.journal_seq = (SELECT seq FROM asked) AND own.object_kind = 'batch'
  UNION SELECT later.journal_seq FROM journal_object own JOIN batch ON batch.id = own.object_id
    JOIN journal_object later ON later.object_kind = 'batch' AND later.journal_seq > own.journal_seq
    JOIN batch other ON other.id = later.object_id AND other.seq <> batch.seq AND other.state = 'done'
    WHERE own.journal_seq = (SELECT seq FROM asked) AND own.object_kind = 'batch' AND EXISTS (
      SELECT 1 FROM entity CROSS JOIN assertion ON assertion.entity_seq = entity.seq AND assertion.batch_seq = other.seq
      WHERE entity.batch_seq = batch.seq)`;

function direct(database: ReadableDatabase, fileSeq: number, seq: number): number[] {
  return database
    .all<{ seq: number }>(
      `WITH asked(seq) AS (SELECT ?) SELECT seq FROM journal WHERE file_seq = ? AND state = 'done' AND seq IN (${BY_OBJECT} UNION ${BY_BATCH})`,
      seq,
      fileSeq,
    )
    .map((row) => row.seq);
}
