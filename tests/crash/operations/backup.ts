import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/main/engine/index.ts';
import { openDatabase } from '../../../src/main/vault/database.ts';
import { migrate } from '../../../src/main/vault/migrate.ts';
import { openSlot, type Slot } from '../../../src/main/vault/slots.ts';
import { ask, type CrashOperation, finished, PASSPHRASE, VAULT } from '../operation.ts';
import { imported } from './case.ts';

const own = { kind: 'passphrase', text: PASSPHRASE } as const;
const ROWS = 500;

async function backUp(engine: Engine): Promise<string> {
  const made = await finished(engine, (await ask(engine, 'backup.make', {})).jobId);
  return (made as { name: string }).name;
}

/** Nothing half lies in the vault's folder, and every backup but one that was moved aside was looked through. */
async function requireShelf(engine: Engine, folder: string): Promise<void> {
  const files = [
    'keys.copy.json',
    'keys.json',
    'lock',
    'lock.turn',
    'vault.db',
    'vault.db-shm',
    'vault.db-wal',
  ];
  const known = ['backups', ...files];
  const strange = readdirSync(join(folder, VAULT)).filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Error(`${strange.join(', ')} was left`);
  const { backups } = await ask(engine, 'backup.list', { path: null });
  const names = readdirSync(join(folder, VAULT, 'backups'));
  if (names.length !== backups.length) throw new Error(`half a backup: ${names.join(', ')}`);
  const unseen = backups.filter((one) => !one.verified && one.reason !== 'restore');
  if (unseen.length > 0) throw new Error(`never looked through: ${unseen.map((one) => one.name).join(', ')}`);
}

export const backupOperation: CrashOperation = {
  name: 'backup',
  async prepare(engine, folder) {
    await imported(engine, folder, ROWS);
    return {};
  },
  async run(engine) {
    await backUp(engine);
  },
  outside: requireShelf,
};

export const restoreOperation: CrashOperation = {
  name: 'restore',
  finds: 'locked',
  async prepare(engine, folder) {
    const { fileId } = await imported(engine, folder, ROWS);
    const backup = await backUp(engine);
    await ask(engine, 'entity.create', { fileId, type: 'person', label: 'Ана Чебан', status: 'suspect' });
    return { backup };
  },
  async run(engine, folder, { backup = '' }) {
    const wish = { path: join(folder, VAULT), backup, secret: own, takeOverLock: true };
    await finished(engine, (await ask(engine, 'backup.restore', wish)).jobId);
  },
  async outside(engine, folder, _given, state) {
    await requireShelf(engine, folder);
    const { backups } = await ask(engine, 'backup.list', { path: null });
    const aside = backups.filter((one) => one.reason === 'restore').length;
    if (aside !== (state === 'after' ? 1 : 0)) throw new Error(`${aside} vaults were moved aside`);
  },
};

/** What an older program left: the first schema and one row. */
async function makeOlder(vault: string): Promise<void> {
  const { slots } = JSON.parse(readFileSync(join(vault, 'keys.json'), 'utf8')) as { slots: Slot[] };
  const key = await openSlot(PASSPHRASE, slots[0] as Slot);
  if (key === null) throw new Error('the first key is not the analyst’s');
  writeFileSync(join(vault, 'vault.db'), '');
  const database = openDatabase(join(vault, 'vault.db'), key);
  migrate(database, 10);
  database.run("INSERT INTO setting (name, value) VALUES ('probe', 'of before')");
  database.close();
}

export const migrateOperation: CrashOperation = {
  name: 'migrate',
  finds: 'locked',
  locks: true,
  async prepare(engine, folder) {
    await ask(engine, 'vault.lock', {});
    await makeOlder(join(folder, VAULT));
    return {};
  },
  async run(engine, folder) {
    await ask(engine, 'vault.unlock', {
      path: join(folder, VAULT),
      passphrase: PASSPHRASE,
      takeOverLock: true,
    });
  },
  async outside(engine, folder) {
    await requireShelf(engine, folder);
    const { rows } = await ask(engine, 'audit.list', { offset: 0, limit: 20 });
    if (rows.filter((row) => row.action === 'migrate').length !== 1)
      throw new Error('the chain does not tell of the one migration');
    const { backups } = await ask(engine, 'backup.list', { path: null });
    if (!backups.some((one) => one.reason === 'migration' && one.schemaVersion === 10))
      throw new Error('the schema was changed and no backup holds the vault of before');
  },
};
