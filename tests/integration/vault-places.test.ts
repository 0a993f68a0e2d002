import fs, { mkdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ask, finished, refusal } from '../helpers/answers.ts';
import { testEngine } from '../helpers/engine.ts';
import { PASSPHRASE, temporaryFolder } from '../helpers/vault.ts';

const own = { kind: 'passphrase', text: PASSPHRASE } as const;

/** Everything that is done to a vault's folder, at this place. */
async function wholeLife(path: string): Promise<void> {
  const engine = testEngine();
  await ask(engine, 'vault.create', { path, passphrase: PASSPHRASE, slotName: 'аналітик' });
  await ask(engine, 'slot.add', { secret: own, name: 'Olena', passphrase: 'two quiet hills beside water' });
  const { name } = (await finished(engine, await ask(engine, 'backup.make', {}))) as { name: string };
  await finished(engine, await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE }));
  await ask(engine, 'vault.lock', {});
  await finished(engine, await ask(engine, 'backup.restore', { path, backup: name, secret: own }));
  await ask(engine, 'vault.unlock', { path, passphrase: PASSPHRASE });
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
  expect((await ask(engine, 'slot.list', {})).slots).toHaveLength(3);
  expect((await ask(engine, 'backup.list', { path: null })).backups).toHaveLength(2);
  await ask(engine, 'vault.lock', {});
}

/** A path of just so many characters whose parts are Cyrillic words with spaces. */
function pathOf(characters: number): string {
  let path = temporaryFolder();
  while (path.length < characters - 60) path = join(path, 'Тека зі справами');
  const rest = characters - path.length - '/.vault'.length;
  mkdirSync(path, { recursive: true });
  return join(path, `${'Міст через річку '.repeat(8).slice(0, rest - 1)}я.vault`);
}

test.each([
  ['245 characters, most of them Cyrillic', 245],
  ['100 characters', 100],
])('a vault lives at a path of %s', async (_what, characters) => {
  const path = pathOf(characters);
  expect(path.length).toBe(characters);
  await wholeLife(path);
});

test('a path SQLite does not take is refused before anything is made, and said so', async () => {
  const path = pathOf(330);
  expect(await refusal(testEngine(), 'vault.create', { path, passphrase: PASSPHRASE, slotName: 'a' })).toBe(
    'vault.path-too-long',
  );
  expect(fs.existsSync(path)).toBe(false);
});

describe('on a disk as sticks have them', () => {
  const real = { ...fs };
  afterEach(() => {
    expect(refused).toBeGreaterThan(5);
    refused = 0;
    Object.assign(fs, { fsyncSync: real.fsyncSync, linkSync: real.linkSync, openSync: real.openSync });
    syncBuiltinESMExports();
  });
  let refused = 0;
  const refuse = (code: string): never => {
    refused += 1;
    throw Object.assign(new Error(code), { code });
  };
  const isFolder = (handle: number): boolean => fs.fstatSync(handle).isDirectory();

  test.each(['EINVAL', 'EPERM', 'ENOTSUP'])(
    'a folder cannot be synced (%s) and nothing linked',
    async (code) => {
      Object.assign(fs, {
        fsyncSync: (handle: number) => (isFolder(handle) ? refuse(code) : real.fsyncSync(handle)),
        linkSync: () => refuse('EPERM'),
      });
      syncBuiltinESMExports();
      await wholeLife(join(temporaryFolder(), 'Справа.vault'));
    },
  );

  test('a folder cannot even be opened', async () => {
    Object.assign(fs, {
      openSync: (path: string, ...rest: [string]) =>
        fs.existsSync(path) && fs.statSync(path).isDirectory()
          ? refuse('EISDIR')
          : real.openSync(path, ...rest),
      linkSync: () => refuse('EPERM'),
    });
    syncBuiltinESMExports();
    await wholeLife(join(temporaryFolder(), 'Справа.vault'));
  });
});
