import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../core/result.ts';
import { copyDatabase } from '../copy-database.ts';
import type { WritableDatabase } from '../database.ts';
import { syncFolder } from '../disk.ts';
import { examineInThread } from '../examine-thread.ts';
import { databasePath, named } from '../folder.ts';
import { readKeyFile, writeKeyFile } from '../key-file.ts';
import { keyMark } from '../key-mark.ts';
import { UNWATCHED, type VaultProgress } from '../progress.ts';
import { discardStaging, makeDurable, newStaging } from '../staging.ts';
import type { BackupReason } from './reasons.ts';
import { writeRecord } from './record.ts';
import { backupName, type StoredBackup, shelfOf, storedBackup, thinOut } from './shelf.ts';

/** What of an open vault a backup needs. */
export interface BackupSource {
  readonly path: string;
  connect(): WritableDatabase;
  copyOfKey(): Uint8Array;
}

export interface BackupWish {
  readonly reason: BackupReason;
  readonly at: number;
  readonly programVersion: string;
}

/**
 * Copies database and keys while others work on, opens the copy, looks at every page of it and puts it on the shelf
 * under its name. Nothing is left of one that failed, was stopped or killed. Then the rule takes older ones away.
 */
export async function makeBackup(
  source: BackupSource,
  wish: BackupWish,
  progress: VaultProgress,
): Promise<{ backup: StoredBackup; removed: string[] }> {
  const staging = newStaging(source.path);
  const key = source.copyOfKey();
  try {
    await fill(staging, source, key, wish, progress);
    const name = backupName(wish.at, wish.reason);
    mkdirSync(shelfOf(source.path), { recursive: true, mode: 0o700 });
    renameSync(staging, join(shelfOf(source.path), name));
    syncFolder(shelfOf(source.path));
    return { backup: storedBackup(source.path, name), removed: thinOut(source.path) };
  } catch (error) {
    discardStaging(staging);
    throw named(error, source.path);
  } finally {
    key.fill(0);
  }
}

async function fill(
  staging: string,
  source: BackupSource,
  key: Uint8Array,
  { reason, at, programVersion }: BackupWish,
  progress: VaultProgress,
): Promise<void> {
  const path = databasePath(staging);
  progress.phase('copying');
  const { auditHead, sizeBytes } = await copied(source, path, progress);
  progress.phase('checking');
  const found = await examineInThread({ path, key }, progress);
  if (found.integrity !== 'ok' || found.auditHead !== auditHead)
    throw new Failure('vault.backup-damaged', { path: source.path });
  writeKeyFile(staging, readKeyFile(source.path).keys);
  const { schemaVersion, auditEntries } = found;
  const about = { at, reason, verifiedAt: Date.now(), sizeBytes, schemaVersion, programVersion };
  writeRecord(staging, { format: 1, ...about, auditEntries, auditHead, keyMark: keyMark(key) });
  await makeDurable(staging);
}

async function copied(source: BackupSource, target: string, progress: VaultProgress) {
  const reader = source.connect();
  try {
    return await copyDatabase(reader, { vault: source.path, target, company: 'with-others' }, progress);
  } finally {
    reader.close();
  }
}

/** Before the schema is changed; where it cannot be made, nothing is changed. Answers its name. */
export async function backupBeforeMigration(source: BackupSource, programVersion: string): Promise<string> {
  const wish = { reason: 'migration', at: Date.now(), programVersion } as const;
  return (await makeBackup(source, wish, UNWATCHED)).backup.name;
}
