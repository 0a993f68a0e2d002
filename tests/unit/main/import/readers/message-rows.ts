import { detectEncoding } from '../../../../../src/main/import/encoding.ts';
import { memorySource } from '../../../../../src/main/import/files.ts';
import { chooseReader, type SourceRow } from '../../../../../src/main/import/readers/index.ts';

export interface Read {
  readonly format: string;
  readonly confidence: number;
  readonly columns: readonly string[];
  readonly rows: readonly SourceRow[];
  /** Rows as records of the cells that are filled. */
  readonly records: readonly Record<string, string>[];
}

/** What the reader that takes the file makes of it. */
export async function readBytes(name: string, content: string | Uint8Array, part?: string): Promise<Read> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = memorySource(name, bytes);
  const sample = await source.sample();
  const { reader, sniffed } = chooseReader(sample, name);
  if (reader === null) throw new Error(`no reader takes ${name}`);
  const settings = {
    delimiter: '',
    quote: '',
    headerRow: 0,
    columns: [],
    ...(part === undefined ? {} : { part }),
  };
  const stream = await reader.read(
    source.chunks(),
    { ...settings, encoding: detectEncoding(sample).encoding },
    name,
  );
  const rows: SourceRow[] = [];
  for await (const batch of stream.batches) rows.push(...batch);
  const records = rows.map(({ cells }) =>
    Object.fromEntries(
      stream.columns.map((column, at) => [column, cells[at] ?? '']).filter(([, cell]) => cell !== ''),
    ),
  );
  return { format: reader.format, confidence: sniffed.confidence, columns: stream.columns, rows, records };
}

/** One column of all rows. */
export function column({ records }: Read, name: string): string[] {
  return records.map((record) => record[name] ?? '');
}
