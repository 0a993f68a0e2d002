import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { openDatabase, type WritableDatabase } from '../../src/main/vault/database.ts';
import { migrate } from '../../src/main/vault/migrate.ts';

/** A migrated, really encrypted database in a folder that goes with the test. */
export function temporaryDatabase(): WritableDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'iforce-test-'));
  const database = openDatabase(join(folder, 'vault.db'), randomBytes(32));
  migrate(database);
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
