import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ImportSpecification } from '../../../../src/contract/import.ts';
import type { Context } from '../../../../src/main/engine/context.ts';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { importFile, QUIET } from '../../../../src/main/import/run.ts';
import { openDatabase, type WritableDatabase } from '../../../../src/main/vault/database.ts';
import { migrate } from '../../../../src/main/vault/migrate.ts';
import { analysisFile } from '../../../helpers/database.ts';

export const FIXTURES = join(import.meta.dirname, '../../../fixtures/import');

/** A context over a real encrypted vault, enough for the import. */
export interface Bench {
  readonly context: Context;
  readonly database: WritableDatabase;
  readonly fileId: string;
  write(name: string, content: string | Uint8Array): string;
}

export function bench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'iforce-import-'));
  const key = randomBytes(32);
  const path = join(folder, 'vault.db');
  const database = openDatabase(path, key);
  migrate(database);
  const { id } = analysisFile(database);
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const context = {
    session: { path, database: () => database, connect: () => openDatabase(path, key) },
    settings: {
      get: () => ({ language: 'en', theme: 'light', timeZone: 'Europe/Kyiv', analyst: 'A. Analyst' }),
    },
    uploads: { get: () => undefined },
    resourcesFolder: join(import.meta.dirname, '../../../../resources'),
    programVersion: '0',
    database: () => database,
    actor: () => 'A. Analyst',
    now: () => 1_784_116_800_000,
  } as unknown as Context;
  return {
    context,
    database,
    fileId: id,
    write(name, content) {
      const target = join(folder, name);
      writeFileSync(target, content);
      return target;
    },
  };
}

/** The suggested specification for a file, changed where a test says so. */
export async function suggested(
  { context }: Bench,
  path: string,
  change: Partial<ImportSpecification> = {},
): Promise<ImportSpecification> {
  const inspection = await importHandlers['import.inspect'](context, { path });
  return { ...inspection.suggested, ...change };
}

export async function importPath(
  one: Bench,
  path: string,
  change: Partial<ImportSpecification> = {},
  dryRun = false,
) {
  const specification = await suggested(one, path, change);
  return importFile(one.context, {
    fileId: one.fileId,
    path,
    specification,
    dryRun,
    again: true,
    progress: QUIET,
  });
}

const CONTENT = [
  'source',
  'entity',
  'identifier',
  'link',
  'place',
  'event',
  'event_place',
  'assertion',
  'link_summary',
  'rejected_row',
  'chart_member',
];

/** What was not taken stays in the report of a batch, also when the batch is taken back. */
const OF_DONE = " WHERE batch_seq IN (SELECT seq FROM batch WHERE state = 'done')";

/** One hash over all rows of the tables an import writes; the search index is asked through its words. */
export function contentHash(database: WritableDatabase): string {
  const hash = createHash('sha256');
  for (const table of CONTENT) {
    const rows = database
      .all(`SELECT * FROM ${table}${table === 'rejected_row' ? OF_DONE : ''}`)
      .map((row) => JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? [...value] : value)));
    hash.update(`${table}\n${rows.sort().join('\n')}\n`);
  }
  for (const table of ['entity_text', 'identifier_part']) {
    hash.update(JSON.stringify(database.all(`SELECT rowid FROM ${table} ORDER BY rowid`)));
  }
  return hash.digest('hex');
}
