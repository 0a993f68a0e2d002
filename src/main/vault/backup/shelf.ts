import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../core/result.ts';
import { syncFolder } from '../disk.ts';
import { databasePath } from '../folder.ts';
import { notToKeep } from './keeping.ts';
import type { BackupReason } from './reasons.ts';
import { type BackupRecord, readRecord } from './record.ts';

const SHELF = 'backups';
/** Before the name of what is being removed, so that half a backup is never taken for one. */
const GOING = 'removed-';

export interface StoredBackup extends BackupRecord {
  readonly name: string;
}

export function shelfOf(vault: string): string {
  return join(vault, SHELF);
}

/** A name that every file system takes and that sorts by time. */
export function backupName(at: number, reason: BackupReason): string {
  const stamp = new Date(at).toISOString().replace('T', '_').replace(/[:.]/g, '-').replace('Z', '');
  return `${stamp}_${reason}`;
}

function namesIn(shelf: string): string[] {
  try {
    return readdirSync(shelf);
  } catch {
    return [];
  }
}

/** Newest first; what holds no database or no record is none. */
export function storedBackups(vault: string): StoredBackup[] {
  const shelf = shelfOf(vault);
  const found = namesIn(shelf)
    .filter((name) => !name.startsWith(GOING) && existsSync(databasePath(join(shelf, name))))
    .map((name) => ({ name, record: readRecord(join(shelf, name)) }));
  return found
    .flatMap(({ name, record }) => (record === null ? [] : [{ name, ...record }]))
    .sort((a, b) => b.at - a.at);
}

export function storedBackup(vault: string, name: string): StoredBackup {
  const found = storedBackups(vault).find((one) => one.name === name);
  if (found === undefined) throw new Failure('vault.no-such-backup', { name });
  return found;
}

/** Takes whole backups away. */
export function removeBackups(vault: string, names: readonly string[]): void {
  const shelf = shelfOf(vault);
  for (const name of names) renameSync(join(shelf, name), join(shelf, `${GOING}${name}`));
  discardRemoved(vault);
}

/** What was being removed when the process was killed. */
export function discardRemoved(vault: string): void {
  const shelf = shelfOf(vault);
  const going = namesIn(shelf).filter((name) => name.startsWith(GOING));
  if (going.length === 0) return;
  for (const name of going) rmSync(join(shelf, name), { recursive: true, force: true });
  syncFolder(shelf);
}

/** Removes what the rule no longer keeps; answers the names. */
export function thinOut(vault: string): string[] {
  const kept = storedBackups(vault).map((one) => ({ ...one, verified: one.verifiedAt !== null }));
  const names = notToKeep(kept);
  removeBackups(vault, names);
  return names;
}
