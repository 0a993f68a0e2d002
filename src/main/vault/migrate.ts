import { Failure } from '../../core/result.ts';
import type { WritableDatabase } from './database.ts';
import { firstLight } from './migrations/0010-first-light.ts';
import { trust } from './migrations/0020-trust.ts';
import { evidence } from './migrations/0022-evidence.ts';
import type { Migration } from './migrations/migration.ts';

/** In order; numbers rise in steps of ten so that a repair can be put between. */
export const MIGRATIONS: readonly Migration[] = [firstLight, trust, evidence];
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;

export function schemaVersion(database: WritableDatabase): number {
  return database.one<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/**
 * Brings the schema to this program's version in one transaction; refuses a vault of a newer program. `to` is given
 * only by tests that fill an older version.
 */
export function migrate(database: WritableDatabase, to = SCHEMA_VERSION): void {
  const from = schemaVersion(database);
  if (from > SCHEMA_VERSION) throw new Failure('vault.newer', { needed: from, known: SCHEMA_VERSION });
  if (from === to) return;
  database.transaction(() => {
    for (const migration of MIGRATIONS) {
      if (migration.version <= from || migration.version > to) continue;
      database.execute(migration.sql);
      database.execute(`PRAGMA user_version=${migration.version}`);
    }
  });
}
