import type { Input } from '../../contract/index.ts';
import { countryOfKey, IDENTIFIER_KINDS, normaliseIdentifier } from '../../core/identifiers/index.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

type Edit = Input<'entity.edit'>;
type IdentifierInput = NonNullable<Edit['identifiers']>[number];

/** Only what is given changes. */
export function editEntity(
  database: WritableDatabase,
  entity: { readonly seq: number; readonly file_seq: number },
  edit: Edit,
): void {
  const set = (column: string, value: string): void => {
    database.run(`UPDATE entity SET ${column} = ? WHERE seq = ?`, value, entity.seq);
  };
  if (edit.label !== undefined) set('label', edit.label);
  if (edit.type !== undefined) set('type', edit.type);
  if (edit.properties !== undefined) set('properties', JSON.stringify(edit.properties));
  if (edit.identifiers !== undefined) setIdentifiers(database, entity, edit.identifiers);
}

/**
 * The whole list that shall be: what is in it already stays as its source wrote it, with the country it was read for.
 * Failure: store.identifier-kind-unknown for a kind the program does not know and the entity does not have.
 */
function setIdentifiers(
  database: WritableDatabase,
  entity: { readonly seq: number; readonly file_seq: number },
  wanted: readonly IdentifierInput[],
): void {
  const before = identifiersOf(database, entity.seq);
  const found = wanted.map((one) => before.find((old) => isSame(old, one)) ?? read(one, before));
  const keys = new Set(found.map(({ kind, value }) => `${kind}|${value}`));
  for (const { kind, value } of before) {
    if (keys.has(`${kind}|${value}`)) continue;
    database.run(
      'DELETE FROM identifier WHERE kind = ? AND value = ? AND file_seq = ? AND entity_seq = ?',
      kind,
      value,
      entity.file_seq,
      entity.seq,
    );
  }
  for (const { kind, value, raw, check } of found) {
    if (value === '') continue;
    database.run(
      `INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?,?,?,?,?,?)
       ON CONFLICT DO NOTHING`,
      entity.file_seq,
      kind,
      value,
      entity.seq,
      raw,
      check,
    );
  }
}

/** A country that a person names makes another identifier of it; where she names none it stays what it is. */
function isSame(old: IdentifierInput, wanted: IdentifierInput): boolean {
  const isOther = wanted.country !== undefined && wanted.country !== old.country;
  return old.kind === wanted.kind && old.raw === wanted.raw && !isOther;
}

function read({ kind, raw, country = '' }: IdentifierInput, before: readonly IdentifierInput[]) {
  if (!IDENTIFIER_KINDS.includes(kind) && !before.some((one) => one.kind === kind)) {
    throw new Failure('store.identifier-kind-unknown', { kind });
  }
  return { kind, raw, ...normaliseIdentifier(kind, raw, { country }) };
}

export function identifiersOf(database: ReadableDatabase, seq: number) {
  const rows = database.all<{ kind: string; raw: string; value: string; check: string }>(
    'SELECT kind, raw, value, check_result AS "check" FROM identifier WHERE entity_seq = ? ORDER BY kind, value',
    seq,
  );
  return rows.map((row) => ({ ...row, country: countryOfKey(row.kind, row.value) }));
}

/** What hangs on an entity: all but events and merges goes with it. */
export function hanging(database: ReadableDatabase, seq: number) {
  const count = (sql: string): number =>
    database.one<{ n: number }>(`WITH asked(seq) AS (SELECT ?) ${sql}`, seq)?.n ?? 0;
  return {
    facts: count('SELECT count(*) AS n FROM assertion WHERE entity_seq = (SELECT seq FROM asked)'),
    links: count(
      'SELECT count(*) AS n FROM link WHERE from_seq = (SELECT seq FROM asked) OR to_seq = (SELECT seq FROM asked)',
    ),
    identifiers: count('SELECT count(*) AS n FROM identifier WHERE entity_seq = (SELECT seq FROM asked)'),
    charts: count('SELECT count(*) AS n FROM chart_member WHERE entity_seq = (SELECT seq FROM asked)'),
    events: count(EVENTS),
    merged: count(
      `SELECT (SELECT count(*) FROM merge_member WHERE entity_seq = (SELECT seq FROM asked))
        + (SELECT count(*) FROM merge WHERE lead_seq = (SELECT seq FROM asked)) AS n`,
    ),
  };
}

const EVENTS = `SELECT count(*) AS n FROM (SELECT seq FROM event WHERE from_seq = (SELECT seq FROM asked) UNION SELECT seq FROM event WHERE to_seq = (SELECT seq FROM asked)
  UNION SELECT event_seq FROM event_participant WHERE entity_seq = (SELECT seq FROM asked)
  UNION SELECT event.seq FROM place JOIN event ON event.place_seq = place.seq WHERE place.entity_seq = (SELECT seq FROM asked))`;

/**
 * With its facts, links, identifiers and places on charts. What happened does not un-happen: an entity with events
 * stays, and says how many. Failures: store.entity-in-events, store.entity-merged.
 */
export function deleteEntity(database: WritableDatabase, seq: number): void {
  const { events, merged } = hanging(database, seq);
  if (events > 0) throw new Failure('store.entity-in-events', { count: events });
  if (merged > 0) throw new Failure('store.entity-merged');
  database.run('DELETE FROM entity WHERE seq = ?', seq);
}
