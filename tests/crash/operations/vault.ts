import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, type CrashOperation, PASSPHRASE, VAULT } from '../operation.ts';
import { imported } from './case.ts';

export const createOperation: CrashOperation = {
  name: 'create vault',
  finds: 'nothing',
  prepare: async () => ({}),
  async run(engine, folder) {
    await ask(engine, 'vault.create', {
      path: join(folder, VAULT),
      passphrase: PASSPHRASE,
      slotName: 'analyst',
    });
  },
};

export const lockOperation: CrashOperation = {
  name: 'lock',
  locks: true,
  prepare: (engine, folder) => imported(engine, folder),
  async run(engine) {
    await ask(engine, 'vault.lock', {});
  },
};

const NEW_PASSPHRASE = 'three new rivers under the hill';

/** The 24 words give the vault another passphrase: its key file is written anew. */
export const recoverOperation: CrashOperation = {
  name: 'recover',
  finds: 'locked',
  newPassphrase: NEW_PASSPHRASE,
  async prepare(engine, folder, words) {
    await imported(engine, folder);
    return { words: words.join(' ') };
  },
  async run(engine, folder, { words = '' }) {
    await ask(engine, 'vault.recover', {
      path: join(folder, VAULT),
      words,
      newPassphrase: NEW_PASSPHRASE,
      takeOverLock: true,
    });
  },
  /** A replaced passphrase must not open the vault through the copy of the key file. */
  async outside(_engine, folder) {
    const [first, copy] = ['keys.json', 'keys.copy.json'].map((name) =>
      readFileSync(join(folder, VAULT, name), 'utf8'),
    );
    if (first !== copy) throw new Error('the copy of the key file is not the first');
  },
};
