import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../../../src/core/result.ts';
import { createVault } from '../../../../src/main/vault/create.ts';
import { processMark } from '../../../../src/main/vault/process-mark.ts';
import { testEngine } from '../../../helpers/engine.ts';
import { LIGHT, openTemporary, PASSPHRASE, temporaryFolder, temporaryVault } from '../../../helpers/vault.ts';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error) => (error instanceof Failure ? error.error.code : String(error)),
  );

async function withLock(lock: object): Promise<string> {
  const { path } = await temporaryVault();
  writeFileSync(join(path, 'lock'), JSON.stringify(lock));
  return path;
}

const now = () => new Date().toISOString();

test('a living process that only got the number of the dead owner keeps nobody out', async () => {
  const path = await withLock({
    pid: process.ppid,
    host: hostname(),
    since: now(),
    started: 'another start:1',
  });
  expect(await codeOf(openTemporary(path))).toBe(
    existsSync('/proc/self/stat') ? 'vault.stale-lock' : 'vault.in-use',
  );
});

test('an owner of before the computer was started is gone, whoever has its number now', async () => {
  const before = new Date(Date.now() - uptime() * 1000 - 600_000).toISOString();
  const path = await withLock({ pid: process.ppid, host: hostname(), since: before });
  expect(await codeOf(openTemporary(path))).toBe('vault.stale-lock');
  await openTemporary(path, true);
});

test.skipIf(processMark(process.pid) === null)(
  'a clock set forward does not make a living owner a dead one',
  async () => {
    const path = await withLock({
      pid: process.ppid,
      host: hostname(),
      since: new Date(Date.now() - uptime() * 1000 - 600_000).toISOString(),
      started: processMark(process.ppid),
    });
    expect(await codeOf(openTemporary(path, true))).toBe('vault.in-use');
  },
);

test('a living owner cannot be pushed out, and its lock stays as it is', async () => {
  const path = await withLock({ pid: process.ppid, host: hostname(), since: now() });
  const lock = readFileSync(join(path, 'lock'), 'utf8');
  expect(await codeOf(openTemporary(path, true))).toBe('vault.in-use');
  expect(readFileSync(join(path, 'lock'), 'utf8')).toBe(lock);
  expect(readdirSync(path).filter((name) => name.startsWith('lock'))).toEqual(['lock']);
});

test('two that make a vault of one name at the same moment: one has it, the other is told', async () => {
  const path = join(temporaryFolder(), 'Справа.vault');
  const wish = (passphrase: string) => ({ passphrase, slotName: 'a', actor: 'a', cost: LIGHT });
  const [one, other] = await Promise.all([
    codeOf(createVault(path, wish(PASSPHRASE))),
    codeOf(createVault(path, wish(PASSPHRASE))),
  ]);
  expect([one, other].sort()).toEqual(['no failure', 'vault.exists']);
  expect(readdirSync(join(path, '..'))).toEqual(['Справа.vault']);
  await openTemporary(path);
});

test('what a killed process left of a vault goes with the next one of that name; what a living one makes stays', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'річ.vault');
  await createVault(join(folder, 'other.vault'), {
    passphrase: PASSPHRASE,
    slotName: 'a',
    actor: 'a',
    cost: LIGHT,
  });
  const { nameBeside } = await import('../../../../src/main/vault/beside.ts');
  const mine = nameBeside(path);
  const dead = mine.replace(`-${process.pid}-`, `-${2 ** 30}-`);
  for (const one of [mine, dead]) mkdirSync(one);
  await createVault(path, { passphrase: PASSPHRASE, slotName: 'a', actor: 'a', cost: LIGHT });
  expect([existsSync(mine), existsSync(dead)]).toEqual([true, false]);
});

test('a forgotten passphrase can be replaced although a killed program left its lock', async () => {
  const engine = testEngine();
  const words = (await engine.create()).join(' ');
  await engine.handle('vault.lock', {});
  const lock = { pid: 2 ** 30, host: hostname(), since: now() };
  writeFileSync(join(engine.vaultPath, 'lock'), JSON.stringify(lock));
  const input = { path: engine.vaultPath, words, newPassphrase: 'a wholly new passphrase' };
  expect(await engine.handle('vault.recover', input)).toMatchObject({ error: { code: 'vault.stale-lock' } });
  expect(await engine.handle('vault.recover', { ...input, takeOverLock: true })).toMatchObject({ ok: true });
});

test('where a change of keys was cut off between the two copies, the next unlock makes them one', async () => {
  const engine = testEngine();
  const words = (await engine.create()).join(' ');
  const file = (name: string) => join(engine.vaultPath, name);
  const old = readFileSync(file('keys.copy.json'), 'utf8');
  await engine.handle('vault.lock', {});
  const newPassphrase = 'a wholly new passphrase';
  await engine.handle('vault.recover', { path: engine.vaultPath, words, newPassphrase });
  await engine.handle('vault.lock', {});
  writeFileSync(file('keys.copy.json'), old);
  await engine.handle('vault.unlock', { path: engine.vaultPath, passphrase: newPassphrase });
  expect(readFileSync(file('keys.copy.json'), 'utf8')).toBe(readFileSync(file('keys.json'), 'utf8'));
});
