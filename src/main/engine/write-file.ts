import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Failure } from '../../core/result.ts';

/**
 * A file for a person, new-then-rename: under its name it is whole or not there. Failures: files.disk-full,
 * files.cannot-write.
 */
export function writeWhole(path: string, content: Uint8Array): void {
  const partial = `${path}.partial`;
  let begun = false;
  try {
    const handle = openSync(partial, 'w', 0o600);
    begun = true;
    try {
      writeSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, path);
  } catch (error) {
    if (begun) rmSync(partial, { force: true });
    const code = (error as { code?: string }).code ?? '';
    throw new Failure(code === 'ENOSPC' ? 'files.disk-full' : 'files.cannot-write', { path });
  }
}
