import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../core/result.ts';
import type { AuditEntry } from '../audit.ts';
import { copyFile } from '../copy-database.ts';
import { openDatabase } from '../database.ts';
import { writeWhole } from '../disk.ts';
import { examineInThread } from '../examine-thread.ts';
import { databasePath, named, ownerLock, requireFolder } from '../folder.ts';
import { type Change, writePlan } from '../key-changes.ts';
import { readKeyFile, writeKeyFile } from '../key-file.ts';
import type { VaultProgress } from '../progress.ts';
import { openWith, type Secret } from '../secrets.ts';
import { asideIn, discardStaging, makeDurable, newStaging, replaceBy } from '../staging.ts';
import { readRecord, writeRecord } from './record.ts';
import { backupName, shelfOf, storedBackup } from './shelf.ts';

export interface RestoreWish extends Change {
  readonly backup: string;
  readonly programVersion: string;
}

/** A backup that a secret opens, and the lock of the vault it belongs to. */
export interface ReadyToRestore {
  readonly vault: string;
  /** Puts it in the place of the present database, which goes on the shelf. The lock ends with it. */
  restore(wish: RestoreWish, progress: VaultProgress): Promise<{ aside: string | null }>;
  /** Gives the lock back and changes nothing. */
  giveUp(): void;
}

const LOG = 'vault.db-wal';
const KEY_FILES = ['keys.json', 'keys.copy.json'];

/**
 * Takes the vault's lock and opens the backup's keys with a secret of the day it was made. The vault itself need not
 * open: it may be damaged or gone.
 */
export async function readyToRestore(
  vault: string,
  backup: string,
  secret: Secret,
  takeOverLock: boolean,
): Promise<ReadyToRestore> {
  requireFolder(vault);
  const { name } = storedBackup(vault, backup);
  const { key } = await openWith(readKeyFile(join(shelfOf(vault), name)).keys, secret);
  const release = lockOrWipe(vault, takeOverLock, key);
  const giveUp = (): void => {
    key.fill(0);
    release();
  };
  return {
    vault,
    giveUp,
    async restore(wish, progress) {
      try {
        return await restoreInto(vault, key, wish, progress);
      } catch (error) {
        throw named(error, vault);
      } finally {
        giveUp();
      }
    },
  };
}

function lockOrWipe(vault: string, takeOver: boolean, key: Uint8Array): () => void {
  try {
    return ownerLock(vault, takeOver);
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

async function restoreInto(
  vault: string,
  key: Uint8Array,
  wish: RestoreWish,
  progress: VaultProgress,
): Promise<{ aside: string | null }> {
  const staging = newStaging(vault);
  try {
    await copyBackup(vault, wish.backup, staging, progress);
    progress.phase('checking');
    await check(vault, key, staging, wish, progress);
    const aside = putAsideLater(vault, staging, wish);
    await makeDurable(staging);
    await progress.breathe();
    progress.phase('switching');
    replaceBy(vault, staging);
    return { aside };
  } catch (error) {
    discardStaging(staging);
    throw error;
  }
}

async function copyBackup(
  vault: string,
  name: string,
  staging: string,
  progress: VaultProgress,
): Promise<void> {
  const backup = join(shelfOf(vault), name);
  progress.phase('copying');
  await copyFile(databasePath(backup), databasePath(staging), progress);
  if (existsSync(join(backup, LOG))) await copyFile(join(backup, LOG), join(staging, LOG), progress);
  writeKeyFile(staging, readKeyFile(backup).keys);
}

/** Every page, and that it is the backup its record speaks of; then the restored chain says what happened. */
async function check(
  vault: string,
  key: Uint8Array,
  staging: string,
  { actor, at, backup }: RestoreWish,
  progress: VaultProgress,
): Promise<void> {
  const record = readRecord(join(shelfOf(vault), backup));
  const entry: AuditEntry = { at, actor, action: 'restore', object: 'vault', details: { backup } };
  const found = await examineInThread({ path: databasePath(staging), key, entry }, progress);
  const isThis = record?.verifiedAt == null || record.auditHead === found.auditHead;
  if (found.integrity !== 'ok' || found.schemaVersion === 0 || !isThis)
    throw new Failure('vault.backup-damaged', { path: backup });
}

/** The present database goes on the shelf with its keys, as it is; nobody has looked whether it opens. */
function putAsideLater(vault: string, staging: string, { at, programVersion }: RestoreWish): string | null {
  if (!existsSync(databasePath(vault))) return null;
  const name = backupName(at, 'restore');
  const folder = asideIn(staging, name);
  for (const file of KEY_FILES)
    if (existsSync(join(vault, file))) writeWhole(join(folder, file), readFileSync(join(vault, file)));
  const nothingKnown = { schemaVersion: 0, auditEntries: 0, auditHead: '', keyMark: '', verifiedAt: null };
  const sizeBytes = statSync(databasePath(vault)).size;
  writeRecord(folder, { format: 1, at, reason: 'restore', programVersion, sizeBytes, ...nothingKnown });
  return name;
}

/**
 * Only the keys of a backup, for a vault whose key files are damaged: where its data key is still the same, nothing
 * done since is lost. Failure vault.keys-of-another where it is not.
 */
export async function restoreKeys(
  vault: string,
  backup: string,
  secret: Secret,
  change: Change & { readonly takeOverLock: boolean },
): Promise<void> {
  const { name } = storedBackup(vault, backup);
  const { keys } = readKeyFile(join(shelfOf(vault), name));
  const { key } = await openWith(keys, secret);
  const release = lockOrWipe(vault, change.takeOverLock, key);
  try {
    requireFits(vault, key);
    const plan = { slots: keys.slots, action: 'keys-restore', object: 'vault', details: { backup } } as const;
    writePlan(vault, keys, plan, change);
  } catch (error) {
    throw named(error, vault);
  } finally {
    key.fill(0);
    release();
  }
}

function requireFits(vault: string, key: Uint8Array): void {
  try {
    openDatabase(databasePath(vault), key).close();
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_NOTADB') throw error;
    throw new Failure('vault.keys-of-another', { path: vault });
  }
}
