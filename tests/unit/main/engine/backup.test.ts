import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createEngine } from '../../../../src/main/engine/index.ts';
import { ask, finished, refusal } from '../../../helpers/answers.ts';
import { type TestEngine, testEngine } from '../../../helpers/engine.ts';
import { PASSPHRASE } from '../../../helpers/vault.ts';

const own = { kind: 'passphrase', text: PASSPHRASE } as const;
const note = (engine: TestEngine, name: string): void => {
  engine.context.database().run("INSERT INTO setting (name, value) VALUES (?, 'noted')", name);
};
const notes = (engine: TestEngine): string[] =>
  engine.context
    .database()
    .all<{ name: string }>("SELECT name FROM setting WHERE value = 'noted' ORDER BY name")
    .map((row) => row.name);
const list = async (engine: TestEngine) =>
  (await ask(engine, 'backup.list', { path: engine.vaultPath })).backups;
const make = async (engine: TestEngine) =>
  (await finished(engine, await ask(engine, 'backup.make', {}))) as { name: string };
const unlock = (engine: TestEngine) =>
  ask(engine, 'vault.unlock', { path: engine.vaultPath, passphrase: PASSPHRASE });

/** A vault with one note in its only backup and another one written since. */
async function backedUp(): Promise<TestEngine & { readonly backup: string; readonly words: string[] }> {
  const engine = testEngine();
  const words = await engine.create();
  note(engine, 'first');
  const { name } = await make(engine);
  note(engine, 'second');
  return { ...engine, backup: name, words };
}
const restoring = (engine: { vaultPath: string; backup: string }) => ({
  path: engine.vaultPath,
  backup: engine.backup,
  secret: own,
});

test('a backup holds database and keys, was looked through, and knows the head of the chain', async () => {
  const engine = await backedUp();
  const folder = join(engine.vaultPath, 'backups', engine.backup);
  expect(readdirSync(folder).sort()).toEqual(['backup.json', 'keys.copy.json', 'keys.json', 'vault.db']);
  const [backup] = await list(engine);
  expect(backup).toMatchObject({
    name: engine.backup,
    reason: 'wanted',
    verified: true,
    hasKeyOfToday: true,
  });
  expect(backup?.sizeBytes).toBeGreaterThan(4096);
  const { rows } = await ask(engine, 'audit.list', { offset: 0, limit: 10 });
  expect(rows[0]).toMatchObject({ action: 'backup', object: `backup:${engine.backup}` });
  expect(rows[1]?.hash).toBe(backup?.auditHead);
  expect(readdirSync(engine.vaultPath).filter((name) => name.startsWith('new-'))).toEqual([]);
});

test('nothing readable lies in a backup, and it cannot be opened as a vault', async () => {
  const engine = await backedUp();
  const folder = join(engine.vaultPath, 'backups', engine.backup);
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name)).includes('noted')).toBe(false);
  await ask(engine, 'vault.lock', {});
  expect(await refusal(engine, 'vault.unlock', { path: folder, passphrase: PASSPHRASE })).toBe(
    'vault.is-backup',
  );
});

test('others write while a backup is made: it holds what was there when it began', async () => {
  const engine = testEngine();
  await engine.create();
  const blob = 'x'.repeat(4_000_000);
  engine.context.database().run("INSERT INTO setting (name, value) VALUES ('large', ?)", blob);
  const started = await ask(engine, 'backup.make', {});
  let written = 0;
  const timer = setInterval(() => {
    note(engine, `while-${written}`);
    written += 1;
  }, 1);
  const { name } = (await finished(engine, started)) as { name: string };
  clearInterval(timer);
  expect(written).toBeGreaterThan(3);
  await ask(engine, 'vault.lock', {});
  await finished(
    engine,
    await ask(engine, 'backup.restore', { path: engine.vaultPath, backup: name, secret: own }),
  );
  await unlock(engine);
  expect(notes(engine).length).toBeLessThan(written);
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
});

