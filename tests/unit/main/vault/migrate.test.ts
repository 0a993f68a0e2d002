import { expect, test } from 'vitest';
import { SCHEMA_VERSION, schemaVersion } from '../../../../src/main/vault/migrate.ts';
import { analysisFile, temporaryDatabase } from '../../../helpers/database.ts';

test('a new vault gets the whole schema of this program', () => {
  const database = temporaryDatabase();
  expect(schemaVersion(database)).toBe(SCHEMA_VERSION);
  expect(analysisFile(database).seq).toBe(1);
});
