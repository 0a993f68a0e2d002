import type { WritableDatabase } from '../vault/database.ts';

/** Its entries and hits stay; nobody is found by them any more. */
export function forgetEntries(database: WritableDatabase, versionSeq: number): void {
  for (const table of ['watch_entry_key', 'watch_entry_number']) {
    database.run(
      `DELETE FROM ${table} WHERE entry_seq IN (SELECT seq FROM watch_entry WHERE version_seq = ?)`,
      versionSeq,
    );
  }
}
