import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../src/main/vault/database.ts';
import { openSlot, type Slot } from '../../../../src/main/vault/slots.ts';
import { ask, finished, refusal } from '../../../helpers/answers.ts';
import { type TestEngine, testEngine } from '../../../helpers/engine.ts';
import { PASSPHRASE } from '../../../helpers/vault.ts';

const OTHER = 'two quiet hills beside water';
const own = { kind: 'passphrase', text: PASSPHRASE } as const;

async function withTwoKeys(): Promise<TestEngine & { readonly words: string[] }> {
  const engine = testEngine();
  const words = await engine.create();
  await ask(engine, 'slot.add', { secret: own, name: 'Олена', passphrase: OTHER });
  return { ...engine, words };
}
async function dataKey(engine: TestEngine): Promise<Uint8Array> {
  const { slots } = JSON.parse(readFileSync(join(engine.vaultPath, 'keys.json'), 'utf8')) as {
    slots: Slot[];
  };
  const key = await openSlot(PASSPHRASE, slots[0] as Slot);
  if (key === null) throw new Error('the first slot is not the analyst’s');
  return key;
}
const nothingLeft = (engine: TestEngine): string[] =>
  readdirSync(engine.vaultPath).filter((name) => name.startsWith('new-') || name === 'next');

test('the vault goes on open under a new key: the own passphrase and the new words open it, nothing else', async () => {
  const engine = await withTwoKeys();
  const database = engine.context.database();
  for (let row = 0; row < 500; row += 1)
    database.run('INSERT INTO setting (name, value) VALUES (?, ?)', `row-${row}`, 'x'.repeat(500));
  const before = await dataKey(engine);
  const { recoveryWords, kept, dropped, jobId } = await ask(engine, 'vault.rekey', {
    passphrase: PASSPHRASE,
  });
  expect([kept, dropped]).toEqual(['analyst', ['Олена']]);
  await finished(engine, { jobId });
  const rows = engine.context.database().one("SELECT count(*) AS rows FROM setting WHERE name LIKE 'row-%'");
  expect(rows).toEqual({ rows: 500 });
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
  expect((await dataKey(engine)).every((byte, at) => byte === before[at])).toBe(false);
  await ask(engine, 'vault.lock', {});
  expect(() => openDatabase(join(engine.vaultPath, 'vault.db'), before)).toThrow('not a database');
  const unlock = (passphrase: string) => ({ path: engine.vaultPath, passphrase });
  expect(await refusal(engine, 'vault.unlock', unlock(OTHER))).toBe('vault.wrong-passphrase');
  const recover = (words: readonly string[]) => ({
    path: engine.vaultPath,
    words: words.join(' '),
    newPassphrase: 'four copper bells ring twice',
  });
  expect(await refusal(engine, 'vault.recover', recover(engine.words))).toBe('vault.wrong-words');
  expect(await refusal(engine, 'vault.recover', recover(recoveryWords))).toBe('no refusal');
  const { rows: entries } = await ask(engine, 'audit.list', { offset: 0, limit: 100 });
  expect(entries.map((row) => row.action)).toContain('rekey');
  expect(nothingLeft(engine)).toEqual([]);
});

test('a wrong passphrase starts nothing', async () => {
  const engine = await withTwoKeys();
  expect(await refusal(engine, 'vault.rekey', { passphrase: 'no such passphrase' })).toBe(
    'vault.wrong-passphrase',
  );
  expect(engine.context.jobs.list()).toEqual([]);
});

test('cancelled, the vault has its old keys, and the words that were shown open nothing', async () => {
  const engine = await withTwoKeys();
  const keys = readFileSync(join(engine.vaultPath, 'keys.json'), 'utf8');
  const { jobId, recoveryWords } = await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE });
  engine.context.jobs.cancel(jobId);
  expect((await engine.context.jobs.finished(jobId)).state).toBe('cancelled');
  expect(readFileSync(join(engine.vaultPath, 'keys.json'), 'utf8')).toBe(keys);
  expect(nothingLeft(engine)).toEqual([]);
  const secret = { kind: 'recovery', text: recoveryWords.join(' ') } as const;
  expect(await refusal(engine, 'slot.newWords', { secret })).toBe('vault.wrong-words');
});

test('while it goes on others read; who writes, or changes keys, is told that the vault is busy', async () => {
  const engine = await withTwoKeys();
  const { jobId } = await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE });
  while ((await engine.context.jobs.watch(jobId, -1)).phase === 'starting')
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await ask(engine, 'vault.info', {})).counts.audit).toBeGreaterThan(0);
  expect(() =>
    engine.context.database().run("INSERT INTO setting (name, value) VALUES ('late', '')"),
  ).toThrow('locked');
  expect(await refusal(engine, 'slot.add', { secret: own, name: 'X', passphrase: OTHER })).toBe('vault.busy');
  await finished(engine, { jobId });
  engine.context.database().run("INSERT INTO setting (name, value) VALUES ('late', '')");
});

test('locking in the middle stops it and leaves the old keys', async () => {
  const engine = await withTwoKeys();
  const { jobId } = await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE });
  await ask(engine, 'vault.lock', {});
  expect((await engine.context.jobs.finished(jobId)).state).toBe('cancelled');
  expect(nothingLeft(engine)).toEqual([]);
  expect(await refusal(engine, 'vault.unlock', { path: engine.vaultPath, passphrase: OTHER })).toBe(
    'no refusal',
  );
});

test('it waits for work that has the vault open, and that work ends well', async () => {
  const engine = await withTwoKeys();
  const gate = Promise.withResolvers<void>();
  const reading = engine.context.jobs.start('probe', async () => {
    const connection = engine.context.session.connect();
    await gate.promise;
    const row = connection.one('SELECT count(*) AS entries FROM audit');
    connection.close();
    return row;
  });
  const { jobId } = await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE });
  setTimeout(gate.resolve, 700);
  await finished(engine, { jobId });
  expect((await engine.context.jobs.finished(reading)).state).toBe('done');
  expect(existsSync(join(engine.vaultPath, 'lock'))).toBe(true);
});
