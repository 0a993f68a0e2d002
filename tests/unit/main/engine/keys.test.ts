import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Input } from '../../../../src/contract/index.ts';
import { appendAudit } from '../../../../src/main/vault/audit.ts';
import { ask, refusal } from '../../../helpers/answers.ts';
import { type TestEngine, testEngine } from '../../../helpers/engine.ts';
import { PASSPHRASE } from '../../../helpers/vault.ts';

const OTHER = 'two quiet hills beside water';
const NEW = 'four copper bells ring twice';
const own = { kind: 'passphrase', text: PASSPHRASE } as const;
const words = (recoveryWords: readonly string[]) =>
  ({ kind: 'recovery', text: recoveryWords.join(' ') }) as const;

async function withTwoKeys(): Promise<TestEngine & { readonly words: string[] }> {
  const engine = testEngine();
  const recoveryWords = await engine.create();
  await ask(engine, 'slot.add', { secret: own, name: 'Олена', passphrase: OTHER });
  return { ...engine, words: recoveryWords };
}
const namesOf = async (engine: TestEngine): Promise<string[]> =>
  (await ask(engine, 'slot.list', {})).slots.map((slot) => slot.name);
async function opens(engine: TestEngine, passphrase: string): Promise<string> {
  await ask(engine, 'vault.lock', {});
  return refusal(engine, 'vault.unlock', { path: engine.vaultPath, passphrase });
}
async function entries(engine: TestEngine) {
  const { rows } = await ask(engine, 'audit.list', { offset: 0, limit: 100 });
  return rows.map((row) => `${row.action} ${row.object}`);
}

test('a second passphrase opens the same vault; the list says whose is whose and what a guess costs', async () => {
  const engine = await withTwoKeys();
  expect((await ask(engine, 'slot.list', {})).slots).toMatchObject([
    { name: 'analyst', kind: 'passphrase', isOwn: true, passes: 1 },
    { name: 'recovery', kind: 'recovery', isOwn: false },
    { name: 'Олена', kind: 'passphrase', isOwn: false },
  ]);
  expect(await opens(engine, OTHER)).toBe('no refusal');
  const isOwn = (await ask(engine, 'slot.list', {})).slots.filter((slot) => slot.isOwn);
  expect(isOwn.map((slot) => slot.name)).toEqual(['Олена']);
  expect(await opens(engine, PASSPHRASE)).toBe('no refusal');
  expect(await entries(engine)).toContain('key-add key:Олена');
});

test.each([
  ['slot.add', { name: 'X', passphrase: NEW }],
  ['slot.change', { name: 'Олена', newName: 'Олена', newPassphrase: NEW }],
  ['slot.remove', { name: 'Олена' }],
  ['slot.newWords', {}],
] as const)('%s with a wrong secret changes nothing and is answered later', async (method, input) => {
  const engine = await withTwoKeys();
  const file = join(engine.vaultPath, 'keys.json');
  const before = readFileSync(file, 'utf8');
  const wish = { ...input, secret: { kind: 'passphrase', text: 'no such passphrase at all' } };
  expect(await refusal(engine, method, wish as Input<typeof method>)).toBe('vault.wrong-passphrase');
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(engine.waits).toEqual([1000]);
});

test('a key changes its passphrase, its name or both; the old passphrase opens nothing', async () => {
  const engine = await withTwoKeys();
  const hers = { kind: 'passphrase', text: OTHER } as const;
  const wish = { secret: hers, name: 'Олена', newName: 'Олена Т.', newPassphrase: null };
  await ask(engine, 'slot.change', wish);
  expect(await namesOf(engine)).toEqual(['analyst', 'recovery', 'Олена Т.']);
  expect(await opens(engine, OTHER)).toBe('no refusal');
  await ask(engine, 'slot.change', {
    secret: hers,
    name: 'Олена Т.',
    newName: 'Олена Т.',
    newPassphrase: NEW,
  });
  expect(await opens(engine, OTHER)).toBe('vault.wrong-passphrase');
  expect(await opens(engine, NEW)).toBe('no refusal');
  expect((await ask(engine, 'slot.list', {})).slots.find((slot) => slot.isOwn)?.name).toBe('Олена Т.');
});

