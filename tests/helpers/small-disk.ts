import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, so small that it really fills: a tmpfs, which needs the right to mount. */
export interface SmallDisk {
  readonly path: string;
  /** Takes all room but `left` bytes; the answer gives it back. */
  fill(left?: number): () => void;
  free(): number;
  /** Makes it read-only, or writable again; false where the system refuses. */
  freeze(isFrozen: boolean): boolean;
  remove(): void;
}

const mount = (...args: string[]): boolean =>
  process.platform === 'linux' && spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
const BLOCK = Buffer.alloc(64 * 1024, 1);

/** Null where this process may not mount: then nothing can be proved of a full disk here. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'iforce-disk-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path)) {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
  const free = (): number => {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  };
  return {
    path,
    free,
    fill: (left = 0) => fill(join(path, 'ballast'), left),
    freeze: (isFrozen) => mount('-o', `remount,${isFrozen ? 'ro' : 'rw'}`, path),
    remove() {
      spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function fill(ballast: string, left: number): () => void {
  const handle = openSync(ballast, 'w');
  let size = 0;
  try {
    for (;;) size += writeSync(handle, BLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
  ftruncateSync(handle, Math.max(0, size - left));
  closeSync(handle);
  return () => rmSync(ballast, { force: true });
}
