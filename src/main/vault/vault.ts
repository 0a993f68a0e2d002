import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { Failure } from '../../core/result.ts';
import { appendAudit } from './audit.ts';
import { leftBeside, nameBeside } from './beside.ts';
import { openDatabase, type WritableDatabase } from './database.ts';
import { syncFolder, vaultDiskError } from './disk.ts';
import { readKeyFile, renewCopy, writeKeyFile } from './key-file.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { requireUnowned, takeOwnerLock } from './owner-lock.ts';
import { newRecoveryWords, recoverySecret } from './recovery-words.ts';
import { type KeyCost, makeSlot, openSlot } from './slots.ts';

export const VAULT_FORMAT = 1;
const MINIMUM_PASSPHRASE = 12;
/** Both connections live in one thread: waiting longer would keep the writer itself from ending. */
const BUSY_MS = 50;

/** An unlocked vault. `close` wipes the key; nothing of it outlives that call. */
export interface OpenVault {
  readonly path: string;
  readonly database: WritableDatabase;
  /** True where keys.json was damaged and its copy was used. */
  readonly keysFromCopy: boolean;
  /** Another connection with the same key, for the own transaction of a job. */
  connect(): WritableDatabase;
  close(): void;
}

/** File name of a vault as people see it. */
export function vaultName(path: string): string {
  return basename(path).replace(/\.vault$/, '');
}

function requirePassphrase(passphrase: string): void {
  if ([...passphrase].length < MINIMUM_PASSPHRASE)
    throw new Failure('vault.weak-passphrase', { minimum: MINIMUM_PASSPHRASE });
}

/**
 * Makes the folder `Name.vault/` with its database and two key slots, under another name until it is whole: a failure
 * removes it again, a kill leaves no vault nobody has the words for. An existing folder is never touched. `cost` is
 * only lowered by tests.
 */
export async function createVault(
  path: string,
  wish: { passphrase: string; slotName: string; actor: string; cost?: KeyCost },
): Promise<{ recoveryWords: string[] }> {
  requirePassphrase(wish.passphrase);
  const folder = vaultFolder(path);
  if (existsSync(folder)) throw new Failure('vault.exists', { path: folder });
  const key = randomBytes(32);
  let building: string | null = null;
  try {
    building = newFolder(folder);
    const words = newRecoveryWords();
    const cost = wish.cost === undefined ? {} : { cost: wish.cost };
    const slots = [
      await makeSlot(wish.passphrase, key, { kind: 'passphrase', name: wish.slotName, ...cost }),
      await makeSlot(recoverySecret(words.join(' ')), key, { kind: 'recovery', name: 'recovery', ...cost }),
    ];
    writeFirstEntry(building, key, { actor: wish.actor, object: `vault:${vaultName(folder)}` });
    writeKeyFile(building, { format: VAULT_FORMAT, vaultId: v7(), slots });
    renameSync(building, folder);
    syncFolder(dirname(folder));
    return { recoveryWords: words };
  } catch (error) {
    if (building !== null) rmSync(building, { recursive: true, force: true });
    if (isTaken(error)) throw new Failure('vault.exists', { path: folder });
    throw named(error, folder);
  } finally {
    key.fill(0);
  }
}

/** What a killed try left holds nothing, for nobody has seen its recovery words: it goes. */
function newFolder(folder: string): string {
  mkdirSync(dirname(folder), { recursive: true });
  for (const left of leftBeside(folder)) rmSync(left, { recursive: true, force: true });
  const building = nameBeside(folder);
  mkdirSync(building, { mode: 0o700 });
  mkdirSync(join(building, 'backups'), { mode: 0o700 });
  return building;
}

/** The folder of a vault a person gave a name to. */
export function vaultFolder(path: string): string {
  return path.endsWith('.vault') ? path : `${path}.vault`;
}

/** Takes away a vault made a moment ago that could not be opened: nobody has seen its words. */
export function discardVault(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function writeFirstEntry(folder: string, key: Uint8Array, about: { actor: string; object: string }): void {
  const path = join(folder, 'vault.db');
  writeFileSync(path, '', { mode: 0o600 });
  const database = openDatabase(path, key);
  try {
    migrate(database);
    appendAudit(database, { at: Date.now(), action: 'create', ...about });
  } finally {
    database.close();
  }
}

/** Another process gave a vault this name while ours was made. */
function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes((error as { code?: string }).code ?? '');
}

