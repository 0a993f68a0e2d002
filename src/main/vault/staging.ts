import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './disk.ts';
import { databasePath } from './folder.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';

/** Short, for a database in a folder of it must still have a path SQLite takes. */
const STAGING = 'new-';
/** What is to take the place of the vault's own; there only when it is whole. */
const NEXT = 'next';
/** In it, a folder that receives the present database and is then put on the shelf of backups. */
const ASIDE = 'aside';
const SHELF = 'backups';
const LOG = 'vault.db-wal';
const LOG_INDEX = 'vault.db-shm';

/** A folder in the vault for what is not whole yet; what a killed process left goes at the next unlock. */
export function newStaging(vault: string): string {
  const folder = join(vault, `${STAGING}${randomBytes(2).toString('hex')}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

export function discardStaging(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function discardAllStaging(vault: string): void {
  const left = readdirSync(vault).filter((name) => name.startsWith(STAGING));
  for (const name of left) discardStaging(join(vault, name));
}

/** Every file of the folder outlasts a power cut from here on; large ones are waited for outside this thread. */
export async function makeDurable(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = await open(join(entry.parentPath, entry.name), 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
  syncFolder(folder);
}

/** A folder of this name for the database that is replaced; what is to lie beside it is put there by the caller. */
export function asideIn(staging: string, name: string): string {
  const folder = join(staging, ASIDE, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Database and keys of the durable staging folder take the place of the vault's. One renaming decides: before it the
 * vault is as it was, after it the rest is done, if need be by the next unlock.
 */
export function replaceBy(vault: string, staging: string): void {
  renameSync(staging, join(vault, NEXT));
  syncFolder(vault);
  finishReplacement(vault);
}

export function isReplacementPending(vault: string): boolean {
  return existsSync(join(vault, NEXT));
}

/** Does what of a replacement is not done yet; each step may be the last one before a kill, and is then done again. */
export function finishReplacement(vault: string): void {
  const next = join(vault, NEXT);
  if (existsSync(databasePath(next))) {
    putAside(vault, join(next, ASIDE));
    for (const name of [LOG, LOG_INDEX]) rmSync(join(vault, name), { force: true });
    renameSync(databasePath(next), databasePath(vault));
    syncFolder(vault);
  }
  if (existsSync(join(next, 'keys.json'))) writeKeyFile(vault, readKeyFile(next).keys);
  rmSync(next, { recursive: true, force: true });
  syncFolder(vault);
}

function putAside(vault: string, aside: string): void {
  const [name] = existsSync(aside) ? readdirSync(aside) : [];
  if (name === undefined) return;
  const target = join(aside, name);
  for (const file of [join(vault, LOG), databasePath(vault)])
    if (existsSync(file)) renameSync(file, join(target, file === databasePath(vault) ? 'vault.db' : LOG));
  mkdirSync(join(vault, SHELF), { recursive: true, mode: 0o700 });
  renameSync(target, join(vault, SHELF, name));
  syncFolder(join(vault, SHELF));
}
