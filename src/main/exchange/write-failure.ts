import { Failure } from '../../core/result.ts';
import { diskTrouble } from '../vault/disk.ts';

/** Why a package, or the files of an opened one, did not get onto the disk. */
export function writeFailure(error: unknown, path: string): Failure {
  return new Failure(diskTrouble(error) === 'full' ? 'package.disk-full' : 'package.cannot-write', { path });
}
