import { readFileSync, statSync } from 'node:fs';
import { Decrypter } from 'age-encryption';
import type { z } from 'zod';
import type { opener } from '../../contract/exchange.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { ArchiveRefused, unzipped } from './archive.ts';
import { ownKeys } from './keys.ts';

const MOST_BYTES = 1024 ** 3;

/**
 * The files of a package, in memory only. ArchiveRefused where the file is damaged or its archive is not safe to
 * read; Failure('package.cannot-read' | 'package.wrong-key' | 'package.bad-identity') where it cannot be tried.
 */
export async function decryptedFiles(
  context: Context,
  path: string,
  how: z.infer<typeof opener>,
): Promise<Map<string, Uint8Array>> {
  const bytes = read(path);
  const decrypter = await decrypterFor(context, how);
  let plain: Uint8Array;
  try {
    plain = await decrypter.decrypt(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('no identity matched')) throw new Failure('package.wrong-key');
    throw new ArchiveRefused('damaged', '');
  }
  return await unzipped(plain);
}

function read(path: string): Uint8Array {
  try {
    if (statSync(path).size > MOST_BYTES) throw new ArchiveRefused('too-large', path);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    throw new Failure('package.cannot-read', { path });
  }
}

async function decrypterFor(context: Context, how: z.infer<typeof opener>): Promise<Decrypter> {
  const decrypter = new Decrypter();
  if (how.kind === 'own') {
    decrypter.addIdentity((await ownKeys(context.database())).identity);
    return decrypter;
  }
  const secret = how.secret ?? '';
  if (how.kind === 'passphrase') {
    decrypter.addPassphrase(secret);
    return decrypter;
  }
  const identities = secret.split(/\r?\n/u).filter((line) => line.trim().startsWith('AGE-SECRET-KEY-'));
  if (identities.length === 0) throw new Failure('package.bad-identity');
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity.trim());
    } catch (_badKey) {
      throw new Failure('package.bad-identity');
    }
  }
  return decrypter;
}
