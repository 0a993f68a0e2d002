import type { WritableDatabase } from '../vault/database.ts';

const MANY_ROWS = 100_000;
const BYTES_OF_A_ROW = 60;

/**
 * For a file much larger than what the vault holds, the indexes over events are made once at the end, sorted, and
 * not row by row in random order: a third of the time. All of it is part of the import's transaction.
 */
export function postponeEventIndexes(database: WritableDatabase, fileBytes: number): () => void {
  const coming = fileBytes / BYTES_OF_A_ROW;
  const held = database.one<{ seq: number | null }>('SELECT max(seq) AS seq FROM event')?.seq ?? 0;
  if (coming < MANY_ROWS || held > coming / 4) return () => undefined;
  const indexes = database.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'event' AND sql LIKE 'CREATE INDEX%'`,
  );
  for (const { name } of indexes) database.execute(`DROP INDEX "${name}"`);
  return () => {
    for (const { sql } of indexes) database.execute(sql);
  };
}
