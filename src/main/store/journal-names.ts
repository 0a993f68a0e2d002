import type { Sentence } from '../../contract/terms.ts';
import { IDENTIFIER_KINDS } from '../../core/identifiers/kinds.ts';
import { PROPERTY_NAMES } from '../../core/model/properties.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { entitiesAsWritten, type ShutterLabel } from './entities.ts';
import type { Label } from './journal-step.ts';

/** As much of an entry as its sentence needs. */
export interface Named {
  readonly seq: number;
  readonly kind: string;
  readonly label: string;
}

type Said = string | Sentence;
/** What a person's name in a sentence becomes: null = it stands as it was written. */
type Verdict = Said | null;

/**
 * The sentences of entries as they may be read now: a person who became protected after an entry was written, or who is
 * gone, is named in it as its type, as in the entries written since.
 */
export function journalSentences(
  database: ReadableDatabase,
  rows: readonly Named[],
  shutter: ShutterLabel,
): ReadonlyMap<number, Label> {
  const labels = new Map(rows.map((row) => [row.seq, JSON.parse(row.label) as Label]));
  const about = new Map(rows.map((row) => [row.seq, namedBeside(database, row, labels.get(row.seq))]));
  const ids = new Set([...about.values()].flat());
  for (const label of labels.values()) for (const id of namedInside(label)) ids.add(id);
  const verdicts = verdictsOf(database, [...ids], shutter);
  const said = (seq: number, label: Label): Label => reworded(label, about.get(seq) ?? [], verdicts);
  return new Map([...labels].map(([seq, label]) => [seq, said(seq, label)]));
}

function namedInside({ params }: Label): string[] {
  return Object.entries(params).flatMap(([name, value]) => {
    if (typeof value === 'object') return namedInside(value);
    return name === 'entity' && typeof value === 'string' ? [value] : [];
  });
}

/** Entries of earlier versions say a name without saying whose: of those they touched. */
function namedBeside(database: ReadableDatabase, row: Named, label: Label | undefined): string[] {
  if (label === undefined || label.params.label === undefined || label.params.entity !== undefined) return [];
  const touched = database.all<{ id: string }>(
    "SELECT object_id AS id FROM journal_object WHERE journal_seq = ? AND object_kind = 'entity'",
    row.seq,
  );
  const made =
    row.kind === 'entity.create'
      ? database.one<{ id: string | null }>(
          "SELECT json_extract(forward, '$.id') AS id FROM journal WHERE seq = ?",
          row.seq,
        )?.id
      : null;
  return [...touched.map(({ id }) => id), ...(typeof made === 'string' ? [made] : [])];
}

function reworded(
  { key, params }: Label,
  beside: readonly string[],
  verdicts: ReadonlyMap<string, Verdict>,
): Label {
  const ids = typeof params.entity === 'string' ? [params.entity] : beside;
  const verdict = ids.map((id) => verdicts.get(id) ?? null).find((one) => one !== null) ?? null;
  const said = Object.entries(params).map(([name, value]): [string, string | number | Sentence] => {
    if (name === 'label' && verdict !== null) return [name, verdict];
    if (name === 'property') return [name, typeof value === 'string' ? propertyWords(value) : value];
    return [name, typeof value === 'object' ? reworded(value, beside, verdicts) : value];
  });
  return { key, params: Object.fromEntries(said) };
}

/** The program's own names of properties and numbers in the reader's words; others as a source writes them. */
function propertyWords(name: string): Said {
  if (IDENTIFIER_KINDS.includes(name)) return { key: `types:identifier.${name}`, params: {} };
  const isKnown = (PROPERTY_NAMES as readonly string[]).includes(name);
  return isKnown ? { key: `types:property.${name}`, params: {} } : name;
}

function verdictsOf(
  database: ReadableDatabase,
  ids: readonly string[],
  shutter: ShutterLabel,
): Map<string, Verdict> {
  const json = JSON.stringify(ids);
  const there = database.all<{ seq: number; id: string }>(
    'SELECT seq, id FROM entity WHERE id IN (SELECT value FROM json_each(?))',
    json,
  );
  const entities = entitiesAsWritten(
    database,
    there.map(({ seq }) => seq),
    shutter,
  );
  const verdicts = new Map<string, Verdict>(ids.map((id) => [id, ofGone(database, id)]));
  for (const { seq, id } of there) {
    const entity = entities.get(seq);
    verdicts.set(id, entity?.protected === true ? { key: `types:entity.${entity.type}`, params: {} } : null);
  }
  return verdicts;
}

/** Of somebody gone: what the deletion called them; where they went another way, no name once a status was set. */
function ofGone(database: ReadableDatabase, id: string): Verdict {
  const deletion = database.one<{ label: string }>(
    `SELECT journal.label FROM journal_object o JOIN journal ON journal.seq = o.journal_seq
     WHERE o.object_kind = 'gone:entity' AND o.object_id = ? AND journal.kind = 'entity.delete'
     ORDER BY journal.seq DESC LIMIT 1`,
    id,
  );
  const said = deletion === undefined ? undefined : (JSON.parse(deletion.label) as Label).params.label;
  if (said !== undefined) return typeof said === 'number' ? String(said) : said;
  const status = database.one(
    "SELECT 1 FROM journal_object WHERE object_kind IN ('entity.status', 'entity.minor') AND object_id = ? LIMIT 1",
    id,
  );
  return status === undefined ? null : { key: 'types:entity.person', params: {} };
}
