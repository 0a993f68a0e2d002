import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/main/engine/index.ts';
import { ask, type CrashOperation, finished, type Given, PASSPHRASE, VAULT } from '../operation.ts';
import { analysisFile, imported } from './case.ts';

const own = { kind: 'passphrase', text: PASSPHRASE } as const;
const OTHER = 'two quiet hills beside water';
const NEW = 'four copper bells ring twice';
const ROWS = 500;

async function addSecondKey(engine: Engine): Promise<Given> {
  await ask(engine, 'slot.add', { secret: own, name: 'second', passphrase: OTHER });
  return {};
}

/** Both copies of the keys are the same, and the vault's keys are those its chain tells of. */
async function requireKeys(engine: Engine, folder: string, names: readonly string[]): Promise<void> {
  const copies = ['keys.json', 'keys.copy.json'].map((name) =>
    readFileSync(join(folder, VAULT, name), 'utf8'),
  );
  if (copies[0] !== copies[1]) throw new Error('the copy of the key file is not the first');
  const { slots } = await ask(engine, 'slot.list', {});
  const found = slots.map((slot) => slot.name).sort();
  if (found.join() !== [...names].sort().join()) throw new Error(`the keys are of ${found.join(', ')}`);
}

export const addKeyOperation: CrashOperation = {
  name: 'add a key',
  async prepare(engine) {
    await analysisFile(engine);
    return {};
  },
  async run(engine) {
    await ask(engine, 'slot.add', { secret: own, name: 'second', passphrase: OTHER });
  },
  outside: (engine, folder, _given, state) =>
    requireKeys(engine, folder, ['analyst', 'recovery', ...(state === 'after' ? ['second'] : [])]),
};

export const changeKeyOperation: CrashOperation = {
  name: 'change a key',
  newPassphrase: NEW,
  async prepare(engine) {
    await analysisFile(engine);
    return addSecondKey(engine);
  },
  async run(engine) {
    await ask(engine, 'slot.change', {
      secret: own,
      name: 'analyst',
      newName: 'analyst',
      newPassphrase: NEW,
    });
  },
  outside: (engine, folder) => requireKeys(engine, folder, ['analyst', 'recovery', 'second']),
};

export const removeKeyOperation: CrashOperation = {
  name: 'remove a key',
  async prepare(engine) {
    await analysisFile(engine);
    return addSecondKey(engine);
  },
  async run(engine) {
    await ask(engine, 'slot.remove', { secret: own, name: 'second' });
  },
  outside: (engine, folder, _given, state) =>
    requireKeys(engine, folder, ['analyst', 'recovery', ...(state === 'before' ? ['second'] : [])]),
};

export const rekeyOperation: CrashOperation = {
  name: 'rekey',
  async prepare(engine, folder) {
    await imported(engine, folder, ROWS);
    return addSecondKey(engine);
  },
  async run(engine) {
    await finished(engine, (await ask(engine, 'vault.rekey', { passphrase: PASSPHRASE })).jobId);
  },
  outside: (engine, folder, _given, state) =>
    requireKeys(engine, folder, ['analyst', 'recovery', ...(state === 'before' ? ['second'] : [])]),
};
