import { extname } from 'node:path';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { Failure } from '../../../../core/result.ts';
import { gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import { type Book, MOST_COLUMNS, type SheetFindings, type SheetRow, setCell } from './book.ts';
import { numberText, serialText } from './cell-text.ts';
import { holdsEncrypted, holdsOther, holdsWorkbook, isBinaryBook, isCompound } from './compound.ts';
import { isHtmlTable, openHtml } from './html-tables.ts';
import { lookAtBook, readBook } from './look-at-book.ts';
import { readFormat } from './number-format.ts';

const HEAD_BYTES = 512 * 1024;
/** A sheet of this format has at most 65,536 rows; what is larger is mostly pictures. */
const MOST_BYTES = 96 * 1024 * 1024;
const EXTENSIONS = ['.xls', '.xlt', '.xlsb'];
/** What was copied from a page or a sheet comes under this name. */
const PASTED = /^clipboard\b/i;

function isPage(fileName: string): boolean {
  return PASTED.test(fileName) || EXTENSIONS.includes(extname(fileName).toLowerCase());
}

/** Workbooks of Excel 2 to 2003, the XML form of 2003, the binary form of 2007, and the pages with a table that are passed off as one. */
export const xls: Reader = {
  format: 'xls',
  extensions: EXTENSIONS,
  mediaType: 'application/vnd.ms-excel',
  sniff(sample, fileName) {
    const byName = EXTENSIONS.includes(extname(fileName).toLowerCase());
    if (isCompound(sample)) {
      if (holdsEncrypted(sample) || holdsOther(sample)) return { confidence: 0, why: 'binary' };
      if (holdsWorkbook(sample)) return { confidence: 1, why: 'content' };
      return { confidence: byName ? 0.8 : 0, why: byName ? 'name' : 'binary' };
    }
    if (isBinaryBook(sample)) return { confidence: 1, why: 'content' };
    if (isPage(fileName) && !isXml(sample) && isHtmlTable(sample)) return { confidence: 1, why: 'content' };
    const isOld = sample[0] === 0x09 && [0, 2, 4, 8].includes(sample[1] ?? -1) && byName;
    return {
      confidence: isOld || isXml(sample) ? 1 : 0,
      why: isOld || isXml(sample) ? 'content' : 'notTable',
    };
  },
  async look(source, reading) {
    const book = await openXls(await gather(source.chunks(), source.name, MOST_BYTES), source.name);
    return lookAtBook(book, { format: 'xls', fileName: source.name }, reading);
  },
  async read(chunks, specification, fileName) {
    return readBook(
      await openXls(await gather(chunks, fileName, MOST_BYTES), fileName),
      specification,
      fileName,
    );
  },
};

function isXml(sample: Uint8Array): boolean {
  const head = Buffer.from(sample.subarray(0, 2048)).toString('latin1');
  return head.includes('urn:schemas-microsoft-com:office:spreadsheet');
}

async function openXls(bytes: Uint8Array, fileName: string): Promise<Book> {
  if (!isCompound(bytes) && !isXml(bytes) && isHtmlTable(bytes.subarray(0, HEAD_BYTES)))
    return openHtml(bytes, fileName);
  const book = await parse(bytes, fileName);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    sheets: book.SheetNames.flatMap((name, at) => {
      const sheet = book.Sheets[name];
      if (sheet === undefined || sheet['!type'] === 'chart') return [];
      const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
      return [{ name, hidden, bytes: 0, rows: (findings) => rowsOf(sheet, is1904, findings) }];
    }),
  };
}

/** The library and its code pages are large and loaded only where such a file comes. */
async function library(): Promise<typeof import('@e965/xlsx')> {
  const [loaded, codePages] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ]);
  loaded.set_cptable(codePages);
  return loaded;
}

async function parse(bytes: Uint8Array, fileName: string): Promise<WorkBook> {
  if (!isCompound(bytes) && bytes[0] !== 0x09 && !isXml(bytes) && !isBinaryBook(bytes))
    throw new Failure('import.workbook-broken', { file: fileName });
  const { read } = await library();
  try {
    const options = { type: 'buffer', dense: true, cellNF: true, cellStyles: true, cellText: false } as const;
    return read(bytes, options);
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new Failure(isLocked ? 'import.password-protected' : 'import.workbook-broken', { file: fileName });
  }
}

async function* rowsOf(
  sheet: WorkSheet,
  is1904: boolean,
  findings: SheetFindings,
): AsyncGenerator<readonly SheetRow[]> {
  const data: unknown = sheet['!data'];
  const rows = Array.isArray(data)
    ? (data as readonly (readonly (CellObject | undefined)[] | undefined)[])
    : [];
  findings.hiddenRows += sheet['!rows']?.filter((row) => row?.hidden === true).length ?? 0;
  findings.hiddenColumns += sheet['!cols']?.filter((column) => column?.hidden === true).length ?? 0;
  findings.mergedCells += sheet['!merges']?.length ?? 0;
  for (let from = 0; from < rows.length; from += 1000) {
    const batch: SheetRow[] = [];
    for (let at = from; at < Math.min(rows.length, from + 1000); at += 1) {
      const cells: string[] = [];
      for (const [column, cell] of (rows[at] ?? []).entries()) {
        const text = cell === undefined || column >= MOST_COLUMNS ? '' : cellText(cell, is1904, findings);
        if (text !== '') setCell(cells, column, text);
      }
      batch.push({ line: at + 1, cells });
    }
    yield batch;
  }
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function cellText({ t, v, f, z }: CellObject, is1904: boolean, findings: SheetFindings): string {
  if (f !== undefined) findings.formulas += 1;
  if (v === undefined) return f === undefined ? '' : `=${f}`;
  if (t === 'e') {
    findings.errorCells += 1;
    return ERRORS[Number(v)] ?? '#N/A';
  }
  if (t === 'b') return v === true ? 'true' : 'false';
  if (t !== 'n') return v instanceof Date ? v.toISOString() : String(v);
  const { shownAs, width } = readFormat(typeof z === 'string' ? z : '');
  if (shownAs !== 'number') return serialText(String(v), shownAs, is1904);
  const { text, isRounded } = numberText(plainDigits(Number(v)));
  if (isRounded) findings.roundedNumbers += 1;
  return width > 0 && /^\d+$/.test(text) ? text.padStart(width, '0') : text;
}

/** Whether the sixteenth digit of a number was typed nobody can tell from a double. */
function plainDigits(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
}
