/** Rows in batches small enough that the import can be stopped between them. */
export function* inBatches<Row>(rows: readonly Row[], size = 500): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** The same as a stream, for readers that have all rows at once. */
export async function* stream<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield* inBatches(rows);
}
