import type { Output } from '../../contract/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { entitiesAsWritten, entitiesBySeq, type ShutterLabel } from './entities.ts';
import { lineKey } from './links.ts';

const NAMES = 3;
/** More than this no view selects usefully; the rest is counted. */
const MOST = 200;

const ASKED = 'WITH asked(seq) AS (SELECT ?)';
/** Entities an entry touched and that are still there, those on a chart it changed too. */
const ENTITIES = `SELECT entity.seq FROM journal_object o CROSS JOIN entity ON entity.id = o.object_id
    WHERE o.journal_seq = (SELECT seq FROM asked) AND o.object_kind = 'entity'
  UNION SELECT entity.seq FROM journal_object o CROSS JOIN entity ON entity.id = json_extract(o.object_id, '$[1]')
    WHERE o.journal_seq = (SELECT seq FROM asked) AND o.object_kind = 'chart_member'`;
const BROUGHT = `SELECT entity.seq FROM journal_object o JOIN batch ON batch.id = o.object_id
    CROSS JOIN entity INDEXED BY entity_by_batch ON entity.batch_seq = batch.seq
    WHERE o.journal_seq = (SELECT seq FROM asked) AND o.object_kind = 'batch'`;

/** The first few, as they may be named now. */
export function namesTouched(database: ReadableDatabase, seq: number, shutter: ShutterLabel): string[] {
  const seqs = database
    .all<{ seq: number }>(`${ASKED} ${ENTITIES} LIMIT ${NAMES}`, seq)
    .map((row) => row.seq);
  return [...entitiesAsWritten(database, seqs, shutter).values()].map(({ label }) => label);
}

export function touchedBy(
  database: ReadableDatabase,
  entryId: string,
  shutter: ShutterLabel,
): Output<'journal.touched'> {
  const { seq = 0 } = database.one<{ seq: number }>('SELECT seq FROM journal WHERE id = ?', entryId) ?? {};
  const seqs = database
    .all<{ seq: number }>(`${ASKED} ${ENTITIES} UNION ${BROUGHT}`, seq)
    .map((row) => row.seq);
  const shown = entitiesBySeq(database, seqs.slice(0, MOST), shutter);
  return {
    entityIds: [...new Set([...shown.values()].map(({ id }) => id))],
    linkKeys: linesTouched(database, seq, shutter),
    eventIds: ofKind(database, seq, 'event'),
    leftOff: Math.max(0, seqs.length - MOST),
  };
}

function linesTouched(database: ReadableDatabase, seq: number, shutter: ShutterLabel): string[] {
  const links = database.all<{ from_seq: number; to_seq: number; type: string }>(
    `SELECT link.from_seq, link.to_seq, link.type FROM journal_object o CROSS JOIN link ON link.id = o.object_id
     WHERE o.journal_seq = ? AND o.object_kind = 'link' LIMIT ${MOST}`,
    seq,
  );
  const ends = entitiesBySeq(
    database,
    links.flatMap((link) => [link.from_seq, link.to_seq]),
    shutter,
  );
  const keys = links.flatMap(({ from_seq, to_seq, type }) => {
    const from = ends.get(from_seq)?.id;
    const to = ends.get(to_seq)?.id;
    return from === undefined || to === undefined || from === to ? [] : [lineKey(from, to, type)];
  });
  return [...new Set(keys)];
}

function ofKind(database: ReadableDatabase, seq: number, kind: string): string[] {
  return database
    .all<{ id: string }>(
      `SELECT object_id AS id FROM journal_object o WHERE journal_seq = ? AND object_kind = ?
         AND NOT EXISTS (SELECT 1 FROM journal_object gone WHERE gone.object_kind = 'gone:' || o.object_kind
           AND gone.object_id = o.object_id) LIMIT ${MOST}`,
      seq,
      kind,
    )
    .map(({ id }) => id);
}
