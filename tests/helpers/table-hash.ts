import { createHash } from 'node:crypto';
import { nameOf, ROW_TABLES } from '../../src/main/store/row-tables.ts';
import type { WritableDatabase } from '../../src/main/vault/database.ts';

/** The history itself, what only ever grows, and what is compared through the search itself. */
const LEFT_OUT =
  /^(journal|journal_object|audit|setting|attachment|attachment_chunk)$|_text|_part|_sound|event_place_/u;
/**
 * Internal keys that differ after an import is read again, the revision that only rises, and the score of a pair: it is
 * of when the pair was last weighed, and also follows from who else its contacts are linked to.
 */
const COLUMNS_LEFT_OUT = [
  'seq',
  'first_event_seq',
  'last_event_seq',
  'revision',
  'batch.report',
  'match_pair.score',
];

const REFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  batch: { source_seq: 'source' },
  link_summary: { from_seq: 'entity', to_seq: 'entity', batch_seq: 'batch' },
  rejected_row: { batch_seq: 'batch' },
  event_place: { seq: 'event' },
  name_key: { entity_seq: 'entity' },
  match_pair: { left_seq: 'entity', right_seq: 'entity' },
};

function referencesOf(table: string): Readonly<Record<string, string>> {
  const own = ROW_TABLES[table];
  return { ...own?.references, ...(table === 'entity' ? { lead_seq: 'entity' } : {}), ...REFERENCES[table] };
}

export function rowsOf(database: WritableDatabase, table: string): string[] {
  const references = referencesOf(table);
  return database
    .all(`SELECT * FROM "${table}"`)
    .map((row) => {
      const named = Object.entries(row).flatMap(([column, value]) => {
        const target = references[column];
        if (target !== undefined && typeof value === 'number')
          return [[column, nameOf(database, target, value) ?? value]];
        if (COLUMNS_LEFT_OUT.includes(column) || COLUMNS_LEFT_OUT.includes(`${table}.${column}`)) return [];
        return [[column, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value]];
      });
      return JSON.stringify(named);
    })
    .sort();
}

export function comparedTables(database: WritableDatabase): string[] {
  return database
    .all<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .map(({ name }) => name)
    .filter((name) => !LEFT_OUT.test(name));
}

/** Every table by what its rows say, rows named as outside, and every word of the search. */
export function tableState(database: WritableDatabase): Record<string, string> {
  const state: Record<string, string> = {};
  const put = (name: string, rows: readonly string[]): void => {
    state[name] = `${rows.length} ${createHash('sha256').update(rows.join('\n')).digest('hex')}`;
  };
  for (const table of comparedTables(database)) put(table, rowsOf(database, table));
  for (const table of ['entity_text', 'identifier_part', 'name_sound']) put(table, wordsOf(database, table));
  return state;
}

/** Which word stands in which column of which entity. */
export function wordsOf(
  database: WritableDatabase,
  table: 'entity_text' | 'identifier_part' | 'name_sound' | string,
): string[] {
  database.execute(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_${table} USING fts5vocab(main, ${table}, instance)`,
  );
  return database
    .all<{ line: string }>(
      `SELECT DISTINCT term || '|' || coalesce(col, '') || '|' || entity.id AS line FROM temp.words_of_${table} LEFT JOIN entity ON entity.seq = doc`,
    )
    .map(({ line }) => String(line))
    .sort();
}
