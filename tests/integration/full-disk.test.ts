import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../src/contract/index.ts';
import { ask, finished } from '../crash/operation.ts';
import { analysisFile, importCalls, writeCalls } from '../crash/operations/case.ts';
import { stateOf } from '../crash/state.ts';
import { type TestEngine, testEngine } from '../helpers/engine.ts';
import { mountSmallDisk, type SmallDisk } from '../helpers/small-disk.ts';
import { PASSPHRASE, temporaryFolder } from '../helpers/vault.ts';

const mounted = mountSmallDisk(16);
const disk = mounted as SmallDisk;
const reason = mounted === null ? ' (skipped: no right to mount a small disk here)' : '';
const NEW_PASSPHRASE = 'three new rivers under the hill';

afterAll(() => mounted?.remove());

interface Case {
  readonly engine: TestEngine;
  readonly path: string;
  readonly words: string;
  readonly fileId: string;
}

let folder = '';
let number = 0;
beforeEach(() => {
  if (mounted === null) return;
  rmSync(join(disk.path, 'ballast'), { force: true });
  rmSync(folder, { recursive: true, force: true });
  number += 1;
  folder = join(disk.path, `Справа ${number}`);
  mkdirSync(folder);
});

async function newCase(engine = testEngine()): Promise<Case> {
  const path = join(folder, 'case.vault');
  const made = await ask(engine, 'vault.create', { path, passphrase: PASSPHRASE, slotName: 'analyst' });
  return { engine, path, words: made.recoveryWords.join(' '), fileId: await analysisFile(engine) };
}

function calls(rows: number, seed: number): string {
  const path = join(temporaryFolder(), 'calls.csv');
  writeCalls(path, seed, rows);
  return path;
}

const stateIn = ({ engine }: Case) => stateOf(engine.context.database());

async function whole({ engine }: Case): Promise<void> {
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true, integrity: 'ok' });
}

/** Nothing of the room the log of changes took before may help the next change. */
function emptyLog({ engine }: Case): void {
  engine.context.database().execute('PRAGMA wal_checkpoint(TRUNCATE)');
}

function sealing(one: Case, path: string, recipient: string): Input<'package.seal'> {
  const { fileId } = one;
  const selection = { fileId, entityIds: null, chartId: null, period: null, recipients: ['RO'] };
  return {
    selection: { ...selection, purpose: 'meeting', released: [] },
    recipientKeys: [recipient],
    path,
    language: 'en',
  };
}

async function sealed(one: Case, path: string) {
  const { recipient } = await ask(one.engine, 'exchange.keys', {});
  const { jobId } = await ask(one.engine, 'package.seal', sealing(one, path, recipient));
  return one.engine.context.jobs.finished(jobId);
}

/** Failures end in what to do: a verb a person can follow. */
const says = (code: string) => ({ code, message: expect.stringMatching(/Free (some|up)|Free/) });

