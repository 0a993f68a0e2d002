import { birthDateReader, comparableNames, isNamedType, type WatchSide } from '../../core/watch/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { nationalitiesOf } from './map-entry.ts';

/** An entity as it is compared with lists. */
export interface EntitySide extends WatchSide {
  readonly seq: number;
  readonly id: string;
  readonly fileSeq: number;
}

interface Row {
  readonly seq: number;
  readonly id: string;
  readonly file_seq: number;
  readonly type: string;
  readonly label: string;
  readonly born: string | null;
  readonly citizen: string | null;
}

const readBirth = birthDateReader('dmy');

/** What is known of these entities, each by itself: a merged record is matched by each of its members. */
export function entitySides(
  database: ReadableDatabase,
  seqs: readonly number[],
  today: string,
): readonly EntitySide[] {
  const wanted = JSON.stringify(seqs);
  const rows = database.all<Row>(
    `SELECT seq, id, file_seq, type, label, json_extract(properties, '$.birthDate') AS born,
       json_extract(properties, '$.citizenship') AS citizen
     FROM entity WHERE seq IN (SELECT value FROM json_each(?))`,
    wanted,
  );
  const said = grouped(
    database.all<{ seq: number; what: string; value: string }>(
      `SELECT entity_seq AS seq, property AS what, value FROM assertion
       WHERE entity_seq IN (SELECT value FROM json_each(?)) AND property IN ('name', 'alias', 'birthDate', 'citizenship')`,
      wanted,
    ),
  );
  const numbers = grouped(
    database.all<{ seq: number; what: string; value: string }>(
      `SELECT entity_seq AS seq, kind AS what, value FROM identifier
       WHERE entity_seq IN (SELECT value FROM json_each(?)) ORDER BY kind, value`,
      wanted,
    ),
  );
  return rows.map((row) => sideOf(row, said.get(row.seq) ?? [], numbers.get(row.seq) ?? [], today));
}

interface Said {
  readonly what: string;
  readonly value: string;
}

function grouped(rows: readonly (Said & { readonly seq: number })[]): Map<number, Said[]> {
  const found = new Map<number, Said[]>();
  for (const row of rows) {
    const list = found.get(row.seq);
    if (list === undefined) found.set(row.seq, [row]);
    else list.push(row);
  }
  return found;
}

function sideOf(row: Row, said: readonly Said[], numbers: readonly Said[], today: string): EntitySide {
  const of = (...names: string[]): string[] =>
    said.filter(({ what }) => names.includes(what)).map(({ value }) => value);
  const births = [...(row.born === null ? [] : [String(row.born)]), ...of('birthDate')].map((text) =>
    readBirth(text, today),
  );
  const citizen = [...(row.citizen === null ? [] : [String(row.citizen)]), ...of('citizenship')];
  const own = numbers.map(({ what, value }) => ({ kind: what, value }));
  return {
    seq: row.seq,
    id: row.id,
    fileSeq: row.file_seq,
    type: row.type,
    names: isNamedType(row.type) ? comparableNames([row.label, ...of('name', 'alias')]) : [],
    births: [...new Set(births.filter((one) => one !== null))].sort(),
    nationalities: nationalitiesOf(citizen.filter((text) => text !== '')),
    numbers: own,
  };
}
