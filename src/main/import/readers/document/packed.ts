import { unzipSync } from 'fflate';
import { Failure } from '../../../../core/result.ts';

/** What one part may unpack to: no text of a document is near it, a bomb is far beyond. */
const LARGEST_PART = 128 * 1024 * 1024;

/** The parts of a packed document with these names. Failures import.too-large, import.document-broken. */
export function partsOf(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  fileName: string,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) return false;
        if (originalSize > LARGEST_PART) throw new Failure('import.too-large', { file: fileName });
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('import.document-broken', { file: fileName });
  }
}

/** Whether the bytes are a packed file in whose beginning a part of this name stands. */
export function holdsPart(sample: Uint8Array, name: RegExp): boolean {
  if (sample[0] !== 0x50 || sample[1] !== 0x4b) return false;
  return name.test(Buffer.from(sample).toString('latin1'));
}