/** Opens with a passphrase or the recovery words; nothing in the folder changes when the secret is wrong. */
export async function unlockVault(
  path: string,
  secret: { kind: 'passphrase' | 'recovery'; text: string },
  options: { takeOverLock?: boolean } = {},
): Promise<OpenVault> {
  requireVaultFolder(path);
  requireUnowned(path, options.takeOverLock ?? false);
  const { keys, fromCopy } = readKeyFile(path);
  const text = secret.kind === 'recovery' ? recoverySecret(secret.text) : secret.text;
  const key = await firstKeyThatOpens(
    text,
    keys.slots.filter((slot) => slot.kind === secret.kind),
  );
  if (key === null)
    throw new Failure(secret.kind === 'recovery' ? 'vault.wrong-words' : 'vault.wrong-passphrase');
  const release = ownerLock(path, options.takeOverLock ?? false);
  try {
    const database = openChecked(path, key);
    renewCopy(path);
    const others = new Set<WritableDatabase>();
    function connect(): WritableDatabase {
      const other = openDatabase(join(path, 'vault.db'), key as Uint8Array);
      other.execute(`PRAGMA busy_timeout=${BUSY_MS}`);
      others.add(other);
      return other;
    }
    return {
      path,
      database,
      keysFromCopy: fromCopy,
      connect,
      close() {
        try {
          for (const other of others) other.close();
          database.close();
        } finally {
          key.fill(0);
          release();
        }
      },
    };
  } catch (error) {
    key.fill(0);
    release();
    throw error;
  }
}

/** Gives the vault a new passphrase slot in place of the one of the same name; the data are not touched. */
export async function replacePassphrase(
  path: string,
  words: string,
  wish: { passphrase: string; cost?: KeyCost; takeOverLock?: boolean },
): Promise<void> {
  requirePassphrase(wish.passphrase);
  requireVaultFolder(path);
  requireUnowned(path, wish.takeOverLock ?? false);
  const { keys } = readKeyFile(path);
  const key = await firstKeyThatOpens(
    recoverySecret(words),
    keys.slots.filter((slot) => slot.kind === 'recovery'),
  );
  if (key === null) throw new Failure('vault.wrong-words');
  try {
    const old = keys.slots.find((slot) => slot.kind === 'passphrase');
    const cost = wish.cost === undefined ? {} : { cost: wish.cost };
    const slot = await makeSlot(wish.passphrase, key, {
      kind: 'passphrase',
      name: old?.name ?? 'recovered',
      ...cost,
    });
    writeKeyFile(path, { ...keys, slots: [slot, ...keys.slots.filter((one) => one !== old)] });
  } catch (error) {
    throw named(error, path);
  } finally {
    key.fill(0);
  }
}

function requireVaultFolder(path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new Failure('vault.not-found', { path });
  if (!existsSync(join(path, 'vault.db'))) throw new Failure('vault.not-a-vault', { path });
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    throw new Failure('vault.no-access', { path });
  }
}

function ownerLock(path: string, takeOver: boolean): () => void {
  try {
    return takeOwnerLock(path, takeOver);
  } catch (error) {
    throw named(error, path);
  }
}

async function firstKeyThatOpens(
  secret: string,
  slots: Parameters<typeof openSlot>[1][],
): Promise<Uint8Array | null> {
  for (const slot of slots) {
    const key = await openSlot(secret, slot);
    if (key !== null) return key;
  }
  return null;
}

function openChecked(path: string, key: Uint8Array): WritableDatabase {
  let database: WritableDatabase;
  try {
    // SQLite takes an empty file for a new database and would begin to write it.
    if (statSync(join(path, 'vault.db')).size === 0) throw new Failure('vault.damaged', { path });
    database = openDatabase(join(path, 'vault.db'), key);
  } catch (error) {
    throw named(error, path);
  }
  try {
    if (schemaVersion(database) === 0) throw new Failure('vault.damaged', { path });
    migrate(database);
    database.execute(`PRAGMA busy_timeout=${BUSY_MS}`);
    return database;
  } catch (error) {
    database.close();
    throw named(error, path);
  }
}

function named(error: unknown, path: string): unknown {
  const known = error instanceof Failure ? null : vaultDiskError(error, path);
  return known === null ? error : new Failure(known.code, known.params);
}
