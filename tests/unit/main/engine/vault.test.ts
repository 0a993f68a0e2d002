import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { testEngine } from '../../../helpers/engine.ts';
import { PASSPHRASE } from '../../../helpers/vault.ts';

test('status goes from none over unlocked to locked', async () => {
  const engine = testEngine();
  const state = async () => {
    const reply = await engine.handle('vault.status', {});
    return reply.ok ? reply.value.state : reply.error.code;
  };
  expect(await state()).toBe('none');
  expect(await engine.create()).toHaveLength(24);
  expect(await state()).toBe('unlocked');
  await engine.handle('vault.lock', {});
  expect(await state()).toBe('locked');
  expect(await engine.handle('vault.info', {})).toMatchObject({ ok: false, error: { code: 'vault.locked' } });
});

test('each wrong passphrase waits longer, up to 30 s, and the next unlock writes how many there were', async () => {
  const engine = testEngine();
  await engine.create();
  await engine.handle('vault.lock', {});
  for (let attempt = 0; attempt < 7; attempt += 1) {
    const reply = await engine.handle('vault.unlock', {
      path: engine.vaultPath,
      passphrase: `wrong ${attempt}`,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'vault.wrong-passphrase' } });
    expect(JSON.stringify(reply)).not.toContain(`wrong ${attempt}`);
  }
  expect(engine.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(
    await engine.handle('vault.unlock', { path: engine.vaultPath, passphrase: PASSPHRASE }),
  ).toMatchObject({ ok: true });
  const audit = await engine.handle('audit.list', { offset: 0, limit: 10 });
  expect(audit.ok && audit.value.rows.map((row) => row.action)).toEqual([
    'unlock',
    'unlock-failed',
    'lock',
    'unlock',
    'create',
  ]);
  expect(await engine.handle('vault.verify', {})).toMatchObject({
    ok: true,
    value: { ok: true, integrity: 'ok', auditEntries: 5, firstBroken: null },
  });
});

test('the recovery words unlock and set a new passphrase; wrong ones wait too', async () => {
  const engine = testEngine();
  const words = (await engine.create()).join(' ');
  await engine.handle('vault.lock', {});
  const ask = (text: string) =>
    engine.handle('vault.recover', {
      path: engine.vaultPath,
      words: text,
      newPassphrase: 'a wholly new passphrase',
    });
  expect(await ask('river stone bridge')).toMatchObject({
    ok: false,
    error: { code: 'vault.mistyped-words' },
  });
  expect(engine.waits).toEqual([1000]);
  expect(await ask(words)).toMatchObject({ ok: true, value: { state: 'unlocked' } });
});

test('a tampered audit entry is found by vault.verify', async () => {
  const engine = testEngine();
  await engine.create();
  const database = engine.context.database();
  database.execute('DROP TRIGGER audit_is_append_only_update');
  database.run("UPDATE audit SET actor='somebody' WHERE seq=1");
  expect(await engine.handle('vault.verify', {})).toMatchObject({
    ok: true,
    value: { ok: false, firstBroken: 1 },
  });
});

test('locking cancels a running job and closes its connection', async () => {
  const engine = testEngine();
  await engine.create();
  let connection: ReturnType<typeof engine.context.session.connect> | undefined;
  const id = engine.context.jobs.start('probe', async (progress) => {
    connection = engine.context.session.connect();
    for (;;) await progress.breathe();
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await engine.handle('vault.lock', {});
  expect((await engine.context.jobs.finished(id)).state).toBe('cancelled');
  expect(() => connection?.one('SELECT 1')).toThrow();
});

test('a write against a job that writes is told at once, not waited out', async () => {
  const engine = testEngine();
  await engine.create();
  const other = engine.context.session.connect();
  other.execute('BEGIN IMMEDIATE');
  const started = Date.now();
  const id = engine.context.jobs.start('probe', async () => {
    engine.context.database().run("INSERT INTO setting (name, value) VALUES ('a', 'b')");
  });
  expect(await engine.context.jobs.finished(id)).toMatchObject({
    state: 'failed',
    error: { code: 'vault.busy' },
  });
  expect(Date.now() - started).toBeLessThan(1000);
  other.execute('ROLLBACK');
});

test('an idle vault locks itself; a poll is no activity', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  try {
    const engine = testEngine({ idleMinutes: 15 });
    await engine.create();
    vi.advanceTimersByTime(14 * 60_000);
    expect(await engine.handle('vault.status', {})).toMatchObject({
      value: { state: 'unlocked', idleSecondsLeft: 60 },
    });
    vi.advanceTimersByTime(61_000);
    expect(await engine.handle('vault.status', {})).toMatchObject({ value: { state: 'locked' } });
  } finally {
    vi.useRealTimers();
  }
});

test('unreadable settings count as the defaults', async () => {
  const engine = testEngine();
  await engine.handle('settings.set', { language: 'uk' });
  writeFileSync(join(engine.vaultPath, '..', 'settings', 'settings.json'), '{');
  const other = testEngine({ settingsFolder: join(engine.vaultPath, '..', 'settings') });
  expect(await other.handle('settings.get', {})).toMatchObject({ ok: true, value: { language: 'en' } });
});

test('a full disk is told by name, and the vault stays whole', async () => {
  const engine = testEngine();
  await engine.create();
  const database = engine.context.database();
  const pages = database.one<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  const id = engine.context.jobs.start('probe', async () => {
    const other = engine.context.session.connect();
    other.execute(`PRAGMA max_page_count=${pages + 2}`);
    other.transaction(() => {
      for (let row = 0; row < 100; row += 1)
        other.run('INSERT INTO setting (name, value) VALUES (?, ?)', `row-${row}`, 'x'.repeat(4000));
    });
  });
  expect(await engine.context.jobs.finished(id)).toMatchObject({
    state: 'failed',
    error: { code: 'vault.disk-full' },
  });
  expect(database.one("SELECT count(*) AS n FROM setting WHERE name LIKE 'row-%'")).toEqual({ n: 0 });
  expect(await engine.handle('vault.verify', {})).toMatchObject({ ok: true, value: { ok: true } });
});
