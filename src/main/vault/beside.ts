import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './owner-lock.ts';

/** Short name of this computer that any file system takes. */
function hostTag(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/**
 * A name beside the final one for what is not whole yet. It tells the process that makes it, so that two that make
 * something of one name never write into each other's, and what a killed one left can be told from what lives.
 */
export function nameBeside(path: string): string {
  return `${path}.partial-${hostTag()}-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** What processes that are gone left beside this name; nothing where the folder cannot be read. */
export function leftBeside(path: string): string[] {
  const start = `${basename(path)}.partial-${hostTag()}-`;
  return namesIn(dirname(path))
    .filter((name) => name.startsWith(start) && !isAlive(Number(name.slice(start.length).split('-')[0])))
    .map((name) => join(dirname(path), name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
