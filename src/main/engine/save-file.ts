import { Failure } from '../../core/result.ts';
import { diskTrouble, writeWhole } from '../vault/disk.ts';

/** A file for a person: under its name it is whole or not there. Failures: files.disk-full, files.cannot-write. */
export function saveWhole(path: string, content: string | Uint8Array): void {
  try {
    writeWhole(path, content);
  } catch (error) {
    throw new Failure(diskTrouble(error) === 'full' ? 'files.disk-full' : 'files.cannot-write', { path });
  }
}
