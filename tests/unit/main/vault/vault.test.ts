import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../../../src/core/result.ts';
import { createVault } from '../../../../src/main/vault/create.ts';
import { unlockVault } from '../../../../src/main/vault/open.ts';
import { recoverVault } from '../../../../src/main/vault/recover.ts';
import { LIGHT, openTemporary, PASSPHRASE, temporaryFolder, temporaryVault } from '../../../helpers/vault.ts';

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error.error.code;
    throw error;
  }
  return 'no failure';
}

function contents(path: string): Record<string, string> {
  const files = readdirSync(path).filter((name) => name !== 'backups');
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(path, name)).toString('base64')]));
}

const recovery = {
  passphrase: 'a wholly new passphrase',
  name: 'analyst',
  actor: 'analyst',
  at: 0,
  cost: LIGHT,
};
const opening = (path: string, text = PASSPHRASE) => unlockVault(path, { kind: 'passphrase', text });

test('what was written is there after lock and unlock, and nothing readable lies in the folder', async () => {
  const { path } = await temporaryVault();
  const first = await openTemporary(path);
  first.database.run("INSERT INTO setting (name, value) VALUES ('probe', 'RIVERSTONE-PLAIN-TEXT')");
  for (const name of ['vault.db', 'vault.db-wal'])
    expect(readFileSync(join(path, name)).includes('RIVERSTONE-PLAIN-TEXT')).toBe(false);
  first.close();
  expect(() => first.database.one('SELECT 1')).toThrow();
  expect(existsSync(join(path, 'lock'))).toBe(false);
  const again = await openTemporary(path);
  expect(again.database.one("SELECT value FROM setting WHERE name='probe'")).toEqual({
    value: 'RIVERSTONE-PLAIN-TEXT',
  });
});

test('a wrong passphrase changes nothing', async () => {
  const { path } = await temporaryVault();
  const before = contents(path);
  expect(await codeOf(opening(path, 'another passphrase'))).toBe('vault.wrong-passphrase');
  expect(contents(path)).toEqual(before);
});

test('the 24 words give a new passphrase, and the old one ends', async () => {
  const { path, recoveryWords } = await temporaryVault();
  expect(recoveryWords).toHaveLength(24);
  const words = `  ${recoveryWords.join('  ').toUpperCase()} `;
  await recoverVault(path, { ...recovery, words });
  expect(await codeOf(opening(path))).toBe('vault.wrong-passphrase');
  (await opening(path, 'a wholly new passphrase')).close();
});

test('mistyped and foreign recovery words are told apart', async () => {
  const { path } = await temporaryVault();
  const other = await temporaryVault();
  const foreign = other.recoveryWords.join(' ');
  expect(await codeOf(recoverVault(path, { ...recovery, words: 'river stone bridge' }))).toBe(
    'vault.mistyped-words',
  );
  expect(await codeOf(recoverVault(path, { ...recovery, words: foreign }))).toBe('vault.wrong-words');
});

test('a passphrase below twelve characters makes no folder', async () => {
  const path = join(temporaryFolder(), 'A.vault');
  const wish = { passphrase: 'eleven char', slotName: 'a', actor: 'a', cost: LIGHT };
  expect(await codeOf(createVault(path, wish))).toBe('vault.weak-passphrase');
  expect(existsSync(path)).toBe(false);
});

test('a folder that exists is never made into a vault', async () => {
  const { path } = await temporaryVault();
  const before = contents(path);
  const wish = { passphrase: PASSPHRASE, slotName: 'a', actor: 'a', cost: LIGHT };
  expect(await codeOf(createVault(path, wish))).toBe('vault.exists');
  expect(contents(path)).toEqual(before);
});

test('an open vault is refused to the next one, with its owner', async () => {
  const { path } = await temporaryVault();
  await openTemporary(path);
  const refused = await opening(path).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Failure);
  expect((refused as Failure).error).toMatchObject({ code: 'vault.in-use', params: { pid: process.pid } });
});

test.each([
  [
    'a process that is gone',
    JSON.stringify({ pid: 2 ** 30, host: (await import('node:os')).hostname(), since: '2026-01-01' }),
  ],
  ['another computer', JSON.stringify({ pid: 1, host: 'elsewhere', since: '2026-01-01' })],
  ['garbage', '{'],
])('a lock of %s is explained and taken over on request', async (_name, lock) => {
  const { path } = await temporaryVault();
  writeFileSync(join(path, 'lock'), lock);
  expect(await codeOf(opening(path))).toBe('vault.stale-lock');
  expect(readFileSync(join(path, 'lock'), 'utf8')).toBe(lock);
  await openTemporary(path, true);
  expect(JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
});

test.each([
  ['empty', (_bytes: Buffer) => Buffer.alloc(0)],
  ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, 4096 * 3)],
  ['cut inside the first page', (bytes: Buffer) => bytes.subarray(0, 1000)],
  ['garbage', (bytes: Buffer) => Buffer.alloc(bytes.length, 'garbage')],
])('a database that is %s is refused and left as it is', async (_name, spoil) => {
  const { path } = await temporaryVault();
  const file = join(path, 'vault.db');
  const spoilt = spoil(readFileSync(file));
  writeFileSync(file, spoilt);
  expect(await codeOf(opening(path))).toBe('vault.damaged');
  expect(readFileSync(file).equals(spoilt)).toBe(true);
  expect(existsSync(join(path, 'lock'))).toBe(false);
});

test('a damaged keys.json falls back to its copy and is whole again; with both gone nothing is written', async () => {
  const { path } = await temporaryVault();
  writeFileSync(join(path, 'keys.json'), '{"format":1,');
  const vault = await opening(path);
  expect(vault.keysFromCopy).toBe(true);
  vault.close();
  const [first, copy] = [join(path, 'keys.json'), join(path, 'keys.copy.json')];
  expect(readFileSync(first, 'utf8')).toBe(readFileSync(copy, 'utf8'));
  const again = await opening(path);
  expect(again.keysFromCopy).toBe(false);
  again.close();
  writeFileSync(first, '{"format":1,');
  writeFileSync(copy, '');
  const before = contents(path);
  expect(await codeOf(opening(path))).toBe('vault.keys-damaged');
  expect(contents(path)).toEqual(before);
});

test('no passphrase, word or key stands in the key file', async () => {
  const { path, recoveryWords } = await temporaryVault();
  const text = readFileSync(join(path, 'keys.json'), 'utf8');
  expect(text.includes(PASSPHRASE)).toBe(false);
  expect(text.includes(recoveryWords.slice(0, 3).join(' '))).toBe(false);
});
