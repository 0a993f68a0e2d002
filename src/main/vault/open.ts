import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../core/result.ts';
import { appendAudit } from './audit.ts';
import { backupBeforeMigration } from './backup/make.ts';
import { discardRemoved } from './backup/shelf.ts';
import { openDatabase, type WritableDatabase } from './database.ts';
import { databasePath, named, ownerLock, requireFolder, requireVaultFolder } from './folder.ts';
import { recordKeyChange } from './key-changes.ts';
import { type KeyFile, readKeyFile, renewCopy, writeKeyFile } from './key-file.ts';
import { migrate, needsMigration, noteProgram, SCHEMA_VERSION, schemaVersion } from './migrate.ts';
import { requireUnowned } from './owner-lock.ts';
import { openWith, type Secret } from './secrets.ts';
import type { Slot } from './slots.ts';
import { discardAllStaging, finishReplacement, isReplacementPending } from './staging.ts';

/** Both connections live in one thread: waiting longer would keep the writer itself from ending. */
const BUSY_MS = 50;

/** The schema was brought to this program's; the backup holds the vault as it was. */
export interface Migrated {
  readonly from: number;
  readonly to: number;
  readonly backup: string;
}

/** An unlocked vault. `close` wipes the key; nothing of it outlives that call. */
export interface OpenVault {
  readonly path: string;
  readonly database: WritableDatabase;
  /** The slot whose secret opened it, under its name of now. */
  readonly openedBy: Pick<Slot, 'kind' | 'name'>;
  renamed(before: string, name: string): void;
  /** True where keys.json was damaged: its copy was used, and both are whole again. */
  readonly keysFromCopy: boolean;
  readonly migrated: Migrated | null;
  /** Another connection with the same key, for the own transaction of a job. */
  connect(): WritableDatabase;
  /** Of the data key; who asks for it wipes it. */
  copyOfKey(): Uint8Array;
  /** Closes every connection, lets `replace` put another database in its place, and opens that with its key. */
  reopen(key: Uint8Array, replace: () => void): void;
  close(): void;
}

export interface UnlockOptions {
  readonly takeOverLock?: boolean;
  /** Both are written into the vault where its schema is changed. */
  readonly programVersion?: string;
  readonly actor?: string;
}

/** Opens with a passphrase or the recovery words; nothing in the folder changes when the secret is wrong. */
export async function unlockVault(
  path: string,
  secret: Secret,
  options: UnlockOptions = {},
): Promise<OpenVault> {
  const takeOver = options.takeOverLock ?? false;
  finishCutOff(path, takeOver);
  requireVaultFolder(path);
  requireUnowned(path, takeOver);
  const { keys, fromCopy } = readKeyFile(path);
  const { key, slot } = await openWith(keys, secret);
  const release = ownerLock(path, takeOver);
  try {
    const { database, migrated } = await openCurrent(path, key, options);
    const about = { path, openedBy: { kind: slot.kind, name: slot.name }, keysFromCopy: fromCopy, migrated };
    tidy(path, keys, fromCopy);
    recordKeyChange(database, keys);
    return openVault(about, database, key, release);
  } catch (error) {
    key.fill(0);
    release();
    throw named(error, path);
  }
}

/** A restore or a new key that was decided before a kill is brought to its end before anything is opened. */
export function finishCutOff(path: string, takeOver: boolean): void {
  requireFolder(path);
  if (!isReplacementPending(path)) return;
  const release = ownerLock(path, takeOver);
  try {
    finishReplacement(path);
  } catch (error) {
    throw named(error, path);
  } finally {
    release();
  }
}

/** What a killed process left goes, and both copies of the keys are whole and the same. */
function tidy(path: string, keys: KeyFile, fromCopy: boolean): void {
  discardAllStaging(path);
  discardRemoved(path);
  if (fromCopy) writeKeyFile(path, keys);
  else renewCopy(path);
}

async function openCurrent(
  path: string,
  key: Uint8Array,
  { programVersion = '', actor = '' }: UnlockOptions,
): Promise<{ database: WritableDatabase; migrated: Migrated | null }> {
  const database = openFile(path, key);
  try {
    const from = schemaVersion(database);
    if (from === 0) throw new Failure('vault.damaged', { path });
    if (!needsMigration(database)) return { database, migrated: null };
    const source = {
      path,
      connect: () => openDatabase(databasePath(path), key),
      copyOfKey: () => new Uint8Array(key),
    };
    const backup = await backupBeforeMigration(source, programVersion);
    const migrated = { from, to: SCHEMA_VERSION, backup };
    database.transaction(() => {
      migrate(database);
      noteProgram(database, programVersion);
      const entry = { at: Date.now(), actor, action: 'migrate', object: 'vault' };
      appendAudit(database, { ...entry, details: { ...migrated } });
    });
    return { database, migrated };
  } catch (error) {
    database.close();
    throw error;
  }
}

function openFile(path: string, key: Uint8Array): WritableDatabase {
  const file = join(databasePath(path));
  // SQLite takes an empty file for a new database and would begin to write it.
  if (statSync(file).size === 0) throw new Failure('vault.damaged', { path });
  const database = openDatabase(file, key);
  database.execute(`PRAGMA busy_timeout=${BUSY_MS}`);
  return database;
}

function openVault(
  about: Pick<OpenVault, 'path' | 'openedBy' | 'keysFromCopy' | 'migrated'>,
  first: WritableDatabase,
  firstKey: Uint8Array,
  release: () => void,
): OpenVault {
  let { openedBy } = about;
  let database = first;
  let key = firstKey;
  const others = new Set<WritableDatabase>();
  function closeAll(): void {
    for (const other of others) other.close();
    others.clear();
    database.close();
  }
  return {
    ...about,
    get openedBy() {
      return openedBy;
    },
    renamed(before, name) {
      if (openedBy.name === before) openedBy = { ...openedBy, name };
    },
    get database() {
      return database;
    },
    connect() {
      const other = openFile(about.path, key);
      others.add(other);
      return other;
    },
    copyOfKey: () => new Uint8Array(key),
    reopen(newKey, replace) {
      closeAll();
      replace();
      key.fill(0);
      key = new Uint8Array(newKey);
      database = openFile(about.path, key);
    },
    close() {
      try {
        closeAll();
      } finally {
        key.fill(0);
        release();
      }
    },
  };
}
