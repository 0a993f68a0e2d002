import type { ReadableDatabase } from '../vault/database.ts';
import { membersOf } from './members.ts';

/** What tells an entity from others of its name. */
export interface Particulars {
  readonly birthDate: string | null;
  readonly identifiers: readonly string[];
}

const FEW = 3;

/**
 * Birth date and the first identifiers of these entities, in two questions for all of them; of a merged one its lead's
 * come first. A country nobody named is left out: it is a sign of the key, not of the number.
 */
export function particularsOf(
  database: ReadableDatabase,
  seqs: readonly number[],
): ReadonlyMap<number, Particulars> {
  const members = membersOf(database);
  const wanted = JSON.stringify(members.withMembers(seqs));
  const births = database.all<{ seq: number; born: string | null }>(
    "SELECT seq, json_extract(properties, '$.birthDate') AS born FROM entity WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY lead_seq IS NOT NULL, seq",
    wanted,
  );
  const identifiers = new Map<number, string[]>();
  for (const row of database.all<{ seq: number; value: string }>(
    `SELECT entity_seq AS seq, CASE WHEN value LIKE '??:%' THEN substr(value, 4) ELSE value END AS value FROM identifier JOIN entity ON entity.seq = entity_seq
     WHERE entity_seq IN (SELECT value FROM json_each(?)) ORDER BY lead_seq IS NOT NULL, kind, value`,
    wanted,
  )) {
    const lead = members.leadOf(row.seq);
    const list = identifiers.get(lead);
    if (list === undefined) identifiers.set(lead, [row.value]);
    else if (list.length < FEW && !list.includes(row.value)) list.push(row.value);
  }
  const born = new Map<number, string>();
  for (const row of births) {
    const lead = members.leadOf(row.seq);
    if (row.born !== null && !born.has(lead)) born.set(lead, String(row.born));
  }
  return new Map(
    seqs.map((seq) => {
      const lead = members.leadOf(seq);
      return [seq, { birthDate: born.get(lead) ?? null, identifiers: identifiers.get(lead) ?? [] }];
    }),
  );
}
