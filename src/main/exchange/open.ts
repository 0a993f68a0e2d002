import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { opener } from '../../contract/exchange.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { leftBeside, nameBeside } from '../vault/beside.ts';
import { type Verification, verifyPackage } from './verify.ts';
import { writeFailure } from './write-failure.ts';

const PAGE = 'index.html';

/**
 * Verifies, then unpacks into an empty or new folder; its page is there only when all of it is. A package with
 * any problem is not unpacked: `index` is empty and the problems say why. Failures: package.folder-not-empty,
 * package.disk-full, package.cannot-write.
 */
export async function openPackage(
  context: Context,
  path: string,
  how: z.infer<typeof opener>,
  folder: string,
): Promise<{ verification: Verification; index: string }> {
  const { verification, files } = await verifyPackage(context, path, how);
  if (!verification.ok) return { verification, index: '' };
  try {
    unpack(resolve(folder), files);
  } catch (error) {
    throw error instanceof Failure ? error : writeFailure(error, folder);
  }
  return { verification, index: join(folder, PAGE) };
}

/**
 * Into a folder without its name yet; into one within where it is there already, for a stick's own folder can be
 * neither renamed nor written beside.
 */
function unpack(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const isThere = existsSync(folder);
  const whole = isThere ? join(folder, 'package') : folder;
  for (const left of leftBeside(whole)) rmSync(left, { recursive: true, force: true });
  if (isThere) requireEmpty(folder);
  const building = nameBeside(whole);
  try {
    for (const [name, bytes] of files) writeInto(building, name, bytes);
    if (isThere) moveUp(building, folder);
    else renameSync(building, folder);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** The page last: what can be opened is whole. */
function moveUp(building: string, folder: string): void {
  const names = readdirSync(building).sort((one, other) => Number(one === PAGE) - Number(other === PAGE));
  try {
    for (const name of names) renameSync(join(building, name), join(folder, name));
  } catch (error) {
    for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  }
}

function writeInto(folder: string, name: string, bytes: Uint8Array): void {
  const target = join(folder, ...name.split('/'));
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  writeFileSync(target, bytes, { flag: 'wx', mode: 0o600 });
}

function requireEmpty(folder: string): void {
  if (readdirSync(folder).length > 0) throw new Failure('package.folder-not-empty', { path: folder });
}
