import fs, { readdirSync, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { analysisFile, importCalls, writeCalls } from '../crash/operations/case.ts';
import { stateOf } from '../crash/state.ts';
import { ask, finished } from '../helpers/answers.ts';
import { type TestEngine, testEngine } from '../helpers/engine.ts';
import { mountSmallDisk, type SmallDisk } from '../helpers/small-disk.ts';
import { PASSPHRASE, temporaryFolder } from '../helpers/vault.ts';

const mounted = mountSmallDisk(64);
const disk = mounted as SmallDisk;
const reason = mounted === null ? ' (skipped: no right to mount a small disk here)' : '';
const secret = { kind: 'passphrase', text: PASSPHRASE } as const;
const LEFT = 300_000;

afterAll(() => mounted?.remove());

let path = '';
let number = 0;
beforeEach(() => {
  if (mounted === null) return;
  rmSync(join(disk.path, 'ballast'), { force: true });
  rmSync(path, { recursive: true, force: true });
  number += 1;
  path = join(disk.path, `Справа ${number}.vault`);
});

async function newCase(): Promise<TestEngine> {
  const engine = testEngine();
  await ask(engine, 'vault.create', { path, passphrase: PASSPHRASE, slotName: 'analyst' });
  const list = join(temporaryFolder(), 'calls.csv');
  writeCalls(list, 1);
  await importCalls(engine, await analysisFile(engine), list);
  engine.context.database().execute('PRAGMA wal_checkpoint(TRUNCATE)');
  return engine;
}

const keysIn = (): string[] =>
  ['keys.json', 'keys.copy.json'].map((name) => readFileSync(join(path, name), 'utf8'));
const namesIn = (): unknown => [readdirSync(path).sort(), readdirSync(join(path, 'backups'))];
const full = { state: 'failed', error: { code: 'vault.disk-full' } };

/** What the disk says of its room is asked before a copy begins; a disk that lies fills in the middle of it. */
async function withLyingDisk<T>(lies: boolean, work: () => Promise<T>): Promise<T> {
  const real = fs.statfsSync;
  if (lies) Object.assign(fs, { statfsSync: () => ({ bavail: 1e9, bsize: 4096 }) });
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(fs, { statfsSync: real });
    syncBuiltinESMExports();
  }
}

describe.skipIf(mounted === null)(`backups and keys on a full disk${reason}`, () => {
  test.each([
    ['told before it begins', false],
    ['met in the middle', true],
  ])('a backup and encrypting anew that do not fit leave nothing, %s', async (_when, lies) => {
    const engine = await newCase();
    const [before, keys, names] = [stateOf(engine.context.database()), keysIn(), namesIn()];
    const room = disk.fill(LEFT);
    await withLyingDisk(lies, async () => {
      for (const begin of [
        () => ask(engine, 'backup.make', {}),
        () => ask(engine, 'vault.rekey', { passphrase: PASSPHRASE }),
      ]) {
        const { jobId } = await begin();
        expect(await engine.context.jobs.finished(jobId)).toMatchObject(full);
        expect(namesIn()).toEqual(names);
      }
    });
    expect(keysIn()).toEqual(keys);
    expect(stateOf(engine.context.database())).toEqual(before);
    room();
    await finished(engine, await ask(engine, 'backup.make', {}));
    await finished(engine, await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE }));
    expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
  });

  test.each([
    ['told before it begins', false],
    ['met in the middle', true],
  ])('a restore that does not fit leaves the vault as it is, %s', async (_when, lies) => {
    const engine = await newCase();
    const { name } = (await finished(engine, await ask(engine, 'backup.make', {}))) as { name: string };
    await ask(engine, 'vault.lock', {});
    const names = namesIn();
    const restoring = { path, backup: name, secret };
    const room = disk.fill(LEFT);
    await withLyingDisk(lies, async () => {
      const { jobId } = await ask(engine, 'backup.restore', restoring);
      expect(await engine.context.jobs.finished(jobId)).toMatchObject(full);
    });
    expect(namesIn()).toEqual(names);
    room();
    await ask(engine, 'vault.unlock', { path, passphrase: PASSPHRASE });
    expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
    await ask(engine, 'vault.lock', {});
    await finished(engine, await ask(engine, 'backup.restore', restoring));
  });

  test('a new key that does not fit leaves the key files as they were', async () => {
    const engine = await newCase();
    const before = keysIn();
    const room = disk.fill();
    const adding = { secret, name: 'second', passphrase: 'two quiet hills beside water' };
    expect(await engine.handle('slot.add', adding)).toMatchObject({ error: { code: 'vault.disk-full' } });
    room();
    expect(keysIn()).toEqual(before);
    expect((await ask(engine, 'slot.add', adding)).slots).toHaveLength(3);
  });

  test('a read-only disk is said, and nothing on it is restored', async () => {
    const engine = await newCase();
    const { name } = (await finished(engine, await ask(engine, 'backup.make', {}))) as { name: string };
    await ask(engine, 'vault.lock', {});
    expect(disk.freeze(true)).toBe(true);
    try {
      const reply = await engine.handle('backup.restore', { path, backup: name, secret });
      expect(reply).toMatchObject({ error: { code: 'vault.no-access' } });
    } finally {
      disk.freeze(false);
    }
    await ask(engine, 'vault.unlock', { path, passphrase: PASSPHRASE });
  });
});
