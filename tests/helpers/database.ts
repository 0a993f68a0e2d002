import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { openDatabase, type WritableDatabase } from '../../src/main/vault/database.ts';
import { migrate } from '../../src/main/vault/migrate.ts';

const connections = new WeakMap<WritableDatabase, () => WritableDatabase>();

/** Another connection to the same temporary database; the caller closes it. */
export function connectAgain(database: WritableDatabase): WritableDatabase {
  const connect = connections.get(database);
  if (connect === undefined) throw new Error('not a temporary database of this helper');
  return connect();
}

/** A really encrypted database of the newest (or an older) schema version in a folder that goes with the test. */
export function temporaryDatabase(version?: number): WritableDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'iforce-test-'));
  const path = join(folder, 'vault.db');
  const key = randomBytes(32);
  const database = openDatabase(path, key);
  connections.set(database, () => openDatabase(path, key));
  migrate(database, version);
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return database;
}

/** An analysis file to hang things on; returns its seq and id. */
export function analysisFile(
  database: WritableDatabase,
  reference = 'CAF-2026-001',
): { seq: number; id: string } {
  const id = uuidv7();
  const { lastSeq } = database.run(
    `INSERT INTO analysis_file (id, reference, title, purpose, crime_areas, legal_basis, originator, participants,
       subject_categories, conditions, level, handling, created_at)
     VALUES (?, ?, 'Test operation', 'criminal-network analysis', '["vehicles"]', 'test', 'MD', '["MD"]', '["suspect"]', '', 'restricted', '["H1"]', 0)`,
    id,
    reference,
  );
  return { seq: lastSeq, id };
}

/** Who takes a step of the journal in a test. */
export const BY = { actor: 'A. Analyst', at: 1_784_116_800_000 } as const;
