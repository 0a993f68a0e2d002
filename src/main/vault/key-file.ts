import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../core/result.ts';

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
const keyFile = z.object({ format: z.literal(1), vaultId: z.string(), slots: z.array(slot).min(1) });
export type KeyFile = z.infer<typeof keyFile>;

const FIRST = 'keys.json';
const COPY = 'keys.copy.json';

/** New-then-rename with fsync, first copy before second: one of the two is whole at every moment. */
export function writeKeyFile(folder: string, keys: KeyFile): void {
  const text = `${JSON.stringify(keys, null, 2)}\n`;
  for (const name of [FIRST, COPY]) {
    const part = join(folder, `${name}.new`);
    const handle = openSync(part, 'w', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(part, join(folder, name));
  }
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
