import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../core/result.ts';
import { isBeforeStart, processMark } from './process-mark.ts';

/** `started` tells the owner from a later process of the same number; locks of before do not have it. */
const owner = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  since: z.string(),
  started: z.string().nullish(),
});
type Owner = z.infer<typeof owner>;

const LOCK_FILE = 'lock';

/** Whether a process of this number lives on this computer. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * After a power cut another process may have the owner's number: it must not keep people out of their vault. Where the
 * system tells processes apart no clock is asked, for it may have been set since.
 */
function livesHere(found: Owner): boolean {
  if (found.host !== hostname() || !isAlive(found.pid)) return false;
  const mark = processMark(found.pid);
  return found.started == null || mark === null ? !isBeforeStart(found.since) : mark === found.started;
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
  if (found !== null && livesHere(found)) {
    const { pid, host, since } = found;
    throw new Failure('vault.in-use', { pid, host, since });
  }
  if (takeOver) return;
  throw new Failure('vault.stale-lock', { host: found?.host ?? '?', since: found?.since ?? '?' });
}

/**
 * Moves the lock aside before it goes: of two that take over at the same moment only one gets the old lock, and who got
 * the other's fresh one instead puts it back and is refused.
 */
function removeStale(folder: string): void {
  const path = join(folder, LOCK_FILE);
  const aside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const found = readOwner(readText(aside) ?? '');
  if (found === null || !livesHere(found)) {
    rmSync(aside, { force: true });
    return;
  }
  if (existsSync(path)) rmSync(aside, { force: true });
  else renameSync(aside, path);
  requireUnowned(folder, false);
}

/** One process per vault: writes the file `lock` that names its owner; of two at the same moment one is refused. */
export function takeOwnerLock(folder: string, takeOver: boolean): () => void {
  requireUnowned(folder, takeOver);
  const path = join(folder, LOCK_FILE);
  if (takeOver) removeStale(folder);
  const mine = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    started: processMark(process.pid),
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
