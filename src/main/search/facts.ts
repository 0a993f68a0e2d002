import { foldName } from '../../core/names/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** One text known of a record: its name, a number of it, a property. */
export interface KnownText {
  readonly field: string;
  readonly value: string;
  /** Of a number: the form it is compared in. */
  readonly key?: string;
}

/** Everything known of these records, each by its own key; name first, then numbers, then facts. */
export function knownTexts(
  database: ReadableDatabase,
  seqs: readonly number[],
): ReadonlyMap<number, readonly KnownText[]> {
  const wanted = JSON.stringify(seqs);
  const found = new Map<number, KnownText[]>();
  const add = (seq: number, text: KnownText): void => {
    const list = found.get(seq);
    if (list === undefined) found.set(seq, [text]);
    else if (!list.some((one) => one.field === text.field && one.value === text.value)) list.push(text);
  };
  const records = database.all<{ seq: number; label: string; properties: string }>(
    'SELECT seq, label, properties FROM entity WHERE seq IN (SELECT value FROM json_each(?))',
    wanted,
  );
  for (const { seq, label } of records) add(seq, { field: 'name', value: label });
  for (const row of database.all<{ seq: number; kind: string; value: string; raw: string }>(
    'SELECT entity_seq AS seq, kind, value, raw FROM identifier WHERE entity_seq IN (SELECT value FROM json_each(?))',
    wanted,
  )) {
    add(row.seq, { field: row.kind, value: row.raw, key: row.value });
  }
  for (const row of database.all<{ seq: number; property: string; value: string }>(
    'SELECT entity_seq AS seq, property, value FROM assertion WHERE entity_seq IN (SELECT value FROM json_each(?)) AND property IS NOT NULL',
    wanted,
  )) {
    add(row.seq, { field: row.property, value: row.value });
  }
  for (const { seq, properties } of records) {
    for (const [field, value] of Object.entries(JSON.parse(properties) as Record<string, unknown>)) {
      if (value !== null && value !== '') add(seq, { field, value: String(value) });
    }
  }
  return found;
}

const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;

/** Names are few and come again and again: within one search each word is folded once, and nothing of it is kept. */
export function wordFolder(): (text: string) => string[] {
  const folded = new Map<string, string>();
  return (text) =>
    (text.match(WORD) ?? []).map((word) => {
      const known = folded.get(word) ?? foldName(word);
      folded.set(word, known);
      return known;
    });
}

export function foldedWords(text: string): string[] {
  return (text.match(WORD) ?? []).map(foldName);
}

/** Words as they are written, capitals aside: nothing else is forgiven. */
export function plainWords(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.normalize('NFKC').toLowerCase());
}

/** True where each of the words stands in one of the texts, letter by letter. */
export function holdsExactly(texts: readonly KnownText[], words: readonly string[], whole: boolean): boolean {
  const known = texts.flatMap(({ value }) => plainWords(value));
  return words
    .flatMap(plainWords)
    .every((word) => known.some((one) => (whole ? one === word : one.startsWith(word))));
}
