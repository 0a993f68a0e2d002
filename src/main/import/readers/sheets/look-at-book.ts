import type { ImportFormat, ImportPart, ReadingChoice } from '../../../../contract/import.ts';
import { Failure } from '../../../../core/result.ts';
import { columnNames, hasHeader, headerRowOf, requireTableRow } from '../dialect.ts';
import type { ReadableSpecification, RowStream, SampleTable, SourceRow } from '../reader.ts';
import { type Book, isBlank, noFindings, type Sheet, type SheetFindings, type SheetRow } from './book.ts';

/** Rows that decide how wide the table is; `look` and `read` must hold the same number of them. */
const HELD = 400;
const SHOWN = 5000;
/** Sheets up to this size are read to their end to tell what is in them. */
const COUNTED_BYTES = 128 * 1024 * 1024;
const SMALL_BYTES = 4 * 1024 * 1024;

interface Kind {
  readonly format: ImportFormat;
  readonly fileName: string;
}

/** Failures: import.part-missing, import.no-rows, import.no-header, import.first-row-too-long. */
export async function lookAtBook(book: Book, kind: Kind, reading: ReadingChoice): Promise<SampleTable> {
  const { fileName, format } = kind;
  const looks: Look[] = [];
  for (const sheet of book.sheets) looks.push(await lookAtSheet(sheet, reading.part === sheet.name));
  const chosen = choose(looks, reading.part, fileName);
  const whole = chosen.isDeep ? chosen : await lookAtSheet(chosen.sheet, true);
  const { rows, findings } = whole;
  if (rows.length === 0) throw new Failure('import.no-rows', { file: fileName });
  const headerRow = reading.headerRow ?? headerRowOf(rows.slice(0, HELD));
  if (headerRow >= rows.length) throw new Failure('import.no-rows', { file: fileName });
  requireTableRow(rows[Math.max(0, headerRow)] ?? [], fileName);
  const header = headerRow < 0 ? (rows[0] ?? []).map(() => '') : (rows[headerRow] ?? []);
  return {
    fileName,
    format,
    encoding: 'utf-8',
    delimiter: '',
    quote: '',
    headerRow: Math.max(0, headerRow),
    part: chosen.sheet.name,
    columns: columnNames(header),
    rows: rows.slice(headerRow + 1),
    above: rows.slice(0, Math.max(0, headerRow)),
    parts: looks.map((look) => (look.sheet === whole.sheet ? partOf(whole) : partOf(look))),
    remarks: remarksOf(findings),
    estimatedRows: Math.max(0, (whole.total ?? rows.length) - headerRow - 1),
  };
}

interface Look {
  readonly sheet: Sheet;
  /** Not blank, of one width, the first 5000. */
  readonly rows: string[][];
  /** Rows that are not blank; null where the sheet was not read to its end. */
  readonly total: number | null;
  readonly findings: SheetFindings;
  readonly isDeep: boolean;
}

/** A large sheet is read to its end only where it is the one a person looks at. */
async function lookAtSheet(sheet: Sheet, isChosen: boolean): Promise<Look> {
  const isDeep = isChosen || sheet.bytes <= SMALL_BYTES;
  const findings = noFindings();
  const rows: string[][] = [];
  let total = 0;
  let isWhole = true;
  for await (const batch of sheet.rows(findings)) {
    for (const { cells } of batch) {
      if (isBlank(cells)) continue;
      total += 1;
      if (rows.length < SHOWN) rows.push(cells);
    }
    const isEnough = isDeep ? sheet.bytes > COUNTED_BYTES && rows.length >= SHOWN : rows.length >= HELD;
    if (isEnough) {
      isWhole = false;
      break;
    }
  }
  const width = widthOf(rows.slice(0, HELD));
  return {
    sheet,
    rows: rows.map((row) => padded(row, width)),
    total: isWhole ? total : null,
    findings,
    isDeep,
  };
}

/** Without a choice the first sheet a person sees that holds a table. */
function choose(looks: readonly Look[], part: string | undefined, fileName: string): Look {
  if (part !== undefined) {
    const named = looks.find(({ sheet }) => sheet.name === part);
    if (named === undefined) throw new Failure('import.part-missing', { file: fileName, part });
    return named;
  }
  const filled = looks.filter(({ rows }) => rows.length > 1 && (rows[0]?.length ?? 0) > 1);
  const found =
    filled.find(({ sheet }) => !sheet.hidden) ?? filled[0] ?? looks.find(({ rows }) => rows.length > 0);
  const first = found ?? looks[0];
  if (first === undefined) throw new Failure('import.no-rows', { file: fileName });
  return first;
}

function partOf({ sheet, rows, total }: Look): ImportPart {
  const above = headerRowOf(rows.slice(0, HELD)) + 1;
  return { name: sheet.name, hidden: sheet.hidden, rows: total === null ? null : Math.max(0, total - above) };
}

function remarksOf(findings: SheetFindings): NonNullable<SampleTable['remarks']> {
  return Object.entries(findings)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, params: { count } }));
}

function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function padded(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('');
  return cells;
}

/** Failures: those of `lookAtBook`. */
export async function readBook(
  book: Book,
  specification: ReadableSpecification,
  fileName: string,
): Promise<RowStream> {
  const { part } = specification;
  const sheet = part === undefined ? book.sheets[0] : book.sheets.find(({ name }) => name === part);
  if (sheet === undefined) throw new Failure('import.part-missing', { file: fileName, part: part ?? '' });
  const batches = filledRows(sheet)[Symbol.asyncIterator]();
  const held: SheetRow[] = [];
  while (held.length < HELD) {
    const next = await batches.next();
    if (next.done === true) break;
    held.push(...next.value);
  }
  const width = widthOf(held.slice(0, HELD).map(({ cells }) => cells));
  const headed = hasHeader(specification.columns);
  const header = headed ? held[specification.headerRow] : undefined;
  if (headed && header === undefined) throw new Failure('import.no-rows', { file: fileName });
  const columns =
    header === undefined ? specification.columns : columnNames(padded([...header.cells], width));
  requireTableRow(columns, fileName);
  const first = header === undefined ? held : held.slice(specification.headerRow + 1);
  return { columns, batches: sourceRows(first, batches, columns.length) };
}

async function* filledRows(sheet: Sheet): AsyncGenerator<SheetRow[]> {
  for await (const batch of sheet.rows(noFindings())) yield batch.filter(({ cells }) => !isBlank(cells));
}

async function* sourceRows(
  first: readonly SheetRow[],
  rest: AsyncIterator<SheetRow[]>,
  width: number,
): AsyncGenerator<readonly SourceRow[]> {
  const made = ({ line, cells }: SheetRow): SourceRow => ({
    line,
    cells: padded(cells, width),
    problem: null,
  });
  try {
    yield first.map(made);
    for (let next = await rest.next(); next.done !== true; next = await rest.next())
      yield next.value.map(made);
  } finally {
    await rest.return?.();
  }
}