test('a restore brings back the state of the day; the present vault goes to the backups and can come back', async () => {
  const engine = await backedUp();
  expect(await refusal(engine, 'backup.restore', restoring(engine))).toBe('vault.already-open');
  await ask(engine, 'vault.lock', {});
  const { aside } = (await finished(engine, await ask(engine, 'backup.restore', restoring(engine)))) as {
    aside: string;
  };
  await unlock(engine);
  expect(notes(engine)).toEqual(['first']);
  const { rows } = await ask(engine, 'audit.list', { offset: 0, limit: 3 });
  expect(rows.map((row) => row.action)).toEqual(['unlock', 'restore', 'unlock']);
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
  expect((await list(engine)).map((one) => [one.name, one.verified])).toEqual([
    [aside, false],
    [engine.backup, true],
  ]);
  await ask(engine, 'vault.lock', {});
  await finished(engine, await ask(engine, 'backup.restore', { ...restoring(engine), backup: aside }));
  await unlock(engine);
  expect(notes(engine)).toEqual(['first', 'second']);
});

test.each([
  ['damaged', (path: string) => writeFileSync(path, Buffer.alloc(50_000, 'garbage'))],
  ['cut short', (path: string) => truncateSync(path, 4096 * 3)],
  ['gone', (path: string) => rmSync(path)],
])('a vault whose database is %s is restored; what is left of it is kept', async (_what, spoil) => {
  const engine = await backedUp();
  await ask(engine, 'vault.lock', {});
  spoil(join(engine.vaultPath, 'vault.db'));
  const isThere = existsSync(join(engine.vaultPath, 'vault.db'));
  await finished(engine, await ask(engine, 'backup.restore', restoring(engine)));
  await unlock(engine);
  expect(notes(engine)).toEqual(['first']);
  expect((await list(engine)).filter((one) => one.reason === 'restore')).toHaveLength(isThere ? 1 : 0);
});

test('a restore needs a secret of that day; a wrong one changes nothing', async () => {
  const engine = await backedUp();
  const newPassphrase = 'four copper bells ring twice';
  await ask(engine, 'slot.change', { secret: own, name: 'analyst', newName: 'analyst', newPassphrase });
  await ask(engine, 'vault.lock', {});
  const wish = restoring(engine);
  const wrong = { ...wish, secret: { kind: 'passphrase', text: newPassphrase } } as const;
  expect(await refusal(engine, 'backup.restore', wrong)).toBe('vault.wrong-passphrase');
  expect(existsSync(join(engine.vaultPath, 'lock'))).toBe(false);
  const byWords = { ...wish, secret: { kind: 'recovery', text: engine.words.join(' ') } } as const;
  await finished(engine, await ask(engine, 'backup.restore', byWords));
  await unlock(engine);
  expect(notes(engine)).toEqual(['first']);
});

test('a damaged backup is not restored: the vault stays as it was', async () => {
  const engine = await backedUp();
  await ask(engine, 'vault.lock', {});
  const file = join(engine.vaultPath, 'backups', engine.backup, 'vault.db');
  const bytes = readFileSync(file);
  bytes.fill(7, 4096 * 5, 4096 * 6);
  writeFileSync(file, bytes);
  const { jobId } = await ask(engine, 'backup.restore', restoring(engine));
  const job = await engine.context.jobs.finished(jobId);
  expect(job.state).toBe('failed');
  expect(['vault.backup-damaged', 'vault.damaged']).toContain(job.error?.code);
  expect(readdirSync(engine.vaultPath).sort()).toEqual([
    'backups',
    'keys.copy.json',
    'keys.json',
    'lock.turn',
    'vault.db',
  ]);
  await unlock(engine);
  expect(notes(engine)).toEqual(['first', 'second']);
});

test('with both key files damaged the keys come back from a backup and nothing done since is lost', async () => {
  const engine = await backedUp();
  await ask(engine, 'vault.lock', {});
  for (const name of ['keys.json', 'keys.copy.json']) writeFileSync(join(engine.vaultPath, name), '{');
  expect(await refusal(engine, 'vault.unlock', { path: engine.vaultPath, passphrase: PASSPHRASE })).toBe(
    'vault.keys-damaged',
  );
  await ask(engine, 'backup.restoreKeys', restoring(engine));
  await unlock(engine);
  expect(notes(engine)).toEqual(['first', 'second']);
  const { rows } = await ask(engine, 'audit.list', { offset: 0, limit: 10 });
  expect(rows.map((row) => row.action)).toContain('keys-restore');
});

