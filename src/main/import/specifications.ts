import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { ImportSpecification } from '../../contract/import.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** Same column names in any order and case = same kind of file. */
export function headerFingerprint(columns: readonly string[]): string {
  const names = columns
    .map((name) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim())
    .sort();
  return createHash('sha256').update(names.join('\u0000')).digest('hex');
}

export function listSpecifications(database: ReadableDatabase): ImportSpecification[] {
  return database
    .all<{ specification: string }>('SELECT specification FROM import_specification ORDER BY name, seq')
    .map((row) => JSON.parse(row.specification) as ImportSpecification);
}

/** The specification saved last for files with these columns, whatever the clock said then. */
export function savedSpecification(
  database: ReadableDatabase,
  columns: readonly string[],
): ImportSpecification | null {
  const row = database.one<{ specification: string }>(
    'SELECT specification FROM import_specification WHERE header_fingerprint = ? ORDER BY seq DESC LIMIT 1',
    headerFingerprint(columns),
  );
  return row === undefined ? null : (JSON.parse(row.specification) as ImportSpecification);
}

/** Saves under its id, or as a new one where it has none; either way it is the last. Answers the id. */
export function saveSpecification(
  database: WritableDatabase,
  specification: ImportSpecification,
  now: number,
): string {
  const id = specification.id ?? uuidv7();
  database.run(
    `INSERT INTO import_specification (id, name, header_fingerprint, specification, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, header_fingerprint = excluded.header_fingerprint,
       specification = excluded.specification, updated_at = excluded.updated_at,
       seq = (SELECT max(seq) + 1 FROM import_specification)`,
    id,
    specification.name,
    headerFingerprint(specification.columns),
    JSON.stringify({ ...specification, id }),
    now,
  );
  return id;
}
