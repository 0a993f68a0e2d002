import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { firstLight } from './migrations/0010-first-light.ts';
import { trust } from './migrations/0020-trust.ts';
import { evidence } from './migrations/0022-evidence.ts';
import { documents } from './migrations/0023-documents.ts';
import { matching } from './migrations/0024-matching.ts';
import { watchLists } from './migrations/0025-watch-lists.ts';
import { checks } from './migrations/0026-checks.ts';
import { search } from './migrations/0027-search.ts';
import type { Migration } from './migrations/migration.ts';
import { readSetting, writeSetting } from './setting.ts';

/** In order; numbers rise with gaps so that a repair can be put between. */
export const MIGRATIONS: readonly Migration[] = [
  firstLight,
  trust,
  evidence,
  documents,
  matching,
  watchLists,
  checks,
  search,
];
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
const PROGRAM = 'schema.program';

export function schemaVersion(database: ReadableDatabase): number {
  return database.one<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/** Keeps which program made the schema what it is: an older one names it when it refuses the vault. */
export function noteProgram(database: WritableDatabase, programVersion: string): void {
  writeSetting(database, PROGRAM, programVersion);
}

function requireKnown(database: ReadableDatabase, from: number): void {
  if (from <= SCHEMA_VERSION) return;
  const program = readSetting(database, PROGRAM) ?? '';
  throw new Failure('vault.newer', { needed: from, known: SCHEMA_VERSION, program });
}

/** Whether this program must change the schema first; refuses a vault of a newer program. */
export function needsMigration(database: ReadableDatabase): boolean {
  const from = schemaVersion(database);
  requireKnown(database, from);
  return from < SCHEMA_VERSION;
}

/**
 * Brings the schema to this program's version in one transaction; refuses a vault of a newer program. `to` is given
 * only by tests that fill an older version.
 */
export function migrate(database: WritableDatabase, to = SCHEMA_VERSION): void {
  const from = schemaVersion(database);
  requireKnown(database, from);
  if (from === to) return;
  database.transaction(() => {
    for (const migration of MIGRATIONS) {
      if (migration.version <= from || migration.version > to) continue;
      database.execute(migration.sql);
      database.execute(`PRAGMA user_version=${migration.version}`);
    }
  });
}
