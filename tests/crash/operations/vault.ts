import { join } from 'node:path';
import { ask, type CrashOperation, PASSPHRASE, VAULT } from '../operation.ts';
import { imported } from './case.ts';

export const createOperation: CrashOperation = {
  name: 'create vault',
  needsVault: false,
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
  prepare: imported,
  async run(engine) {
    await ask(engine, 'vault.lock', {});
  },
};
