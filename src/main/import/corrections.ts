import { parse } from 'node:path';
import type { CorrectedRow, ImportSpecification, RejectedRow } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { storedSource } from './attachments.ts';
import { batchRow, type Correction, type StoredBatch } from './batch-record.ts';
import { type ByteSource, memorySource } from './files.ts';
import { withRows } from './isolation/apart.ts';
import { compileMapping } from './mapping.ts';
import { readerOf, type SourceRow } from './readers/index.ts';

interface ReadRows {
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<number, SourceRow>;
  readonly specification: ImportSpecification;
  readonly fileName: string;
}

/** What is imported where a person corrected rows: a table of its own, with the text as it was beside each row. */
export interface CorrectedFile {
  readonly source: ByteSource;
  readonly specification: ImportSpecification;
  readonly correction: Correction;
}

/** Rows of a batch's file as they stand there, read again from the copy in the vault. */
export async function rowsOfBatch(
  database: WritableDatabase,
  batchId: string,
  lines: readonly number[],
): Promise<{ columns: string[]; rows: CorrectedRow[] }> {
  const { columns, rows } = await readAgain(database, batchId, lines);
  return {
    columns: [...columns],
    rows: [...rows.values()].map(({ line, cells, problem }) => ({
      line,
      cells: padded(problem === null ? cells : [problem.raw], columns.length),
    })),
  };
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '');
}

async function readAgain(
  database: WritableDatabase,
  batchId: string,
  lines: readonly number[],
): Promise<ReadRows> {
  const batch = batchRow(database, batchId);
  const { sha256 } = JSON.parse(batch.report) as StoredBatch;
  const specification = JSON.parse(batch.specification) as ImportSpecification;
  const source = storedSource(database, sha256, batch.file_name);
  const reader = readerOf(specification.format);
  if (source === undefined || reader === null)
    throw new Failure('import.attachment-gone', { file: batch.file_name });
  const wanted = new Set(lines);
  const reading = { name: source.name, chunks: source.chunks(), specification };
  return withRows(reader, reading, async ({ columns, batches }) => {
    const rows = new Map<number, SourceRow>();
    for await (const part of batches) {
      for (const row of part) if (wanted.has(row.line) && !rows.has(row.line)) rows.set(row.line, row);
      if (rows.size === wanted.size) break;
    }
    return { columns, rows, specification, fileName: batch.file_name };
  });
}

/** The corrected rows that can be taken as a file to import, and why the others still cannot; null where none can. */
export async function correctedFile(
  database: WritableDatabase,
  batchId: string,
  corrected: readonly CorrectedRow[],
  sentence: (code: string) => string,
): Promise<{ file: CorrectedFile | null; problems: RejectedRow[] }> {
  const lines = corrected.map(({ line }) => line);
  const read = await readAgain(database, batchId, lines);
  const mapper = compileMapping(read.specification, read.columns);
  const good: CorrectedRow[] = [];
  const problems: RejectedRow[] = [];
  for (const row of corrected) {
    const { problem } = mapper({ ...row, problem: null });
    if (problem === null) good.push(row);
    else problems.push({ ...problem, message: sentence(problem.code) });
  }
  return { file: good.length === 0 ? null : asFile(read, batchId, good), problems };
}

function asFile(read: ReadRows, batchId: string, good: readonly CorrectedRow[]): CorrectedFile {
  const { columns, rows, specification, fileName } = read;
  const extra = [freeColumn(columns, 'line'), freeColumn(columns, 'original')];
  const header = [...columns, ...extra];
  const table = good.map(({ line, cells }) => [
    ...padded(cells, columns.length).slice(0, columns.length),
    String(line),
    originalOf(rows.get(line)),
  ]);
  const text = [header, ...table].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  const { part: _sheet, ...rest } = specification;
  return {
    source: memorySource(`${parse(fileName).name}.corrected.csv`, new TextEncoder().encode(text)),
    specification: {
      ...rest,
      id: null,
      format: 'delimited',
      encoding: 'utf-8',
      delimiter: ',',
      quote: '"',
      headerRow: 0,
      columns: header,
    },
    correction: { batchId, lines: good.map(({ line }) => line) },
  };
}

function freeColumn(columns: readonly string[], wish: string): string {
  return columns.includes(wish) ? freeColumn(columns, `${wish}_`) : wish;
}

function originalOf(row: SourceRow | undefined): string {
  if (row === undefined) return '';
  const text = row.problem === null ? row.cells.join(' | ') : row.problem.raw;
  return text.replaceAll('\uFFFD', '?');
}

/** Every cell between quotation marks and as it is: what is read back must be what the person typed. */
function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
