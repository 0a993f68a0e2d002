import { Failure } from '../../../../core/result.ts';

const LARGEST = 256 * 1024 * 1024;

/** All bytes of a format that is read from its end or as a whole. Failure import.too-large. */
export async function gather(chunks: AsyncIterable<Uint8Array>, fileName: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST) throw new Failure('import.too-large', { file: fileName });
    parts.push(chunk);
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
