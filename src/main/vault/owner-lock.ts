import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../core/result.ts';

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/**
 * One process per vault: the file `lock` names its owner. A living owner on this computer is refused; a lock whose
 * owner is gone (or lies on another computer) is explained and taken over only when the person says so.
 */
export function takeOwnerLock(folder: string, takeOver: boolean): () => void {
  const path = join(folder, 'lock');
  if (existsSync(path)) refuseOrTakeOver(path, takeOver);
  const owner: Owner = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  writeFileSync(path, JSON.stringify(owner), { flag: existsSync(path) ? 'w' : 'wx' });
  return () => {
    if (readOwner(path)?.pid === process.pid) rmSync(path, { force: true });
  };
}

function refuseOrTakeOver(path: string, takeOver: boolean): void {
  const owner = readOwner(path);
  const here = owner !== null && owner.host === hostname();
  const since = owner?.since ?? '?';
  const host = owner?.host ?? '?';
  if (here && owner !== null && alive(owner.pid)) throw new Failure('vault.in-use', { pid: owner.pid, host, since });
  if (here || takeOver) return;
  throw new Failure('vault.stale-lock', { host, since });
}