test('renamed while it is open, a key is still known as the one that opened', async () => {
  const engine = await withTwoKeys();
  await ask(engine, 'slot.change', { secret: own, name: 'analyst', newName: 'Іван', newPassphrase: null });
  expect((await ask(engine, 'slot.list', {})).slots.find((slot) => slot.isOwn)?.name).toBe('Іван');
});

test('only its own passphrase renames a key; a name must be free', async () => {
  const engine = await withTwoKeys();
  const rename = (newName: string) => ({ secret: own, name: 'Олена', newName, newPassphrase: null });
  expect(await refusal(engine, 'slot.change', rename('Марія'))).toBe('vault.own-passphrase-needed');
  for (const name of ['analyst', ' Analyst ', 'олена', '  '])
    expect(await refusal(engine, 'slot.add', { secret: own, name, passphrase: NEW })).toBe('vault.key-name');
  expect(await refusal(engine, 'slot.remove', { secret: own, name: 'nobody' })).toBe('vault.no-such-key');
});

test('a removed key opens nothing; the last one, and the one that is shown, cannot be removed', async () => {
  const engine = await withTwoKeys();
  expect(await refusal(engine, 'slot.remove', { secret: own, name: 'analyst' })).toBe('vault.last-key');
  await ask(engine, 'slot.remove', { secret: own, name: 'Олена' });
  expect(await refusal(engine, 'slot.remove', { secret: words(engine.words), name: 'analyst' })).toBe(
    'vault.last-key',
  );
  expect(await opens(engine, OTHER)).toBe('vault.wrong-passphrase');
  expect(await opens(engine, PASSPHRASE)).toBe('no refusal');
  expect(await entries(engine)).toContain('key-remove key:Олена');
});

test('new recovery words open, the old ones no more', async () => {
  const engine = await withTwoKeys();
  const { recoveryWords } = await ask(engine, 'slot.newWords', { secret: own });
  expect(recoveryWords).toHaveLength(24);
  const add = (secret: ReturnType<typeof words>) => ({ secret, name: 'X', passphrase: NEW });
  expect(await refusal(engine, 'slot.add', add(words(engine.words)))).toBe('vault.wrong-words');
  expect(await refusal(engine, 'slot.add', add(words(recoveryWords)))).toBe('no refusal');
});

test('the words give a forgotten passphrase back to its owner and take no other away', async () => {
  const engine = await withTwoKeys();
  await ask(engine, 'settings.set', { analyst: 'Олена' });
  await ask(engine, 'vault.lock', {});
  await ask(engine, 'vault.recover', {
    path: engine.vaultPath,
    words: engine.words.join(' '),
    newPassphrase: NEW,
  });
  expect(await entries(engine)).toContain('recover key:Олена');
  expect(await opens(engine, OTHER)).toBe('vault.wrong-passphrase');
  expect(await opens(engine, PASSPHRASE)).toBe('no refusal');
  expect(await opens(engine, NEW)).toBe('no refusal');
});

test.each([
  ['too short', 'eleven char', 'vault.weak-passphrase'],
  ['common', 'password1234', 'vault.guessable-passphrase'],
  ['the name of the person', 'Олена Ткачук', 'vault.guessable-passphrase'],
])('a new passphrase that is %s is refused', async (_what, passphrase, code) => {
  const engine = testEngine();
  await engine.create();
  await ask(engine, 'settings.set', { analyst: 'Олена Ткачук' });
  expect(await refusal(engine, 'slot.add', { secret: own, name: 'X', passphrase })).toBe(code);
  expect(
    await refusal(engine, 'slot.change', {
      secret: own,
      name: 'analyst',
      newName: 'analyst',
      newPassphrase: passphrase,
    }),
  ).toBe(code);
});

