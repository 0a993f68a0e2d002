import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../core/result.ts';

const owner = z.object({ pid: z.number().int().positive(), host: z.string(), since: z.string() });
type Owner = z.infer<typeof owner>;

const LOCK_FILE = 'lock';

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function readOwner(text: string): Owner | null {
  try {
    return owner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Refuses a vault another process holds: `vault.in-use` while its owner lives on this computer, `vault.stale-lock`
 * where the owner is gone, unreadable or on another computer, unless the person said to take the lock over.
 */
export function requireUnowned(folder: string, takeOver: boolean): void {
  const text = readText(join(folder, LOCK_FILE));
  if (text === null) return;
  const found = readOwner(text);
  if (found !== null && found.host === hostname() && alive(found.pid))
    throw new Failure('vault.in-use', { ...found });
  if (takeOver) return;
  throw new Failure('vault.stale-lock', { host: found?.host ?? '?', since: found?.since ?? '?' });
}

/** One process per vault: writes the file `lock` that names its owner; of two at the same moment one is refused. */
export function takeOwnerLock(folder: string, takeOver: boolean): () => void {
  requireUnowned(folder, takeOver);
  const path = join(folder, LOCK_FILE);
  if (takeOver) rmSync(path, { force: true });
  const mine = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
  } satisfies Owner);
  try {
    writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') requireUnowned(folder, false);
    else rmSync(path, { force: true });
    throw error;
  }
  return () => {
    if (readText(path) === mine) rmSync(path, { force: true });
  };
}
