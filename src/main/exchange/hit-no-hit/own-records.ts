import type { ComparedRecord } from '../../../core/hit-no-hit/index.ts';
import type { ReadableDatabase } from '../../vault/database.ts';

const PAGE = 2000;

interface Row {
  readonly seq: number;
  readonly type: string;
  readonly label: string;
  readonly born: string | null;
}

/** Every record of a file with what can be compared of it, read page by page; a merged one by its members. */
export function* ownRecords(
  database: ReadableDatabase,
  fileSeq: number,
): Generator<{ readonly seq: number; readonly record: ComparedRecord }> {
  for (let after = 0; ; ) {
    const rows = database.all<Row>(
      `SELECT seq, type, label, json_extract(properties, '$.birthDate') AS born FROM entity
       WHERE file_seq = ? AND seq > ? ORDER BY seq LIMIT ?`,
      fileSeq,
      after,
      PAGE,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    const page = JSON.stringify(rows.map((row) => row.seq));
    const numbers = Map.groupBy(numbersOf(database, page), (one) => one.seq);
    const said = Map.groupBy(saidOf(database, page), (one) => one.seq);
    for (const row of rows) {
      const facts = said.get(row.seq) ?? [];
      yield { seq: row.seq, record: recordOf(row, numbers.get(row.seq) ?? [], facts) };
    }
    after = last.seq;
  }
}

interface Said {
  readonly seq: number;
  readonly property: string;
  readonly value: string;
}

function recordOf(
  row: Row,
  numbers: readonly { readonly kind: string; readonly value: string }[],
  facts: readonly Said[],
): ComparedRecord {
  const born = facts.filter((one) => one.property === 'birthDate').map((one) => one.value);
  const names = facts.filter((one) => one.property !== 'birthDate').map((one) => one.value);
  const isPerson = row.type === 'person';
  return {
    numbers,
    names: [...new Set([row.label, ...names])],
    birthDates: isPerson ? [...new Set([...(row.born === null ? [] : [String(row.born)]), ...born])] : [],
  };
}

function numbersOf(database: ReadableDatabase, seqs: string) {
  return database.all<{ seq: number; kind: string; value: string }>(
    `SELECT i.entity_seq AS seq, i.kind, i.value FROM json_each(?) one CROSS JOIN identifier i ON i.entity_seq = one.value`,
    seqs,
  );
}

/** A number has as many facts as calls; only those of people say a name. */
function saidOf(database: ReadableDatabase, seqs: string): Said[] {
  return database.all<Said>(
    `SELECT DISTINCT a.entity_seq AS seq, a.property, a.value FROM json_each(?) one
     CROSS JOIN entity e ON e.seq = one.value AND e.type = 'person' CROSS JOIN assertion a ON a.entity_seq = e.seq
     WHERE a.property IN ('name', 'alias', 'birthDate')`,
    seqs,
  );
}