test('keys of before the vault was encrypted anew are refused', async () => {
  const engine = await backedUp();
  await finished(engine, await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE }));
  expect((await list(engine))[0]).toMatchObject({ hasKeyOfToday: false });
  await ask(engine, 'vault.lock', {});
  expect(await refusal(engine, 'backup.restoreKeys', restoring(engine))).toBe('vault.keys-of-another');
  await unlock(engine);
});

test('backups under an old key can be removed once there is one under the new', async () => {
  const engine = await backedUp();
  await finished(engine, await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE }));
  const wish = { secret: own, names: [engine.backup] };
  expect(await refusal(engine, 'backup.remove', wish)).toBe('vault.last-backup');
  const { name } = await make(engine);
  await ask(engine, 'backup.remove', wish);
  expect((await list(engine)).map((one) => one.name)).toEqual([name]);
  expect(await refusal(engine, 'backup.remove', wish)).toBe('vault.no-such-backup');
});

test('a cancelled backup leaves nothing, and a second one at the same time is refused', async () => {
  const engine = await backedUp();
  const { jobId } = await ask(engine, 'backup.make', {});
  expect(await refusal(engine, 'backup.make', {})).toBe('vault.busy');
  expect(await refusal(engine, 'vault.rekey', { passphrase: PASSPHRASE })).toBe('vault.busy');
  engine.context.jobs.cancel(jobId);
  expect((await engine.context.jobs.finished(jobId)).state).toBe('cancelled');
  expect(await list(engine)).toHaveLength(1);
  expect(readdirSync(engine.vaultPath).filter((name) => name.startsWith('new-'))).toEqual([]);
});

test('a cancelled restore leaves the vault as it was', async () => {
  const engine = await backedUp();
  await ask(engine, 'vault.lock', {});
  const { jobId } = await ask(engine, 'backup.restore', restoring(engine));
  engine.context.jobs.cancel(jobId);
  expect((await engine.context.jobs.finished(jobId)).state).toBe('cancelled');
  await unlock(engine);
  expect(notes(engine)).toEqual(['first', 'second']);
});

/** An engine as a window has it: it makes backups by itself. */
function windowed(folder: TestEngine): ReturnType<typeof createEngine> {
  return createEngine({
    resourcesFolder: folder.context.resourcesFolder,
    settingsFolder: join(folder.vaultPath, '..', 'settings'),
    programVersion: '0.0.0-test',
    host: 'chromium',
    keyCost: { memoryKiB: 64, passes: 1 },
    sleep: async () => undefined,
  });
}

test('while a vault is open a backup is made by itself, once a day; where it cannot be, the person is told', async () => {
  const maker = testEngine();
  await maker.create();
  await maker.handle('vault.lock', {});
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  const engine = windowed(maker);
  try {
    const { vaultPath: path } = maker;
    await ask(engine, 'vault.unlock', { path, passphrase: PASSPHRASE });
    const reasons = async () =>
      (await ask(engine, 'backup.list', { path: null })).backups.map((one) => one.reason);
    const afterMinute = async () => {
      vi.advanceTimersByTime(60_000);
      await Promise.all(engine.context.jobs.list().map((job) => engine.context.jobs.finished(job.id)));
    };
    await afterMinute();
    expect(await reasons()).toEqual(['scheduled']);
    await afterMinute();
    expect(await reasons()).toHaveLength(1);
    rmSync(join(path, 'backups'), { recursive: true });
    for (const name of ['keys.json', 'keys.copy.json']) writeFileSync(join(path, name), '{');
    await afterMinute();
    await new Promise((resolve) => setImmediate(resolve));
    expect((await ask(engine, 'vault.status', {})).notices).toMatchObject([{ code: 'vault.backup-failed' }]);
  } finally {
    vi.useRealTimers();
    await engine.close();
  }
});
