import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AppError } from '../../core/result.ts';

/** What hinders the disk, in the three ways a person can do something about. */
export type DiskTrouble = 'full' | 'denied' | 'failing';

const TROUBLES: readonly (readonly [string, DiskTrouble])[] = [
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_FULL', 'full'],
  // The memory file beside the log of changes could not grow: there is no other reason for it than a full disk.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'denied'],
  ['SQLITE_READONLY', 'denied'],
  ['EIO', 'failing'],
  ['SQLITE_IOERR', 'failing'],
  ['SQLITE_CANTOPEN', 'failing'],
];

/** Null where the error has nothing to do with the disk. */
export function diskTrouble(error: unknown): DiskTrouble | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  return TROUBLES.find(([start]) => code.startsWith(start))?.[1] ?? null;
}

const OF_THE_VAULT = {
  full: 'vault.disk-full',
  denied: 'vault.no-access',
  failing: 'vault.disk-error',
} as const;

/** What the vault says of it; null where it is neither the disk nor damage on it. */
export function vaultDiskError(error: unknown, path: string): AppError | null {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return { code: 'vault.damaged', params: { path } };
  const trouble = diskTrouble(error);
  return trouble === null ? null : { code: OF_THE_VAULT[trouble], params: { path } };
}

/** Content on the disk under a name beside the final one; the whole of it, also where the system takes it in parts. */
export function stage(path: string, content: string | Uint8Array): string {
  const part = `${path}.new`;
  const handle = openSync(part, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return part;
}

/** New-then-rename: whatever happens, the name holds the old content or the new one, and nothing else is left. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const part = stage(path, content);
  try {
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes a new name outlast a power cut, where the system and the disk's format know how; EIO is a dying disk. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  let handle: number | null = null;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') throw error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
