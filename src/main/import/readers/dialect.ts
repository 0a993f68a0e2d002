import type { ReadingChoice } from '../../../contract/import.ts';
import { Failure } from '../../../core/result.ts';
import { isAddressOfMail } from '../address-of-mail.ts';
import type { SourceRow } from './reader.ts';
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
/** Statements begin with up to a page of titles and addresses. */
const FIRST_ROWS = 60;
/** Split at a time: the rows looked at stand at the beginning of most samples. */
const PIECE_LENGTH = 32 * 1024;

/** The first rows of a text as cells; a row cut by the end of the sample is left out. */
export function splitSample(text: string, delimiter: string, quote: string): string[][] {
  const splitter = new RecordSplitter({ delimiter, quote });
  const good: string[][] = [];
  const keep = (rows: readonly SourceRow[]) => {
    for (const { cells, problem } of rows) if (problem === null) good.push([...cells]);
  };
  for (let at = 0; at < text.length && good.length < ROWS_LOOKED_AT; at += PIECE_LENGTH)
    keep(splitter.push(text.slice(at, at + PIECE_LENGTH)));
  if (text.length < 1000) keep(splitter.end());
  if (good.length === 0) return splitter.end().map(({ cells }) => [...cells]);
  return good.slice(0, ROWS_LOOKED_AT);
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
    const score = width < 2 || width > MOST_COLUMNS ? 0 : share * (1 + Math.log2(width));
    if (score > best.score) best = { delimiter, score, confidence: share, rows };
  }
  const { delimiter, confidence } = best;
  const rows = best.score === 0 ? splitSample(text, delimiter, quote) : best.rows;
  return { delimiter, quote, confidence, headerRow: fixed.headerRow ?? headerRowOf(rows) };
}

/** Wide rows weigh more, so that a short list below a page of titles is still the table. */
function commonWidth(rows: readonly string[][]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const own = row.length > 1 && filled(row) <= 1 ? 1 : row.length;
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  const weight = ([wide, many]: readonly [number, number]): number => many * Math.max(0.3, Math.log2(wide));
  const [width, count] = [...counts].sort((a, b) => weight(b) - weight(a) || b[0] - a[0])[0] ?? [0, 0];
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
  if (first === undefined) return -1;
  if (!areNames(first) && !areNearlyNames(first, rows[from + 1] ?? [])) return -1;
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

/** A name or two with a number in it (a rate of the day) among many, over a row that is full of values. */
function areNearlyNames(row: readonly string[], below: readonly string[]): boolean {
  const odd = row.filter(looksLikeValue);
  const values = below.filter(looksLikeValue).length;
  const isWordy = odd.every((cell) => /\p{L}{3}/u.test(cell));
  return isWordy && odd.length <= filled(row) * 0.2 && values >= odd.length + 3;
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/** The offset a name may carry, as in “Sent - UTC+00:00”, makes it no value. */
function looksLikeValue(cell: string): boolean {
  const text = cell.replace(/\b(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?/i, '').trim();
  if (text === '') return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 3 || digits / text.length > 0.4 || isAddressOfMail(text);
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
