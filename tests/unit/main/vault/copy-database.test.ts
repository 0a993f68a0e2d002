import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyDatabase } from '../../../../src/main/vault/copy-database.ts';
import { openDatabase } from '../../../../src/main/vault/database.ts';
import { examine } from '../../../../src/main/vault/examine.ts';
import { migrate } from '../../../../src/main/vault/migrate.ts';
import { UNWATCHED } from '../../../../src/main/vault/progress.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

function vaultWith(rows: number) {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const connect = () => openDatabase(join(folder, 'vault.db'), key);
  const database = connect();
  migrate(database);
  const write = (from: number, count: number): void =>
    database.transaction(() => {
      for (let row = from; row < from + count; row += 1)
        database.run('INSERT INTO setting (name, value) VALUES (?, ?)', `row-${row}`, 'x'.repeat(900));
    });
  write(0, rows);
  return { folder, key, connect, database, write };
}
const rowsIn = (path: string, key: Uint8Array): unknown => {
  const copy = openDatabase(path, key);
  const found = copy.one("SELECT count(*) AS rows FROM setting WHERE name LIKE 'row-%'");
  copy.close();
  return found;
};

test('while a copy is read, what others write and check-point does not touch the file', async () => {
  const { folder, key, connect, database, write } = vaultWith(3000);
  const target = join(folder, 'copy.db');
  const reader = connect();
  let written = 3000;
  const breathe = async (): Promise<void> => {
    write(written, 500);
    written += 500;
    database.one('PRAGMA wal_checkpoint(PASSIVE)');
  };
  await copyDatabase(reader, { vault: folder, target, company: 'with-others' }, { ...UNWATCHED, breathe });
  const file = readFileSync(join(folder, 'vault.db'));
  expect(written).toBeGreaterThan(4000);
  expect(readFileSync(target).equals(file)).toBe(true);
  expect(rowsIn(target, key)).toEqual({ rows: 3000 });
  reader.close();
  write(written, 10);
  database.one('PRAGMA wal_checkpoint(TRUNCATE)');
  expect(readFileSync(join(folder, 'vault.db')).equals(file)).toBe(false);
  database.close();
});

test('a job that writes in a transaction of its own does not hinder a copy, and is not in it', async () => {
  const { folder, key, connect, database } = vaultWith(100);
  const job = connect();
  job.execute('BEGIN IMMEDIATE; PRAGMA cache_size=10');
  for (let row = 0; row < 3000; row += 1)
    job.run('INSERT INTO setting (name, value) VALUES (?, ?)', `row-job-${row}`, 'x'.repeat(900));
  const reader = connect();
  const target = join(folder, 'copy.db');
  await copyDatabase(reader, { vault: folder, target, company: 'with-others' }, UNWATCHED);
  job.execute('COMMIT');
  expect(rowsIn(target, key)).toEqual({ rows: 100 });
  for (const one of [reader, job, database]) one.close();
});

test('alone, nobody else writes until the reader is closed', async () => {
  const { folder, connect, database, write } = vaultWith(10);
  const reader = connect();
  const target = join(folder, 'copy.db');
  await copyDatabase(reader, { vault: folder, target, company: 'alone' }, UNWATCHED);
  database.execute('PRAGMA busy_timeout=0');
  expect(() => write(10, 1)).toThrow('locked');
  reader.close();
  write(10, 1);
  database.close();
});

test('examined under a new key a copy has the same rows, another salt, and the old key opens nothing', async () => {
  const { folder, key, connect, database } = vaultWith(2000);
  const reader = connect();
  const target = join(folder, 'copy.db');
  await copyDatabase(reader, { vault: folder, target, company: 'with-others' }, UNWATCHED);
  reader.close();
  const salt = readFileSync(target).subarray(0, 16);
  const newKey = randomBytes(32);
  expect(examine({ path: target, key, newKey })).toMatchObject({ integrity: 'ok' });
  expect(readFileSync(target).subarray(0, 16).equals(salt)).toBe(false);
  expect(rowsIn(target, newKey)).toEqual({ rows: 2000 });
  expect(() => openDatabase(target, key)).toThrow('not a database');
  database.close();
});

test('one changed byte of a copy is found', async () => {
  const { folder, key, connect, database } = vaultWith(500);
  const reader = connect();
  const target = join(folder, 'copy.db');
  await copyDatabase(reader, { vault: folder, target, company: 'with-others' }, UNWATCHED);
  reader.close();
  const bytes = readFileSync(target);
  bytes[4096 * 20 + 1000] = (bytes[4096 * 20 + 1000] ?? 0) ^ 1;
  writeFileSync(target, bytes);
  const found = (): string => {
    try {
      return examine({ path: target, key }).integrity;
    } catch (error) {
      return String((error as { code?: string }).code);
    }
  };
  expect(found()).not.toBe('ok');
  database.close();
});
