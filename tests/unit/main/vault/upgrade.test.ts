import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../../../src/core/result.ts';
import { storedBackups } from '../../../../src/main/vault/backup/shelf.ts';
import { openDatabase } from '../../../../src/main/vault/database.ts';
import { migrate, noteProgram, SCHEMA_VERSION, schemaVersion } from '../../../../src/main/vault/migrate.ts';
import { unlockVault } from '../../../../src/main/vault/open.ts';
import { openSlot, type Slot } from '../../../../src/main/vault/slots.ts';
import { ask } from '../../../helpers/answers.ts';
import { testEngine } from '../../../helpers/engine.ts';
import { openTemporary, PASSPHRASE, temporaryVault } from '../../../helpers/vault.ts';

const OLDER = 10;
const secret = { kind: 'passphrase', text: PASSPHRASE } as const;

async function keyOf(path: string): Promise<Uint8Array> {
  const { slots } = JSON.parse(readFileSync(join(path, 'keys.json'), 'utf8')) as { slots: Slot[] };
  return (await openSlot(PASSPHRASE, slots[0] as Slot)) ?? new Uint8Array();
}

/** A vault as an older program left it. */
async function olderVault(): Promise<string> {
  const { path } = await temporaryVault();
  const key = await keyOf(path);
  writeFileSync(join(path, 'vault.db'), '');
  const database = openDatabase(join(path, 'vault.db'), key);
  migrate(database, OLDER);
  database.run("INSERT INTO setting (name, value) VALUES ('probe', 'of before')");
  database.close();
  return path;
}

/** What a vault consists of; the file in which processes take turns is none of it. */
function contents(path: string): Record<string, string> {
  const files = readdirSync(path).filter((name) => !['backups', 'lock.turn'].includes(name));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(path, name)).toString('base64')]));
}

test('before the schema changes the vault is backed up as it was, and the backup opens', async () => {
  const path = await olderVault();
  const vault = await openTemporary(path);
  const [backup] = storedBackups(path);
  expect(vault.migrated).toEqual({ from: OLDER, to: SCHEMA_VERSION, backup: backup?.name });
  expect(backup).toMatchObject({ reason: 'migration', schemaVersion: OLDER });
  expect(backup?.verifiedAt).not.toBeNull();
  expect(schemaVersion(vault.database)).toBe(SCHEMA_VERSION);
  const copy = openDatabase(join(path, 'backups', backup?.name ?? '', 'vault.db'), await keyOf(path));
  expect(copy.one("SELECT value FROM setting WHERE name = 'probe'")).toEqual({ value: 'of before' });
  expect(schemaVersion(copy)).toBe(OLDER);
  copy.close();
  vault.close();
  const again = await openTemporary(path);
  expect(again.migrated).toBeNull();
  expect(storedBackups(path)).toHaveLength(1);
});

test('where the backup cannot be made the schema stays as it is', async () => {
  const path = await olderVault();
  const database = join(path, 'vault.db');
  const bytes = readFileSync(database);
  bytes.fill(7, 4096 * 9, 4096 * 10);
  writeFileSync(database, bytes);
  const code = await unlockVault(path, secret).catch((error: Failure) => error.error.code);
  expect(['vault.backup-damaged', 'vault.damaged']).toContain(code);
  expect(readFileSync(database).equals(bytes)).toBe(true);
  expect(storedBackups(path)).toEqual([]);
  expect(readdirSync(path).sort()).toEqual([
    'backups',
    'keys.copy.json',
    'keys.json',
    'lock.turn',
    'vault.db',
  ]);
});

test('the person is told where the vault of before is, and the chain knows', async () => {
  const path = await olderVault();
  const engine = testEngine();
  const { notices } = await ask(engine, 'vault.unlock', { path, passphrase: PASSPHRASE });
  expect(notices).toMatchObject([
    { code: 'vault.migrated', message: expect.stringContaining(storedBackups(path)[0]?.name ?? '?') },
  ]);
  const { rows } = await ask(engine, 'audit.list', { offset: 0, limit: 10 });
  expect(rows.map((row) => row.action)).toEqual(['unlock', 'migrate']);
});

test('a vault of a newer program is refused with the version it needs, and nothing in it is touched', async () => {
  const { path } = await temporaryVault();
  const database = openDatabase(join(path, 'vault.db'), await keyOf(path));
  noteProgram(database, '9.8.7');
  database.execute(`PRAGMA user_version=${SCHEMA_VERSION + 10}`);
  database.close();
  const before = contents(path);
  const refused = await unlockVault(path, secret).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Failure);
  expect((refused as Failure).error).toEqual({
    code: 'vault.newer',
    params: { needed: SCHEMA_VERSION + 10, known: SCHEMA_VERSION, program: '9.8.7' },
  });
  expect(contents(path)).toEqual(before);
  expect(storedBackups(path)).toEqual([]);
  const reply = await testEngine().handle('vault.unlock', { path, passphrase: PASSPHRASE });
  expect(reply).toMatchObject({ error: { message: expect.stringContaining('version 9.8.7 or later') } });
});
