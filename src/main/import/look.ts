import type { ReadingChoice } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import { detectEncoding } from './encoding.ts';
import type { ByteSource } from './files.ts';
import { lookIn, withRows } from './isolation/apart.ts';
import type { Reader, RowStream, SampleTable } from './readers/index.ts';

/** Enough to tell what the columns hold. */
export const LOOKED_AT = 5000;

/**
 * Columns and first rows of a file as its reader gives them, with the detected or the stated settings. A file that
 * breaks off further on is shown as far as it goes; the import will say where. Failures: those of the reader.
 */
export async function lookAt(
  reader: Reader,
  source: ByteSource,
  reading: ReadingChoice,
): Promise<SampleTable> {
  const { look } = reader;
  if (look !== undefined) return lookIn({ ...reader, look }, source, reading);
  const { encoding } = detectEncoding(await source.sample());
  const settings = { encoding: reading.encoding ?? encoding, delimiter: '', quote: '', headerRow: 0 };
  const counted = countBytes(source.chunks());
  const specification = { ...settings, columns: [] };
  const { columns, rows, isWhole } = await withRows(
    reader,
    { name: source.name, chunks: counted.chunks, specification },
    async (stream) => ({ columns: stream.columns, ...(await firstRows(stream)) }),
  );
  const share = Math.max(1, Math.min(counted.bytes(), source.size));
  return {
    fileName: source.name,
    format: reader.format,
    ...settings,
    columns: [...columns],
    rows,
    remarks: reader.remarks?.(rows) ?? [],
    estimatedRows: isWhole ? rows.length : Math.round((rows.length * source.size) / share),
  };
}

async function firstRows(stream: RowStream): Promise<{ rows: string[][]; isWhole: boolean }> {
  const rows: string[][] = [];
  try {
    for await (const batch of stream.batches) {
      for (const { cells, problem } of batch) if (problem === null) rows.push([...cells]);
      if (rows.length >= LOOKED_AT)
        return { rows: rows.slice(0, LOOKED_AT), isWhole: rows.length === LOOKED_AT };
    }
  } catch (error) {
    if (!(error instanceof Failure) || rows.length === 0) throw error;
  }
  return { rows, isWhole: true };
}

function countBytes(chunks: AsyncIterable<Uint8Array>): {
  chunks: AsyncIterable<Uint8Array>;
  bytes: () => number;
} {
  let bytes = 0;
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  return { chunks: counted(), bytes: () => bytes };
}
