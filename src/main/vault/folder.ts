import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../core/result.ts';
import { vaultDiskError } from './disk.ts';
import { takeOwnerLock } from './owner-lock.ts';

export const VAULT_FORMAT = 1;
const DATABASE = 'vault.db';
/** Written into every backup, never into a vault. */
export const BACKUP_FILE = 'backup.json';

/** SQLite on Linux and macOS takes no longer path of a database. */
const LONGEST_DATABASE_PATH = 504;
/** `/new-1a2b/vault.db`: a copy being made inside the vault. */
const INSIDE = 18;
/** A vault being made has another name beside its own, and its database in it. */
const BESIDE = 56;

/** File name of a vault as people see it. */
export function vaultName(path: string): string {
  return basename(path).replace(/\.vault$/, '');
}

/** The folder of a vault a person gave a name to. */
export function vaultFolder(path: string): string {
  return path.endsWith('.vault') ? path : `${path}.vault`;
}

export function databasePath(folder: string): string {
  return join(folder, DATABASE);
}

/** Said before anything is written: later it would only be a database that cannot be opened. */
export function requirePathFits(folder: string): void {
  if (process.platform === 'win32') return;
  const needed = Math.max(Buffer.byteLength(folder) + INSIDE, Buffer.byteLength(dirname(folder)) + BESIDE);
  if (needed > LONGEST_DATABASE_PATH) throw new Failure('vault.path-too-long', { path: folder });
}

export function requireFolder(path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new Failure('vault.not-found', { path });
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    throw new Failure('vault.no-access', { path });
  }
}

/** A folder with a database that is no backup: opening one would change it. */
export function requireVaultFolder(path: string): void {
  requireFolder(path);
  if (existsSync(join(path, BACKUP_FILE))) throw new Failure('vault.is-backup', { path });
  if (!existsSync(databasePath(path))) throw new Failure('vault.not-a-vault', { path });
}

/** The vault's lock for this process; what hinders the disk has its name. */
export function ownerLock(path: string, takeOver: boolean): () => void {
  try {
    return takeOwnerLock(path, takeOver);
  } catch (error) {
    throw named(error, path);
  }
}

/** The same error, or the disk's under a name a person can act on. */
export function named(error: unknown, path: string): unknown {
  const known = error instanceof Failure ? null : vaultDiskError(error, path);
  return known === null ? error : new Failure(known.code, known.params);
}