test('a change that was written but missed the chain is in it after the next unlock, once', async () => {
  const engine = await withTwoKeys();
  const file = join(engine.vaultPath, 'keys.json');
  const keys = JSON.parse(readFileSync(file, 'utf8')) as { change: { id: string; action: string } };
  await ask(engine, 'vault.lock', {});
  writeFileSync(file, JSON.stringify({ ...keys, change: { ...keys.change, id: 'x', action: 'key-remove' } }));
  for (let times = 0; times < 2; times += 1) expect(await opens(engine, PASSPHRASE)).toBe('no refusal');
  const found = (await entries(engine)).filter((entry) => entry === 'key-remove key:Олена');
  expect(found).toHaveLength(1);
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
});

test('while a job holds the vault no key is changed, not even the first time', async () => {
  const engine = testEngine();
  await engine.create();
  const before = readFileSync(join(engine.vaultPath, 'keys.json'), 'utf8');
  const job = engine.context.session.connect();
  job.execute('BEGIN IMMEDIATE');
  const adding = { secret: own, name: 'Олена', passphrase: OTHER };
  expect(await refusal(engine, 'slot.add', adding)).toBe('vault.busy');
  expect(readFileSync(join(engine.vaultPath, 'keys.json'), 'utf8')).toBe(before);
  job.execute('ROLLBACK');
  expect((await ask(engine, 'slot.add', adding)).slots).toHaveLength(3);
});

/** The database has no room for another entry. */
function fillChain(engine: TestEngine): void {
  const database = engine.context.database();
  database.execute('PRAGMA max_page_count=1');
  for (const size of [4000, 400, 40, 1])
    expect(() => {
      for (;;)
        appendAudit(database, {
          at: 0,
          actor: 'a',
          action: 'b',
          object: 'c',
          details: { size: 'x'.repeat(size) },
        });
    }).toThrow(/full/);
}

test('a key changed when the chain has no room is changed; the chain gets it with the next unlock', async () => {
  const engine = await withTwoKeys();
  fillChain(engine);
  await ask(engine, 'slot.remove', { secret: own, name: 'Олена' });
  expect(await namesOf(engine)).not.toContain('Олена');
  expect(await entries(engine)).not.toContain('key-remove key:Олена');
  expect(await refusal(engine, 'slot.add', { secret: own, name: 'third', passphrase: NEW })).toBe(
    'vault.disk-full',
  );
  expect(await namesOf(engine)).not.toContain('third');
  expect(await opens(engine, PASSPHRASE)).toBe('no refusal');
  expect((await entries(engine)).filter((entry) => entry === 'key-remove key:Олена')).toHaveLength(1);
});

test('no secret is left in the key file or the chain', async () => {
  const engine = await withTwoKeys();
  const { recoveryWords } = await ask(engine, 'slot.newWords', { secret: own });
  const text =
    readFileSync(join(engine.vaultPath, 'keys.json'), 'utf8') +
    JSON.stringify(await ask(engine, 'audit.list', { offset: 0, limit: 100 }));
  for (const secret of [PASSPHRASE, OTHER, recoveryWords.slice(0, 3).join(' ')])
    expect(text).not.toContain(secret);
});

test('a damaged key file is said after the unlock, and the chain knows', async () => {
  const engine = testEngine();
  await engine.create();
  await ask(engine, 'vault.lock', {});
  writeFileSync(join(engine.vaultPath, 'keys.json'), '{');
  const status = await ask(engine, 'vault.unlock', { path: engine.vaultPath, passphrase: PASSPHRASE });
  expect(status.notices).toMatchObject([
    { code: 'vault.keys-from-copy', message: expect.stringContaining('damaged') },
  ]);
  expect(await entries(engine)).toContain('keys-repaired vault');
  expect((await ask(engine, 'vault.lock', {})).notices).toEqual([]);
  const again = await ask(engine, 'vault.unlock', { path: engine.vaultPath, passphrase: PASSPHRASE });
  expect(again.notices).toEqual([]);
});
