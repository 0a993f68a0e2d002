import { IDENTIFIER_KINDS } from '../../core/identifiers/kinds.ts';
import { refreshDerived } from '../store/derived-rows.ts';
import { captured, type Kept, type KeptRow, type RowChange } from '../store/row-changes.ts';
import { insertRow, setRow, whereOf } from '../store/row-steps.ts';
import { nameOf, seqOfName, tableRecord } from '../store/row-tables.ts';
import type { ReadableDatabase, SqlValue, WritableDatabase } from '../vault/database.ts';
import type { BatchRow } from './batch-record.ts';
import type { EditedRow } from './taken.ts';

const RESTING_ON_SOURCES = ['custody_entry', 'person_status'];
const OF_A_BATCH = ['entity', 'identifier', 'link', 'assertion', 'source', ...RESTING_ON_SOURCES];

/** What later commands did to rows this batch brought; before anything is taken away. */
export function editedRows(database: WritableDatabase, batch: BatchRow): EditedRow[] {
  const found = new Map<string, EditedRow>();
  const source = batch.source_seq === null ? null : nameOf(database, 'source', batch.source_seq);
  for (const change of changesOfPeople(database, batch.file_seq)) {
    const { table, name, after } = change;
    const key = `${table}|${name}`;
    if (!OF_A_BATCH.includes(table) || found.has(key)) continue;
    const row = imageOf(database, table, name);
    // Read again, the file would give a number to whoever it names, and bring back what was deleted, whosever it was.
    const isDeleted = row === null && after === null;
    const isOurs =
      table === 'identifier' || isDeleted || row?.batch_seq === batch.id || isOfSource(source, change, row);
    if (isOurs) found.set(key, { table, name, row });
  }
  return [...found.values()];
}

/** The batch's source itself, its custody record, and statuses that rest on it. */
function isOfSource(source: string | null, { table, name }: RowChange, row: KeptRow | null): boolean {
  if (source === null || row === null) return false;
  if (table === 'source') return name === source;
  return RESTING_ON_SOURCES.includes(table) && row.source_seq === source;
}

/**
 * Whom each number of the file named, where people have changed identifiers since: read again, the file would find
 * somebody else by it, or nobody.
 */
export function namedByFile(database: WritableDatabase, batch: BatchRow): [string, string][] {
  const changes = [...changesOfPeople(database, batch.file_seq)];
  if (!changes.some((one) => one.table === 'identifier')) return [];
  const named = database.all<{ type: string; id: string; kind: string; raw: string }>(
    `SELECT entity.type, entity.id, property AS kind, value AS raw FROM assertion
     JOIN entity ON entity.seq = assertion.entity_seq
     WHERE assertion.batch_seq = ? AND property IN (SELECT value FROM json_each(?))`,
    batch.seq,
    JSON.stringify(IDENTIFIER_KINDS),
  );
  const said = named.map(({ type, id, kind, raw }): [string, string] => [saidKey(type, kind, raw), id]);
  return [...changes.flatMap((one) => takenBackFact(batch, one, changes)), ...said];
}

/** A deleted entity took the fact along; the change still says of whom it was. */
function takenBackFact(batch: BatchRow, one: RowChange, changes: readonly RowChange[]): [string, string][] {
  const { table, before, after } = one;
  if (table !== 'assertion' || after !== null || before?.batch_seq !== batch.id) return [];
  const type = changes.find((other) => other.table === 'entity' && other.name === before.entity_seq)?.before
    ?.type;
  if (typeof type !== 'string') return [];
  return [[saidKey(type, String(before.property), String(before.value)), String(before.entity_seq)]];
}

/**
 * Which link each row of the file meant, where people have drawn, changed or deleted links since: of its own by their
 * derived ids, of others by the row and the two ends.
 */
export function linksByFile(database: WritableDatabase, batch: BatchRow): [string, string][] {
  const changes = [...changesOfPeople(database, batch.file_seq)];
  if (!changes.some((one) => one.table === 'link')) return [];
  const meant = database.all<{ id: string; type: string; line: number; from: string; to: string }>(
    `SELECT link.id, link.type, source_row AS line, f.id AS "from", t.id AS "to" FROM assertion
     JOIN link ON link.seq = assertion.link_seq JOIN entity f ON f.seq = link.from_seq JOIN entity t ON t.seq = link.to_seq
     WHERE assertion.batch_seq = ?`,
    batch.seq,
  );
  return [
    ...changes.flatMap((one) => deletedLink(batch, one, changes)),
    ...meant.map(({ id, type, line, from, to }): [string, string] =>
      id.slice(0, 13) === batch.id.slice(0, 13)
        ? [ownLinkKey(id), id]
        : [meantLinkKey(line, type, from, to), id],
    ),
  ];
}

/** A deleted link took along what this batch said of it; the change still says which row meant it. */
function deletedLink(
  batch: BatchRow,
  { table, name, before, after }: RowChange,
  changes: readonly RowChange[],
): [string, string][] {
  if (after !== null || before?.batch_seq !== batch.id) return [];
  if (table === 'link') return [[ownLinkKey(name), name]];
  if (table !== 'assertion' || typeof before.link_seq !== 'string') return [];
  const link = changes.find(
    (one) => one.table === 'link' && one.name === before.link_seq && one.after === null,
  );
  const { type, from_seq, to_seq } = link?.before ?? {};
  if (typeof type !== 'string') return [];
  const key = meantLinkKey(Number(before.source_row), type, String(from_seq), String(to_seq));
  return [[key, before.link_seq]];
}

