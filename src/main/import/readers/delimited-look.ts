import type { ReadingChoice } from '../../../contract/import.ts';
import { Failure } from '../../../core/result.ts';
import { decodeSample, detectEncoding } from '../encoding.ts';
import type { ByteSource } from '../files.ts';
import { columnNames, detectDialect, requireTableRow, splitSample } from './dialect.ts';
import type { SampleTable } from './reader.ts';

/** Failure import.no-rows where the stated header row lies behind the last one; import.no-header. */
export async function lookAtTable(source: ByteSource, reading: ReadingChoice): Promise<SampleTable> {
  const sample = await source.sample();
  const fileName = source.name;
  const encoding = reading.encoding ?? detectEncoding(sample).encoding;
  const text = decodeSample(sample, encoding);
  const { delimiter, quote, headerRow } = detectDialect(text, reading);
  const rows = splitSample(text, delimiter, quote);
  if (headerRow >= rows.length) throw new Failure('import.no-rows', { file: fileName });
  requireTableRow(rows[Math.max(0, headerRow)] ?? [], fileName);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (text.trim() === '') throw new Failure('import.no-rows', { file: fileName });
  if (width === 0) throw new Failure('import.no-header', { file: fileName });
  const header = headerRow < 0 ? Array.from({ length: width }, () => '') : (rows[headerRow] ?? []);
  const data = rows.slice(headerRow + 1);
  return {
    fileName,
    format: 'delimited',
    encoding,
    delimiter,
    quote,
    headerRow: Math.max(0, headerRow),
    columns: columnNames(header),
    rows: data,
    above: rows.slice(0, Math.max(0, headerRow)),
    estimatedRows: estimate(sample, source.size, data.length),
  };
}

/** The table of the sample holds only its first rows; the lines of its bytes tell how many there are. */
function estimate(sample: Uint8Array, size: number, known: number): number {
  let lines = 0;
  for (const byte of sample) if (byte === 0x0a) lines += 1;
  if (sample.at(-1) !== 0x0a) lines += 1;
  return Math.round((Math.max(known, lines - 1) * size) / Math.max(1, sample.length));
}
