import type { ReadableDatabase } from '../vault/database.ts';

/** What tells an entity from others of its name. */
export interface Particulars {
  readonly birthDate: string | null;
  readonly identifiers: readonly string[];
}

const FEW = 3;

/** Birth date and the first identifiers of these entities, in two questions for all of them. */
export function particularsOf(
  database: ReadableDatabase,
  seqs: readonly number[],
): ReadonlyMap<number, Particulars> {
  const wanted = JSON.stringify(seqs);
  const births = database.all<{ seq: number; born: string | null }>(
    "SELECT seq, json_extract(properties, '$.birthDate') AS born FROM entity WHERE seq IN (SELECT value FROM json_each(?))",
    wanted,
  );
  const identifiers = new Map<number, string[]>();
  for (const row of database.all<{ seq: number; value: string }>(
    'SELECT entity_seq AS seq, value FROM identifier WHERE entity_seq IN (SELECT value FROM json_each(?)) ORDER BY kind, value',
    wanted,
  )) {
    const list = identifiers.get(row.seq);
    if (list === undefined) identifiers.set(row.seq, [row.value]);
    else if (list.length < FEW) list.push(row.value);
  }
  return new Map(
    births.map(({ seq, born }) => [
      seq,
      { birthDate: born === null ? null : String(born), identifiers: identifiers.get(seq) ?? [] },
    ]),
  );
}
