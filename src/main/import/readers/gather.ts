import { Failure } from '../../../core/result.ts';

/** Formats that cannot be read piece by piece are held whole up to this size. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Passes the bytes on as long as they are not more than may be held. Failure import.too-large. */
export async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  fileName: string,
  most = MOST_BYTES,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new Failure('import.too-large', { file: fileName });
    yield chunk;
  }
}

/**
 * All bytes of a file in memory of their own: parsers read around a view into a larger buffer, or take its memory away.
 * Failure import.too-large.
 */
export async function gather(
  chunks: AsyncIterable<Uint8Array>,
  fileName: string,
  most = MOST_BYTES,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of limited(chunks, fileName, most)) {
    size += chunk.length;
    parts.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