describe.skipIf(mounted === null)(`a full disk${reason}`, () => {
  test('an import that does not fit changes nothing, gives its room back, and fits once there is more', async () => {
    const one = await newCase();
    const before = stateIn(one);
    emptyLog(one);
    const room = disk.fill(600_000);
    const { suggested } = await ask(one.engine, 'import.inspect', { path: calls(300, 2) });
    const { jobId } = await ask(one.engine, 'import.start', {
      fileId: one.fileId,
      path: calls(60_000, 1),
      specification: suggested,
      dryRun: false,
    });
    const job = await one.engine.context.jobs.finished(jobId);
    expect(job).toMatchObject({ state: 'failed', error: says('import.disk-full') });
    expect(stateIn(one)).toEqual(before);
    expect(disk.free()).toBeGreaterThan(550_000);
    room();
    await whole(one);
    await importCalls(one.engine, one.fileId, calls(3000, 1));
  });

  test('an import that cannot be taken back for want of room stays whole, and goes once there is some', async () => {
    const one = await newCase();
    const batchId = await importCalls(one.engine, one.fileId, calls(6000, 1));
    const before = stateIn(one);
    emptyLog(one);
    const room = disk.fill(100_000);
    const { jobId } = await ask(one.engine, 'import.undo', { batchId });
    const job = await one.engine.context.jobs.finished(jobId);
    expect(job).toMatchObject({ state: 'failed', error: says('import.disk-full') });
    const undone = await one.engine.handle('journal.undo', { fileId: one.fileId });
    expect(undone).toMatchObject({ ok: false, error: says('vault.disk-full') });
    expect(stateIn(one)).toEqual(before);
    room();
    await whole(one);
    await ask(one.engine, 'journal.undo', { fileId: one.fileId });
    await ask(one.engine, 'journal.redo', { fileId: one.fileId });
    await finished(one.engine, (await ask(one.engine, 'import.undo', { batchId })).jobId);
    await whole(one);
  });

  test('a change by hand says so in words and is not half there', async () => {
    const one = await newCase();
    const before = stateIn(one);
    emptyLog(one);
    const room = disk.fill();
    const person = { fileId: one.fileId, type: 'person' as const, label: 'Й'.repeat(20_000) };
    expect(await one.engine.handle('entity.create', person)).toMatchObject({
      ok: false,
      error: says('vault.disk-full'),
    });
    expect(stateIn(one)).toEqual(before);
    room();
    await whole(one);
    await ask(one.engine, 'entity.create', { ...person, label: 'Ана' });
  });

  test('a package that does not fit leaves no file and no record, wherever it breaks off', async () => {
    const one = await newCase();
    await importCalls(one.engine, one.fileId, calls(300, 2));
    const target = join(folder, 'out.caf.age');
    await ask(one.engine, 'exchange.keys', {});
    const before = stateIn(one);
    for (const left of [0, 8000, 20_000, 40_000]) {
      const room = disk.fill(left);
      expect(await sealed(one, target)).toMatchObject({ state: 'failed', error: says('package.disk-full') });
      expect(readdirSync(folder)).toEqual(['case.vault']);
      room();
      expect(stateIn(one)).toEqual(before);
    }
    await whole(one);
    expect(await sealed(one, target)).toMatchObject({ state: 'done' });
  });

  test('a package that cannot be recorded does not get its name', async () => {
    const one = await newCase();
    await importCalls(one.engine, one.fileId, calls(300, 2));
    await ask(one.engine, 'exchange.keys', {});
    const elsewhere = temporaryFolder();
    emptyLog(one);
    const room = disk.fill();
    const job = await sealed(one, join(elsewhere, 'out.caf.age'));
    expect(job).toMatchObject({ state: 'failed', error: says('vault.disk-full') });
    expect(readdirSync(elsewhere)).toEqual([]);
    room();
    expect(await sealed(one, join(elsewhere, 'out.caf.age'))).toMatchObject({ state: 'done' });
    await whole(one);
  });

  test('a package is not half unpacked', async () => {
    const one = await newCase();
    await importCalls(one.engine, one.fileId, calls(300, 2));
    const path = join(temporaryFolder(), 'out.caf.age');
    await sealed(one, path);
    const there = join(folder, 'there already');
    mkdirSync(there);
    for (const target of [join(folder, 'new'), there]) {
      const room = disk.fill(80_000);
      const opened = { path, opener: { kind: 'own' as const }, folder: target };
      expect(await one.engine.handle('package.open', opened)).toMatchObject({
        ok: false,
        error: says('package.disk-full'),
      });
      expect(readdirSync(folder).sort()).toEqual(['case.vault', 'there already']);
      expect(readdirSync(there)).toEqual([]);
      room();
      const { index } = await ask(one.engine, 'package.open', opened);
      expect(existsSync(index)).toBe(true);
      rmSync(target, { recursive: true });
    }
  });

  test('no vault is half made, whatever room there is', async () => {
    const path = join(folder, 'new one.vault');
    const wish = { path, passphrase: PASSPHRASE, slotName: 'a' };
    const results: string[] = [];
    for (let left = 0; results.at(-1) !== 'made' && left < 2_000_000; left += 24_000) {
      const engine = testEngine();
      const room = disk.fill(left);
      const reply = await engine.handle('vault.create', wish);
      if (!reply.ok) {
        expect(reply.error).toMatchObject(says('vault.disk-full'));
        expect(readdirSync(folder)).toEqual([]);
      }
      results.push(reply.ok ? 'made' : reply.error.code);
      room();
      await engine.close();
    }
    expect(results.length).toBeGreaterThan(5);
    expect(results.at(-1)).toBe('made');
    const engine = testEngine();
    await ask(engine, 'vault.unlock', { path, passphrase: PASSPHRASE });
    expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
  });

  test('an unlock says what is wrong, leaves no lock behind, and opens once there is room', async () => {
    const one = await newCase();
    await ask(one.engine, 'vault.lock', {});
    const results = new Set<string>();
    for (const left of [0, 4096, 8192, 16_384, 40_960]) {
      const room = disk.fill(left);
      const reply = await one.engine.handle('vault.unlock', { path: one.path, passphrase: PASSPHRASE });
      results.add(reply.ok ? 'open' : reply.error.code);
      if (reply.ok) await ask(one.engine, 'vault.lock', {});
      else expect(reply.error).toMatchObject(says('vault.disk-full'));
      expect(existsSync(join(one.path, 'lock'))).toBe(false);
      room();
    }
    expect(results).toContain('vault.disk-full');
    await ask(one.engine, 'vault.unlock', { path: one.path, passphrase: PASSPHRASE });
    await whole(one);
  });

  test('a vault locks also where the lock cannot be written down, and writes it at the next unlock', async () => {
    const one = await newCase();
    emptyLog(one);
    const room = disk.fill();
    expect(await ask(one.engine, 'vault.lock', {})).toMatchObject({ state: 'locked' });
    expect(existsSync(join(one.path, 'lock'))).toBe(false);
    room();
    await ask(one.engine, 'vault.unlock', { path: one.path, passphrase: PASSPHRASE });
    const { rows } = await ask(one.engine, 'audit.list', { offset: 0, limit: 3 });
    expect(rows.map(({ action }) => action)).toEqual(['unlock', 'lock', 'create']);
    await whole(one);
  });

  test('a new passphrase that does not fit leaves the old key file, both copies', async () => {
    const one = await newCase();
    await ask(one.engine, 'vault.lock', {});
    const keys = () =>
      ['keys.json', 'keys.copy.json'].map((name) => readFileSync(join(one.path, name), 'utf8'));
    const before = keys();
    const recovery = { path: one.path, words: one.words, newPassphrase: NEW_PASSPHRASE };
    const names = readdirSync(one.path);
    for (const left of [0, 4096]) {
      const room = disk.fill(left);
      expect(await one.engine.handle('vault.recover', recovery)).toMatchObject({
        ok: false,
        error: says('vault.disk-full'),
      });
      room();
      expect(keys()).toEqual(before);
      expect(readdirSync(one.path)).toEqual(names);
    }
    await ask(one.engine, 'vault.unlock', { path: one.path, passphrase: PASSPHRASE });
    await ask(one.engine, 'vault.lock', {});
    await ask(one.engine, 'vault.recover', recovery);
    await whole(one);
  });

  test('settings that cannot be kept are told; they keep nobody out of the vault', async () => {
    const settingsFolder = join(folder, 'settings');
    const one = await newCase(testEngine({ settingsFolder }));
    await ask(one.engine, 'vault.lock', {});
    const elsewhere = join(temporaryFolder(), 'copy.vault');
    mkdirSync(elsewhere);
    for (const name of ['vault.db', 'keys.json']) copyFileSync(join(one.path, name), join(elsewhere, name));
    const kept = readFileSync(join(settingsFolder, 'settings.json'), 'utf8');
    const room = disk.fill();
    expect(await one.engine.handle('settings.set', { theme: 'dark' })).toMatchObject({
      ok: false,
      error: says('engine.settings-not-kept'),
    });
    expect(
      await one.engine.handle('vault.unlock', { path: elsewhere, passphrase: PASSPHRASE }),
    ).toMatchObject({
      ok: true,
    });
    expect(readFileSync(join(settingsFolder, 'settings.json'), 'utf8')).toBe(kept);
    expect(readdirSync(settingsFolder)).toEqual(['settings.json']);
    room();
    expect(await one.engine.handle('settings.set', { theme: 'dark' })).toMatchObject({ ok: true });
  });
});