export function ownLinkKey(id: string): string {
  return `own-link|${id}`;
}
/** Turning a link round keeps its ends. */
export function meantLinkKey(line: number, type: string, from: string, to: string): string {
  return `meant-link|${line}|${type}|${[from, to].sort().join('|')}`;
}

export function saidKey(type: string, kind: string, raw: string): string {
  return `said|${type}|${kind}|${raw}`;
}

/** Newest first: of a row that is gone the last one to delete it says whose it was. */
function* changesOfPeople(database: ReadableDatabase, fileSeq: number): Generator<RowChange> {
  const entries = database.all<{ inverse: string }>(
    `SELECT inverse FROM journal WHERE file_seq = ? AND state = 'done' AND (inverse LIKE '{"rows":%' OR kind = 'journal.revert')
     ORDER BY seq DESC`,
    fileSeq,
  );
  for (const { inverse } of entries) {
    const payload = JSON.parse(inverse) as {
      rows?: RowChange[];
      entries?: { rows: RowChange[] | null }[];
    };
    yield* payload.rows ?? [];
    for (const one of payload.entries ?? []) {
      for (const row of one.rows ?? []) yield { ...row, before: row.before ?? row.after };
    }
  }
}

function imageOf(database: WritableDatabase, table: string, name: string): KeptRow | null {
  const where = whereOf(database, table, name);
  if (where === null) return null;
  const row = database.one(`SELECT * FROM ${table} WHERE ${where.sql}`, ...where.values);
  if (row === undefined) return null;
  const { references, derived = [] } = tableRecord(table);
  const kept: Record<string, Kept> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column === 'seq' || derived.includes(column)) continue;
    const target = references[column];
    kept[column] =
      target === undefined || typeof value !== 'number' ? (value as Kept) : nameOf(database, target, value);
  }
  return kept;
}

/**
 * Before the file is read again: how the rows shall be afterwards. What is there now stays as it is now, whatever it
 * was when the batch went; only what went with the batch comes back as it was then.
 */
export function editsToKeep(
  database: WritableDatabase,
  batch: BatchRow,
  then: readonly EditedRow[],
): EditedRow[] {
  const found = new Map<string, EditedRow>();
  for (const edit of [...then, ...editedRows(database, batch)]) {
    const now = imageOf(database, edit.table, edit.name);
    const wentAlong = now === null ? wentWith(database, batch, edit) : lostItsSource(database, now, edit);
    const row = wentAlong ? edit.row : now;
    const key = `${edit.table}|${edit.name}`;
    if (!found.has(key))
      found.set(key, { ...edit, row: wentAlong || row === null ? row : withoutBatch(row) });
  }
  return [...found.values()];
}

/** It was the batch's, or an identifier of somebody who was. */
function wentWith(database: WritableDatabase, batch: BatchRow, { table, row }: EditedRow): boolean {
  if (row === null) return false;
  if (row.batch_seq === batch.id || table === 'source') return true;
  if (RESTING_ON_SOURCES.includes(table)) return isGone(database, row.source_seq);
  return table === 'identifier' && seqOfName(database, 'entity', String(row.entity_seq)) === undefined;
}

function isGone(database: WritableDatabase, source: Kept | undefined): boolean {
  return typeof source === 'string' && seqOfName(database, 'source', source) === undefined;
}

/** A status that rested on the batch's source stayed without one. */
function lostItsSource(database: WritableDatabase, now: KeptRow, { table, row }: EditedRow): boolean {
  return table === 'person_status' && now.source_seq === null && isGone(database, row?.source_seq);
}

/** Whose it is, is settled between the batches. */
function withoutBatch({ batch_seq: _batch, ...row }: KeptRow): KeptRow {
  return row;
}

/** After the file was read again: its rows are once more as people had left them. */
export function putEdits(database: WritableDatabase, edits: readonly EditedRow[]): void {
  const { changes } = captured(database, () => {
    for (const edit of edits) putEdit(database, edit);
  });
  refreshDerived(database, changes);
}

function putEdit(database: WritableDatabase, { table, name, row }: EditedRow): void {
  const where = whereOf(database, table, name);
  if (row === null) {
    if (where !== null && !isInEvents(database, table, where.values[0]))
      database.run(`DELETE FROM ${table} WHERE ${where.sql}`, ...where.values);
  } else if (imageOf(database, table, name) === null) insertRow(database, table, name, row);
  else setRow(database, table, name, row);
}

/** Nobody deletes who is in an event: this one is named by a row read just now. */
function isInEvents(database: WritableDatabase, table: string, seq: SqlValue | undefined): boolean {
  if (table !== 'entity' || seq === undefined) return false;
  const sql = 'SELECT 1 FROM event WHERE from_seq = ? UNION ALL SELECT 1 FROM event WHERE to_seq = ? LIMIT 1';
  return database.one(sql, seq, seq) !== undefined;
}
