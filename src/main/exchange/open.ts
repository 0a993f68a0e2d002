import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { opener } from '../../contract/exchange.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { type Verification, verifyPackage } from './verify.ts';

/**
 * Verifies, then unpacks into an empty or new folder. A package with any problem is not unpacked: `index` is
 * empty and the problems say why. Failure('package.folder-not-empty' | 'package.cannot-write').
 */
export async function openPackage(
  context: Context,
  path: string,
  how: z.infer<typeof opener>,
  folder: string,
): Promise<{ verification: Verification; index: string }> {
  const { verification, files } = await verifyPackage(context, path, how);
  if (!verification.ok) return { verification, index: '' };
  prepare(folder);
  try {
    for (const [name, bytes] of files) {
      const target = join(folder, ...name.split('/'));
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      writeFileSync(target, bytes, { flag: 'wx', mode: 0o600 });
    }
  } catch (_systemError) {
    throw new Failure('package.cannot-write', { path: folder });
  }
  return { verification, index: join(folder, 'index.html') };
}

function prepare(folder: string): void {
  let content: string[];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    content = readdirSync(folder);
  } catch (_systemError) {
    throw new Failure('package.cannot-write', { path: folder });
  }
  if (content.length > 0) throw new Failure('package.folder-not-empty', { path: folder });
}
