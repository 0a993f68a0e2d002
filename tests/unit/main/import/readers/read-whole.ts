import type { Reader } from '../../../../../src/main/import/readers/reader.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every row of a file by its reader, as records of the cells that are not empty; rows not taken as their problems. */
export async function readWhole(
  reader: Reader,
  bytes: Uint8Array,
  name: string,
  pieceBytes = 7,
): Promise<{
  rows: Record<string, string>[];
  problems: [number, string, string][];
  columns: readonly string[];
}> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.slice(at, at + pieceBytes);
  }
  const settings = { encoding: 'utf-8', delimiter: '', quote: '', headerRow: 0, columns: [] };
  const { columns, batches } = await reader.read(pieces(), settings, name);
  const rows: Record<string, string>[] = [];
  const problems: [number, string, string][] = [];
  for await (const batch of batches)
    for (const { line, cells, problem } of batch) {
      if (problem !== null) problems.push([line, problem.code, problem.raw]);
      else
        rows.push(
          Object.fromEntries(
            columns.map((column, at) => [column, cells[at] ?? '']).filter(([, cell]) => cell !== ''),
          ),
        );
    }
  return { rows, problems, columns };
}
