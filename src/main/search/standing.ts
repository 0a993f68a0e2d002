import { v7 } from 'uuid';
import type { Input, Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { modesFrom } from './modes.ts';
import { presented } from './present.ts';
import { lookFor, runSearch } from './run.ts';

type Standing = Output<'search.standing'>['queries'][number];

/** More than a person looks through; of what is beyond, nothing is told as new. */
const MOST_HITS = 500;
/** When it was last run is told to the minute. */
const A_MINUTE = 60_000;

interface Row {
  seq: number;
  text: string;
  modes: string;
  file_seq: number;
}

interface Thing {
  readonly kind: 'entity' | 'event';
  readonly id: string;
}

/** What a standing query finds now. Nobody stands behind it, so every shutter is closed. */
function findNow(
  context: Context,
  database: ReadableDatabase,
  { text, modes, file_seq: fileSeq }: Row,
): Thing[] {
  const look = lookFor(context, { database, fileSeq, text, limit: MOST_HITS, modes: modesFrom(modes) });
  const { hits, events } = presented(context, look, runSearch(look, text));
  return [
    ...hits.map(({ entity }) => ({ kind: 'entity' as const, id: entity.id })),
    ...events.map(({ id }) => ({ kind: 'event' as const, id })),
  ];
}

/** Runs the standing queries of a file again: what is there now, and what was not there before. */
export function checkStanding(context: Context, fileSeq: number, database = context.database()): void {
  const rows = database.all<Row>(
    'SELECT seq, text, modes, file_seq FROM standing_query WHERE file_seq = ?',
    fileSeq,
  );
  if (rows.length === 0) return;
  database.transaction(() => {
    for (const row of rows) noteFound(context, database, row, false);
    database.run(
      'UPDATE standing_query SET checked_at = ? WHERE file_seq = ? AND checked_at < ?',
      ...[context.now(), fileSeq, context.now() - A_MINUTE],
    );
  });
}

/** Only what differs is written: the list is asked after every change of the case. */
function noteFound(context: Context, database: WritableDatabase, row: Row, seen: boolean): void {
  const key = ({ kind, id }: Thing): string => `${kind}|${id}`;
  const now = new Map(findNow(context, database, row).map((thing) => [key(thing), thing]));
  const before = database.all<Thing>(
    'SELECT object_kind AS kind, object_id AS id FROM standing_hit WHERE query_seq = ? AND present = 1',
    row.seq,
  );
  for (const thing of before) {
    if (now.delete(key(thing))) continue;
    database.run(
      'UPDATE standing_hit SET present = 0 WHERE query_seq = ? AND object_kind = ? AND object_id = ?',
      ...[row.seq, thing.kind, thing.id],
    );
  }
  for (const { kind, id } of now.values()) {
    database.run(
      `INSERT INTO standing_hit (query_seq, object_kind, object_id, found_at, present, seen) VALUES (?,?,?,?,1,?)
       ON CONFLICT DO UPDATE SET present = 1`,
      ...[row.seq, kind, id, context.now(), seen ? 1 : 0],
    );
  }
}

export function standingQueries(context: Context, fileSeq: number): Standing[] {
  const rows = context.database().all<Omit<Standing, 'modes'> & { modes: string }>(
    `SELECT q.id, q.name, q.text, q.modes, q.actor, q.created_at AS created, q.checked_at AS checked,
       count(h.object_id) AS found, coalesce(sum(h.seen = 0), 0) AS fresh
     FROM standing_query q LEFT JOIN standing_hit h ON h.query_seq = q.seq AND h.present = 1
     WHERE q.file_seq = ? GROUP BY q.seq ORDER BY q.seq`,
    fileSeq,
  );
  return rows.map((row) => ({ ...row, modes: modesFrom(row.modes) }));
}

/** What it finds when it is kept has been looked at. */
export function keepStanding(
  context: Context,
  fileSeq: number,
  { name, text, modes }: Input<'search.keepStanding'>,
): string {
  const database = context.database();
  const id = v7();
  database.transaction(() => {
    const { lastSeq } = database.run(
      'INSERT INTO standing_query (id, file_seq, name, text, modes, actor, created_at, checked_at) VALUES (?,?,?,?,?,?,?,?)',
      ...[id, fileSeq, name, text, JSON.stringify(modes), context.actor(), context.now(), context.now()],
    );
    noteFound(
      context,
      database,
      { seq: lastSeq, text, modes: JSON.stringify(modes), file_seq: fileSeq },
      true,
    );
  });
  return id;
}

export function dropStanding(context: Context, id: string): void {
  context.database().run('DELETE FROM standing_query WHERE seq = ?', seqOf(context, id));
}

export function markSeen(context: Context, id: string): Output<'search.seen'> {
  const database = context.database();
  const seq = seqOf(context, id);
  const fresh = database.all<Thing>(
    'SELECT object_kind AS kind, object_id AS id FROM standing_hit WHERE query_seq = ? AND present = 1 AND seen = 0',
    seq,
  );
  database.run('UPDATE standing_hit SET seen = 1 WHERE query_seq = ? AND present = 1', seq);
  const of = (kind: Thing['kind']): string[] => fresh.filter((one) => one.kind === kind).map((one) => one.id);
  return { entities: of('entity'), events: of('event') };
}

function seqOf(context: Context, id: string): number {
  const row = context.database().one<{ seq: number }>('SELECT seq FROM standing_query WHERE id = ?', id);
  if (row === undefined) throw new Failure('search.no-such-query');
  return row.seq;
}
