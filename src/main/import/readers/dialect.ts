import type { ReadingChoice } from '../../../contract/import.ts';
import { Failure } from '../../../core/result.ts';
import { RecordSplitter } from './record-splitter.ts';

export interface DialectGuess {
  readonly delimiter: string;
  readonly quote: string;
  /** Which row that is not blank holds the names, from 0; −1 = none. */
  readonly headerRow: number;
  /** 0…1: share of the rows that have the same number of cells, 0 where there is only one column. */
  readonly confidence: number;
}

type FixedDialect = Pick<ReadingChoice, 'delimiter' | 'quote' | 'headerRow'>;

const DELIMITERS = [',', ';', '\t', '|'] as const;
const ROWS_LOOKED_AT = 400;
const FIRST_ROWS = 12;

/** The first rows of a text as cells; a row cut by the end of the sample is left out. */
export function splitSample(text: string, delimiter: string, quote: string): string[][] {
  const splitter = new RecordSplitter({ delimiter, quote });
  const isWhole = text.length < 1000;
  const rows = [...splitter.push(text), ...(isWhole ? splitter.end() : [])];
  const good = rows.filter((row) => row.problem === null).slice(0, ROWS_LOOKED_AT);
  if (good.length > 0) return good.map((row) => [...row.cells]);
  return splitter.end().map((row) => [...row.cells]);
}

/**
 * Delimiter, quote and header row: the delimiter that gives the most rows of one same width above one wins. What a
 * person has fixed is taken as it is.
 */
export function detectDialect(text: string, fixed: FixedDialect = {}): DialectGuess {
  const { quote = '"' } = fixed;
  const delimiters = fixed.delimiter === undefined ? DELIMITERS : [fixed.delimiter];
  let best = { delimiter: delimiters[0] ?? ',', score: 0, confidence: 0, rows: [] as string[][] };
  for (const delimiter of delimiters) {
    const rows = splitSample(text, delimiter, quote);
    const { width, share } = commonWidth(rows);
    const score = width < 2 ? 0 : share * (1 + Math.log2(width));
    if (score > best.score) best = { delimiter, score, confidence: share, rows };
  }
  const { delimiter, confidence } = best;
  const rows = best.score === 0 ? splitSample(text, delimiter, quote) : best.rows;
  return { delimiter, quote, confidence, headerRow: fixed.headerRow ?? headerRowOf(rows) };
}

function commonWidth(rows: readonly string[][]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { width, share: rows.length === 0 ? 0 : count / rows.length };
}

/**
 * A header is the first row of full width whose cells are all words, while what follows has digits where it has none.
 * Where some of its cells span several columns, the names stand in the fuller row below.
 */
export function headerRowOf(rows: readonly string[][]): number {
  const { width } = commonWidth(rows);
  const from = rows.findIndex(
    (row, at) => at < FIRST_ROWS && row.length === width && filled(row) > width / 2,
  );
  const first = rows[from];
  if (first === undefined || !areNames(first)) return -1;
  const second = rows[from + 1];
  const isSpanned = second?.length === width && filled(second) > filled(first) && areNames(second);
  if (isSpanned && rows.slice(from + 2, from + 30).some((row) => row.some(looksLikeValue))) return from + 1;
  const below = rows.slice(from + 1, from + 30);
  if (below.length === 0) return from;
  const hasValues = below.some((row) => row.some(looksLikeValue));
  const repeats = below.some((row) => row.some((cell, at) => cell !== '' && cell === first[at]));
  return hasValues || !repeats ? from : -1;
}

function areNames(row: readonly string[]): boolean {
  const named = row.filter((cell) => cell.trim() !== '');
  const distinct = new Set(named.map((cell) => cell.trim().toLowerCase())).size;
  return named.every((cell) => !looksLikeValue(cell)) && distinct >= named.length * 0.8;
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/** The offset a name may carry, as in “Sent - UTC+00:00”, makes it no value. */
function looksLikeValue(cell: string): boolean {
  const text = cell.replace(/\b(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?/i, '').trim();
  if (text === '') return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 3 || digits / text.length > 0.4 || /^\S+@\S+\.\S+$/.test(text);
}

/** Names of the columns, unique; an unnamed one is called by its number. */
export function columnNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, at) => {
    const plain = cell.normalize('NFC').replace(/\s+/g, ' ').trim();
    const base = plain === '' ? `#${at + 1}` : plain;
    let name = base;
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`;
    taken.add(name);
    return name;
  });
}

/** A file without a header row has columns called by their numbers only. */
export function hasHeader(columns: readonly string[]): boolean {
  return columns.length === 0 || columns.some((name) => !/^#\d+$/.test(name));
}

/** As many as a spreadsheet can have, and names longer than anybody's. */
const MOST_COLUMNS = 16_384;
const LONGEST_HEADER = 100_000;

/**
 * Failure import.first-row-too-long: bytes without line ends would become a table of one row with a column for every
 * comma, in which nobody finds anything.
 */
export function requireTableRow(cells: readonly string[], fileName: string): void {
  const length = cells.reduce((sum, cell) => sum + cell.length, 0);
  if (cells.length > MOST_COLUMNS || length > LONGEST_HEADER)
    throw new Failure('import.first-row-too-long', { file: fileName });
}
