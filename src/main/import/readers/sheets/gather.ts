import { Failure } from '../../../../core/result.ts';

const MOST_BYTES = 256 * 1024 * 1024;

/** All bytes of a file whose format can only be read from its end. Failure import.too-large. */
export async function gather(
  chunks: AsyncIterable<Uint8Array>,
  fileName: string,
  most = MOST_BYTES,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new Failure('import.too-large', { file: fileName });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
