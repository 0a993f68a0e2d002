import { Failure } from '../../../../core/result.ts';

/** Formats that cannot be read piece by piece are held whole up to this size. */
const MOST_BYTES = 256 * 1024 * 1024;

/** All bytes of a file in one piece. Failure import.too-large. */
export async function gather(
  chunks: AsyncIterable<Uint8Array>,
  fileName: string,
  limit = MOST_BYTES,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw new Failure('import.too-large', { file: fileName });
    pieces.push(chunk);
  }
  return Buffer.concat(pieces, size);
}

/** Rows in batches small enough that the import can be stopped between them. */
export function* inBatches<Row>(rows: readonly Row[], size = 500): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** The same as a stream, for readers that have all rows at once. */
export async function* stream<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield* inBatches(rows);
}
