import type { ReadableDatabase, WritableDatabase } from './database.ts';

/** One value of the vault's own, by name. */
export function readSetting(database: ReadableDatabase, name: string): string | null {
  return database.one<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value ?? null;
}

export function writeSetting(database: WritableDatabase, name: string, value: string): void {
  database.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}