test('the log of changes of a large import does not keep its size on the disk', async () => {
  const engine = testEngine();
  await engine.create();
  const fileId = await analysisFile(engine);
  const size = () => statSync(join(engine.vaultPath, 'vault.db-wal')).size;
  await importCalls(engine, fileId, calls(60_000, 1));
  expect(size()).toBeGreaterThan(12 * 1024 * 1024);
  await ask(engine, 'entity.create', { fileId, type: 'person', label: 'Ана' });
  expect(size()).toBeLessThanOrEqual(4 * 1024 * 1024);
});

describe.skipIf(mounted === null)(`a disk that is read-only${reason}`, () => {
  test('is said for every act that would write on it; what is not on it works', async () => {
    const one = await newCase();
    const list = join(folder, 'list.csv');
    writeCalls(list, 3, 300);
    await ask(one.engine, 'vault.lock', {});
    const inner = testEngine();
    await inner.create();
    const other: Case = {
      engine: inner,
      path: inner.vaultPath,
      words: '',
      fileId: await analysisFile(inner),
    };
    expect(disk.freeze(true)).toBe(true);
    try {
      const readOnly = { code: 'vault.no-access', message: expect.stringContaining('read-only') };
      const wish = { path: join(folder, 'x'), passphrase: PASSPHRASE, slotName: 'a' };
      const unlock = { path: one.path, passphrase: PASSPHRASE };
      const recovery = { path: one.path, words: one.words, newPassphrase: NEW_PASSPHRASE };
      expect(await one.engine.handle('vault.unlock', unlock)).toMatchObject({ ok: false, error: readOnly });
      expect(await one.engine.handle('vault.create', wish)).toMatchObject({ ok: false, error: readOnly });
      expect(await one.engine.handle('vault.recover', recovery)).toMatchObject({
        ok: false,
        error: readOnly,
      });
      await importCalls(inner, other.fileId, list);
      expect(await sealed(other, join(folder, 'out.caf.age'))).toMatchObject({
        state: 'failed',
        error: { code: 'package.cannot-write', message: expect.stringContaining('writable') },
      });
    } finally {
      disk.freeze(false);
    }
    expect(readdirSync(folder).sort()).toEqual(['case.vault', 'list.csv']);
    await ask(one.engine, 'vault.unlock', { path: one.path, passphrase: PASSPHRASE });
    await whole(one);
  });
});
