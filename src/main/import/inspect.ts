import type { ImportSpecification, Inspection, ReadingChoice } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { decodeSample, detectEncoding } from './encoding.ts';
import { type ByteSource, hashOf, openSource } from './files.ts';
import { columnNames, detectDialect, hasHeader, requireTableRow, splitSample } from './readers/dialect.ts';
import { chooseReader, readerOf } from './readers/index.ts';
import { reason } from './sentences.ts';
import { savedSpecification } from './specifications.ts';
import { type SampleTable, type Suggestion, suggest } from './suggest.ts';

const SHOWN_ROWS = 20;
const SHOWN_EXAMPLES = 5;
const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface InspectionWish {
  /** What a person says of the bytes. */
  readonly reading?: ReadingChoice | undefined;
  /** Of the source; without it the one of the settings. */
  readonly timeZone?: string | undefined;
  /** The analysis file the duplicates are looked for in. */
  readonly fileId?: string | undefined;
}

/**
 * Looks at a file without importing it: what it is and why, its columns, and a specification ready to use. A saved
 * specification for the same columns, in whatever order, comes before any guess. Failure import.not-a-table for
 * pictures, documents and other bytes that are no table.
 */
export async function inspectFile(
  context: Context,
  path: string,
  wish: InspectionWish = {},
): Promise<Inspection> {
  const source = await openSource(context, path);
  try {
    return await inspectSource(context, path, source, wish);
  } finally {
    source.close();
  }
}

async function inspectSource(
  context: Context,
  path: string,
  source: ByteSource,
  { reading = {}, timeZone = context.settings.get().timeZone, fileId = '' }: InspectionWish,
): Promise<Inspection> {
  const sample = await source.sample();
  const { reader, sniffed } = chooseReader(sample, source.name);
  if (reader === null) throw new Failure('import.not-a-table', { file: source.name });
  const table = await sampleTable(sample, source.name, reader.format, reading);
  const suggestion = suggest(table, timeZone);
  const saved = savedSpecification(context.database(), table.columns);
  const sha256 = await hashOf(source, yieldTurn);
  return {
    path,
    fileName: source.name,
    size: source.size,
    sha256,
    format: reader.format,
    confidence: sniffed.confidence,
    why: reason(sniffed.why),
    ...shapeOf(table, source, sample),
    duplicateOf: duplicateOf(context.database(), sha256, fileId === '' ? null : fileId),
    ...choice(saved, suggestion, table),
    columns: suggestion.columns.map(({ column, field, examples }) => ({
      name: column,
      guess: field ?? '',
      examples: examples.slice(0, SHOWN_EXAMPLES),
    })),
  };
}

/** The table of the sample holds only its first rows; the lines of its bytes tell how many there are. */
function linesIn(sample: Uint8Array): number {
  let lines = 0;
  for (const byte of sample) if (byte === 0x0a) lines += 1;
  return sample.at(-1) === 0x0a ? lines : lines + 1;
}

function shapeOf(
  table: SampleTable,
  source: ByteSource,
  sample: Uint8Array,
): Pick<Inspection, 'encoding' | 'delimiter' | 'hasHeader' | 'sampleRows' | 'estimatedRows'> {
  const lines = table.delimiter === '' ? table.rows.length : Math.max(table.rows.length, linesIn(sample) - 1);
  const estimated = Math.round((lines * source.size) / Math.max(1, sample.length));
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    hasHeader: hasHeader(table.columns),
    sampleRows: table.rows.slice(0, SHOWN_ROWS).map((row) => [...row]),
    estimatedRows: estimated,
  };
}

function choice(
  saved: ImportSpecification | null,
  suggestion: Suggestion,
  table: SampleTable,
): Pick<Inspection, 'suggested' | 'quality' | 'suggestedFrom' | 'ambiguousDates'> {
  if (saved === null || saved.format !== table.format) {
    const { specification, quality, from, ambiguousDates } = suggestion;
    return { suggested: specification, quality, suggestedFrom: from, ambiguousDates };
  }
  const { encoding, delimiter, quote, headerRow } = table;
  const suggested = { ...saved, encoding, delimiter, quote, headerRow, columns: [...table.columns] };
  return { suggested, quality: 1, suggestedFrom: 'saved', ambiguousDates: false };
}

/**
 * Columns and first rows of a sample, as a reader with the detected or the stated settings gives them. Failure
 * import.no-rows where the stated header row lies behind the last one.
 */
async function sampleTable(
  sample: Uint8Array,
  fileName: string,
  format: ImportSpecification['format'],
  reading: ReadingChoice,
): Promise<SampleTable> {
  const encoding = reading.encoding ?? detectEncoding(sample).encoding;
  if (format === 'gpx') return gpxTable(sample, fileName, encoding);
  const text = decodeSample(sample, encoding);
  const { delimiter, quote, headerRow } = detectDialect(text, reading);
  const rows = splitSample(text, delimiter, quote);
  if (headerRow >= rows.length) throw new Failure('import.no-rows', { file: fileName });
  requireTableRow(rows[Math.max(0, headerRow)] ?? [], fileName);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (text.trim() === '') throw new Failure('import.no-rows', { file: fileName });
  if (width === 0) throw new Failure('import.no-header', { file: fileName });
  const header = headerRow < 0 ? Array.from({ length: width }, () => '') : (rows[headerRow] ?? []);
  return {
    fileName,
    format,
    encoding,
    delimiter,
    quote,
    headerRow: Math.max(0, headerRow),
    columns: columnNames(header),
    rows: rows.slice(headerRow + 1),
  };
}

async function gpxTable(sample: Uint8Array, fileName: string, encoding: string): Promise<SampleTable> {
  const shape = { encoding, delimiter: '', quote: '', headerRow: 0 };
  const reader = readerOf('gpx');
  const found: string[][] = [];
  let columns: readonly string[] = [];
  async function* once(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < sample.length; at += 4096) yield sample.subarray(at, at + 4096);
  }
  const stream = await reader?.read(once(), { ...shape, columns: [] }, fileName);
  try {
    for await (const batch of stream?.batches ?? []) found.push(...batch.map((row) => [...row.cells]));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (found.length === 0) throw new Failure('import.xml-broken', { file: fileName, line: 1 });
  }
  columns = stream?.columns ?? [];
  return { fileName, format: 'gpx', ...shape, columns, rows: found };
}

/** The first import of the same bytes that still stands: of the analysis file where one is named, else of any. */
export function duplicateOf(
  database: ReadableDatabase,
  sha256: string,
  fileId: string | null,
): string | null {
  const row = database.one<{ id: string }>(
    `SELECT batch.id FROM attachment JOIN source ON source.attachment_seq = attachment.seq JOIN batch ON batch.source_seq = source.seq
     JOIN analysis_file ON analysis_file.seq = batch.file_seq
     WHERE attachment.sha256 = ? AND batch.state = 'done' AND coalesce(analysis_file.id = ?, 1) ORDER BY batch.seq LIMIT 1`,
    sha256,
    fileId,
  );
  return row?.id ?? null;
}
