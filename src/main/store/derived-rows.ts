import { restatePairs } from '../matching/restate.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { indexEntity } from './entity-text.ts';
import { restateLeads } from './merge-leads.ts';
import type { Kept, RowChange } from './row-changes.ts';
import { seqOfName } from './row-tables.ts';
import { restatePair } from './summaries.ts';

/**
 * What follows from the changed rows is stated anew: search words, chart lines, positions on the map, who is shown
 * under whom, pairs that may be one, revisions of charts. After a command and after every step of the journal.
 */
export function refreshDerived(database: WritableDatabase, changes: readonly RowChange[]): void {
  const seqs = new Seqs(database, changes);
  const read = searchable(database, changes, seqs);
  for (const seq of read) indexEntity(database, seq);
  for (const [from, to] of pairs(database, changes, seqs)) restatePair(database, from, to);
  for (const seq of seqs.all('event', changes)) locate(database, seq);
  const led = merged(changes, seqs);
  restateLeads(database, led);
  restatePairs(database, [...read, ...led], decided(changes, seqs));
  for (const name of charts(changes)) {
    database.run('UPDATE chart SET revision = revision + 1 WHERE id = ?', name);
  }
}

/** Internal keys by name, also of rows these changes took away. */
class Seqs {
  readonly #database: WritableDatabase;
  readonly #gone = new Map<string, number>();

  constructor(database: WritableDatabase, changes: readonly RowChange[]) {
    this.#database = database;
    for (const { table, name, before, after } of changes) {
      const seq = (after ?? before)?.seq;
      if (typeof seq === 'number') this.#gone.set(`${table}|${name}`, seq);
    }
  }

  of(table: string, name: Kept | undefined): number[] {
    if (typeof name !== 'string') return [];
    const found = seqOfName(this.#database, table, name);
    const gone = this.#gone.get(`${table}|${name}`);
    return [...new Set([found, gone].filter((seq) => seq !== undefined))];
  }

  all(table: string, changes: readonly RowChange[]): number[] {
    return [
      ...new Set(changes.filter((one) => one.table === table).flatMap((one) => this.of(table, one.name))),
    ];
  }
}

function named({ before, after }: RowChange, column: string): Kept[] {
  return [before?.[column], after?.[column]].filter((value) => value !== undefined && value !== null);
}

/** A fact of which only the value changed does not name its entity in the change: the row does. */
function searchable(database: WritableDatabase, changes: readonly RowChange[], seqs: Seqs): Set<number> {
  const found = new Set(seqs.all('entity', changes));
  for (const change of changes) {
    if (change.table === 'identifier') {
      for (const seq of seqs.of('entity', (JSON.parse(change.name) as Kept[])[3])) found.add(seq);
    }
    if (change.table !== 'assertion') continue;
    for (const name of named(change, 'entity_seq')) for (const seq of seqs.of('entity', name)) found.add(seq);
    const row = database.one<{ seq: number | null }>(
      'SELECT entity_seq AS seq FROM assertion WHERE id = ?',
      change.name,
    );
    if (row?.seq != null) found.add(row.seq);
  }
  return found;
}

function pairs(
  database: WritableDatabase,
  changes: readonly RowChange[],
  seqs: Seqs,
): Iterable<readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  const note = (froms: readonly number[], tos: readonly number[]): void => {
    for (const from of froms) for (const to of tos) found.set(`${from}|${to}`, [from, to]);
  };
  for (const change of changes) {
    if (change.table !== 'link' && change.table !== 'event') continue;
    const now = seqs.of(change.table, change.name).map((seq) => endsOf(database, change.table, seq));
    const froms = named(change, 'from_seq').flatMap((name) => seqs.of('entity', name));
    const tos = named(change, 'to_seq').flatMap((name) => seqs.of('entity', name));
    note([...froms, ...now.flatMap((one) => one.from)], [...tos, ...now.flatMap((one) => one.to)]);
  }
  return found.values();
}

/** Where it points now; an end that did not change is not in the change. */
function endsOf(database: WritableDatabase, table: string, seq: number): { from: number[]; to: number[] } {
  const row = database.one<{ from_seq: number | null; to_seq: number | null }>(
    `SELECT from_seq, to_seq FROM ${table} WHERE seq = ?`,
    seq,
  );
  const list = (end: number | null | undefined): number[] => (end == null ? [] : [end]);
  return { from: list(row?.from_seq), to: list(row?.to_seq) };
}

function locate(database: WritableDatabase, seq: number): void {
  database.run('DELETE FROM event_place WHERE seq = ?', seq);
  database.run(
    `INSERT INTO event_place (seq, south, north, west, east)
     SELECT seq, latitude, latitude, longitude, longitude FROM event
     WHERE seq = ? AND latitude IS NOT NULL AND longitude IS NOT NULL`,
    seq,
  );
}

function merged(changes: readonly RowChange[], seqs: Seqs): number[] {
  return changes.flatMap((change) => {
    if (change.table === 'merge') return named(change, 'lead_seq').flatMap((one) => seqs.of('entity', one));
    if (change.table !== 'merge_member') return [];
    return seqs.of('entity', (JSON.parse(change.name) as Kept[])[1]);
  });
}

function decided(changes: readonly RowChange[], seqs: Seqs): (readonly [number, number])[] {
  return changes.flatMap((change) => {
    if (change.table !== 'match_decision') return [];
    const [left, right] = (JSON.parse(change.name) as Kept[]).map((id) => seqs.of('entity', id)[0]);
    return left === undefined || right === undefined ? [] : [[left, right] as const];
  });
}

function charts(changes: readonly RowChange[]): Set<string> {
  return new Set(
    changes.flatMap(({ table, name }) => {
      if (table === 'chart') return [name];
      return table === 'chart_member' ? [String((JSON.parse(name) as Kept[])[0])] : [];
    }),
  );
}
