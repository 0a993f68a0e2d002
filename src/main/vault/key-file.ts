import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../core/result.ts';
import { diskTrouble, stage, syncFolder, writeWhole } from './disk.ts';

const slot = z.object({
  kind: z.enum(['passphrase', 'recovery']),
  name: z.string(),
  created: z.string(),
  argon2id: z.object({
    memoryKiB: z.number().int().min(8),
    passes: z.number().int().min(1),
    salt: z.string(),
  }),
  nonce: z.string(),
  wrapped: z.string(),
  tag: z.string(),
});
/** The last change of the slots, until it stands in the audit chain: the two lie in different files. */
const keyChange = z.object({
  id: z.string(),
  at: z.number(),
  actor: z.string(),
  action: z.enum(['key-add', 'key-change', 'key-remove', 'words-new', 'recover', 'keys-restore']),
  object: z.string(),
  details: z.record(z.string(), z.string()),
});
export type KeyChange = z.infer<typeof keyChange>;
const keyFile = z.object({
  format: z.literal(1),
  vaultId: z.string(),
  slots: z.array(slot).min(1),
  change: keyChange.optional(),
});
export type KeyFile = z.infer<typeof keyFile>;

const FIRST = 'keys.json';
const COPY = 'keys.copy.json';

/**
 * Both copies are whole on the disk under other names before the first gets its own, so that a full disk changes
 * neither; killed in between, each is whole and the first is the newer.
 */
export function writeKeyFile(folder: string, keys: KeyFile): void {
  const text = `${JSON.stringify(keys, null, 2)}\n`;
  const staged: string[] = [];
  try {
    for (const name of [FIRST, COPY]) staged.push(stage(join(folder, name), text));
    for (const name of [FIRST, COPY]) renameSync(join(folder, `${name}.new`), join(folder, name));
  } catch (error) {
    for (const part of staged) rmSync(part, { force: true });
    throw error;
  }
  syncFolder(folder);
}

function readOne(path: string): KeyFile | null {
  if (!existsSync(path)) return null;
  try {
    return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** The key slots; a damaged first copy falls back to the second and says so (`fromCopy`). */
export function readKeyFile(folder: string): { keys: KeyFile; fromCopy: boolean } {
  const first = readOne(join(folder, FIRST));
  if (first !== null) return { keys: first, fromCopy: false };
  const copy = readOne(join(folder, COPY));
  if (copy !== null) return { keys: copy, fromCopy: true };
  throw new Failure('vault.keys-damaged', { file: FIRST });
}

/**
 * Brings the copy up to the first where a change was cut off between the two: a passphrase that was replaced must not
 * open the vault through the copy. Call with the vault's lock; a disk that hinders is met again at the next unlock.
 */
export function renewCopy(folder: string): void {
  const first = join(folder, FIRST);
  const copy = join(folder, COPY);
  if (readOne(first) === null) return;
  const text = readFileSync(first, 'utf8');
  if (existsSync(copy) && readFileSync(copy, 'utf8') === text) return;
  try {
    writeWhole(copy, text);
  } catch (error) {
    if (diskTrouble(error) === null) throw error;
  }
}
