import type { ReadingChoice } from '../../../../contract/import.ts';
import type { ByteSource } from '../../files.ts';
import type { Reader, RowStream, SampleTable, SourceRow } from '../reader.ts';

const LOOKED_AT = 5000;
const ROWS_IN_BATCH = 500;

/** A file that had to be opened whole, with what a person should know of it. */
export interface Opened extends RowStream, Pick<SampleTable, 'parts' | 'part' | 'remarks'> {}

/** The first rows and the remarks of an opened file. */
export async function lookAtOpened(
  format: Reader['format'],
  source: ByteSource,
  reading: ReadingChoice,
  open: (chunks: AsyncIterable<Uint8Array>, fileName: string, part: string | undefined) => Promise<Opened>,
): Promise<SampleTable> {
  const { columns, batches, parts, part, remarks } = await open(source.chunks(), source.name, reading.part);
  const rows: string[][] = [];
  let count = 0;
  for await (const batch of batches)
    for (const { cells, problem } of batch) {
      count += 1;
      if (problem === null && rows.length < LOOKED_AT) rows.push([...cells]);
    }
  return {
    fileName: source.name,
    format,
    encoding: 'utf-8',
    delimiter: '',
    quote: '',
    headerRow: 0,
    columns: [...columns],
    rows,
    estimatedRows: count,
    ...(parts === undefined ? {} : { parts }),
    ...(part === undefined ? {} : { part }),
    ...(remarks === undefined ? {} : { remarks }),
  };
}

export async function* inBatches(rows: Iterable<SourceRow>): AsyncGenerator<readonly SourceRow[]> {
  let batch: SourceRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_IN_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
