import { unzipSync } from 'fflate';
import { Failure } from '../../../../core/result.ts';

const MOST_ENTRIES = 10_000;
const MOST_BYTES = 256 * 1024 * 1024;

export interface Unpacked {
  readonly names: readonly string[];
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/**
 * The wanted files of a ZIP in memory, and the names of all. What a file says of its size is also all that is unpacked
 * of it. Failures: import.archive-broken, import.too-large.
 */
export function unpack(bytes: Uint8Array, file: string, wanted: (name: string) => boolean): Unpacked {
  const names: string[] = [];
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name);
        if (names.length > MOST_ENTRIES) throw new Failure('import.too-large', { file });
        if (!wanted(name)) return false;
        size += originalSize;
        if (size > MOST_BYTES) throw new Failure('import.too-large', { file });
        return true;
      },
    });
    return { names, files };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('import.archive-broken', { file });
  }
}

/** Names in the local headers of the first bytes of a ZIP; enough to tell what it holds. */
export function firstNames(sample: Uint8Array): string[] {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  const names: string[] = [];
  if (bytes.length < 30 || bytes.readUInt32LE(0) !== 0x04034b50) return names;
  for (
    let at = 0;
    at >= 0 && at + 30 < bytes.length;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const length = bytes.readUInt16LE(at + 26);
    if (length < 300) names.push(bytes.toString('utf8', at + 30, at + 30 + length));
  }
  return names;
}
