import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, finished } from '../crash/operation.ts';
import { analysisFile, importCalls, writeCalls } from '../crash/operations/case.ts';
import { stateOf } from '../crash/state.ts';
import { testEngine } from '../helpers/engine.ts';
import { PASSPHRASE, temporaryFolder } from '../helpers/vault.ts';

/** A disk of its own, so small that it really fills: a tmpfs, which needs the right to mount. */
const disk = mkdtempSync(join(tmpdir(), 'iforce-disk-'));
const mount = (...args: string[]): boolean =>
  process.platform === 'linux' && spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
const mounted = mount('-t', 'tmpfs', '-o', 'size=14m', 'tmpfs', disk);
const reason = mounted ? '' : ' (no right to mount a small disk here)';

afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Takes all room but `left` bytes; the answer gives it back. */
function fill(left = 0): () => void {
  const path = join(disk, 'ballast');
  spawnSync('dd', ['if=/dev/zero', `of=${path}`, 'bs=64k'], { stdio: 'ignore' });
  if (left > 0) spawnSync('truncate', ['-s', `-${left}`, path]);
  return () => rmSync(path, { force: true });
}

describe.skipIf(!mounted)(`a full disk${reason}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = join(disk, 'Справа');
    mkdirSync(folder);
  });

  async function vault(name: string) {
    const engine = testEngine();
    const path = join(folder, `${name}.vault`);
    await ask(engine, 'vault.create', { path, passphrase: PASSPHRASE, slotName: 'analyst' });
    const fileId = await analysisFile(engine);
    const lists = temporaryFolder();
    const [calls, small] = [join(lists, 'calls.csv'), join(lists, 'small.csv')];
    writeCalls(calls, 1, 60_000);
    writeCalls(small, 2, 300);
    return { engine, path, fileId, calls, small };
  }

  async function whole(engine: ReturnType<typeof testEngine>): Promise<void> {
    expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true, integrity: 'ok' });
  }

  test('an import that does not fit says so, changes nothing, and fits once there is room', async () => {
    const { engine, fileId, calls, small } = await vault('import');
    const before = stateOf(engine.context.database());
    const room = fill(600_000);
    await expect(importCalls(engine, fileId, calls)).rejects.toThrow('import.disk-full');
    expect(stateOf(engine.context.database())).toEqual(before);
    room();
    await whole(engine);
    const batchId = await importCalls(engine, fileId, small);
    const full = fill();
    const { jobId } = await ask(engine, 'import.undo', { batchId });
    const undone = await finished(engine, jobId).then(
      () => 'done',
      (error: Error) => error.message,
    );
    expect(undone).toMatch(/done|disk-full/);
    full();
    await whole(engine);
    await ask(engine, 'vault.lock', {});
    rmSync(join(folder, 'import.vault'), { recursive: true });
  });

  test('a change by hand says so in words and is not half there', async () => {
    const { engine, fileId } = await vault('edit');
    const before = stateOf(engine.context.database());
    const room = fill();
    const label = 'Й'.repeat(20_000);
    const reply = await engine.handle('entity.create', { fileId, type: 'person', label });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'vault.disk-full', message: expect.stringContaining('Free') },
    });
    expect(stateOf(engine.context.database())).toEqual(before);
    room();
    await whole(engine);
    await ask(engine, 'entity.create', { fileId, type: 'person', label: 'Ана' });
    await ask(engine, 'vault.lock', {});
    rmSync(join(folder, 'edit.vault'), { recursive: true });
  });

  test('a package that does not fit leaves no file and no record', async () => {
    const { engine, fileId, small } = await vault('seal');
    await importCalls(engine, fileId, small);
    const { recipient } = await ask(engine, 'exchange.keys', {});
    const path = join(disk, 'out.caf.age');
    const order = {
      selection: {
        fileId,
        entityIds: null,
        chartId: null,
        period: null,
        recipients: ['RO'],
        purpose: 'meeting',
        released: [],
      },
      recipientKeys: [recipient],
      path,
      language: 'en' as const,
    };
    const room = fill(20_000);
    const { jobId } = await ask(engine, 'package.seal', order);
    await expect(finished(engine, jobId)).rejects.toThrow('package.cannot-write');
    expect(readdirSync(disk).filter((name) => name.startsWith('out.'))).toEqual([]);
    expect(engine.context.database().all('SELECT * FROM package_out')).toEqual([]);
    room();
    await whole(engine);
    const again = await ask(engine, 'package.seal', order);
    await finished(engine, again.jobId);
    expect(existsSync(path)).toBe(true);
    await ask(engine, 'vault.lock', {});
    rmSync(path);
    rmSync(join(folder, 'seal.vault'), { recursive: true });
  });

  test('no vault is half made, and an unlock says what is wrong instead of breaking', async () => {
    const { engine, path } = await vault('locked');
    await ask(engine, 'vault.lock', {});
    const room = fill();
    const other = join(folder, 'new one');
    const made = await engine.handle('vault.create', { path: other, passphrase: PASSPHRASE, slotName: 'a' });
    expect(made).toMatchObject({ ok: false, error: { code: 'vault.disk-full' } });
    expect(readdirSync(folder).filter((name) => name.startsWith('new one'))).toEqual([]);
    const opened = await engine.handle('vault.unlock', { path, passphrase: PASSPHRASE });
    expect(opened).toMatchObject({ ok: false, error: { code: 'vault.disk-full' } });
    room();
    expect(await engine.handle('vault.unlock', { path, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
    await whole(engine);
    await ask(engine, 'vault.lock', {});
  });

  test('a disk that became read-only is said, nothing is tried on it', async () => {
    const { engine, path } = await vault('frozen');
    await ask(engine, 'vault.lock', {});
    writeFileSync(join(disk, 'sign'), '');
    expect(mount('-o', 'remount,ro', disk)).toBe(true);
    try {
      expect(await engine.handle('vault.unlock', { path, passphrase: PASSPHRASE })).toMatchObject({
        ok: false,
        error: { code: 'vault.no-access', message: expect.stringContaining('read-only') },
      });
    } finally {
      mount('-o', 'remount,rw', disk);
    }
    expect(await engine.handle('vault.unlock', { path, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
    await whole(engine);
  });
});
