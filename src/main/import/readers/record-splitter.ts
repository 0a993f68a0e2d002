import type { SourceRow } from './reader.ts';

/** Longer rows are reported and skipped: nothing real has them, and they would fill the memory. */
export const LONGEST_ROW = 1_000_000;

export interface Dialect {
  readonly delimiter: string;
  /** Empty: no quoting. */
  readonly quote: string;
}

/**
 * Splits text that comes in pieces into rows with their physical line numbers. A quoted cell may hold line ends; a
 * quote that is never closed costs only the line it stands on, not the rest of the file.
 */
export class RecordSplitter {
  readonly #dialect: Dialect;
  #rest = '';
  #line = 1;
  #newline = '';
  #skipping = false;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** Rows that are complete now. */
  push(piece: string): SourceRow[] {
    this.#rest = this.#rest === '' ? piece : this.#rest + piece;
    if (this.#newline === '') this.#newline = newlineOf(this.#rest);
    return this.#newline === '' && this.#rest.length < LONGEST_ROW ? [] : this.#take(false);
  }

  /** The rows after the last piece. */
  end(): SourceRow[] {
    if (this.#newline === '') this.#newline = '\n';
    return this.#take(true);
  }

  #take(isEnd: boolean): SourceRow[] {
    const rows: SourceRow[] = [];
    const text = this.#rest;
    const { quote } = this.#dialect;
    let at = this.#skipping ? this.#skipLine(text, isEnd) : 0;
    let nextQuote = quote === '' ? -1 : text.indexOf(quote, at);
    while (at < text.length) {
      const lineEnd = text.indexOf(this.#newline, at);
      if (lineEnd < 0 && !isEnd) break;
      const stop = lineEnd < 0 ? text.length : lineEnd;
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf(quote, at);
      if (nextQuote < 0 || nextQuote >= stop) {
        this.#plain(text, at, stop, rows);
        at = stop + 1;
        continue;
      }
      const after = this.#quoted(text, at, isEnd, rows);
      if (after < 0) break;
      at = after;
    }
    this.#rest = at >= text.length ? '' : text.slice(at);
    if (this.#rest.length > LONGEST_ROW && !isEnd) this.#tooLong(rows);
    return rows;
  }

  #plain(text: string, at: number, stop: number, rows: SourceRow[]): void {
    const end = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    const line = this.#line;
    this.#line += 1;
    if (end === at) return;
    if (end - at > LONGEST_ROW) rows.push(broken(line, 'row-too-long', text.slice(at, at + 200)));
    else rows.push({ line, cells: text.slice(at, end).split(this.#dialect.delimiter), problem: null });
  }

  /** Reads one row that holds a quote; answers where the next begins, or −1 where more text is needed. */
  #quoted(text: string, start: number, isEnd: boolean, rows: SourceRow[]): number {
    const read = readQuoted(text, start, this.#dialect, this.#newline);
    if (read !== null && (read.complete || isEnd)) {
      const isTooLong = read.end - start > LONGEST_ROW;
      if (isTooLong) rows.push(broken(this.#line, 'row-too-long', text.slice(start, start + 200)));
      else rows.push({ line: this.#line, cells: read.cells, problem: null });
      this.#line += 1 + countOf(text, this.#newline, start, read.end);
      return read.end + 1;
    }
    if (!isEnd && text.length - start <= LONGEST_ROW) return -1;
    const lineEnd = text.indexOf(this.#newline, start);
    const stop = lineEnd < 0 ? text.length : lineEnd;
    rows.push(broken(this.#line, 'quote-not-closed', text.slice(start, Math.min(stop, start + 200))));
    this.#line += 1;
    return stop + 1;
  }

  #tooLong(rows: SourceRow[]): void {
    rows.push(broken(this.#line, 'row-too-long', this.#rest.slice(0, 200)));
    this.#rest = '';
    this.#skipping = true;
  }

  #skipLine(text: string, isEnd: boolean): number {
    const lineEnd = text.indexOf(this.#newline === '' ? '\n' : this.#newline);
    if (lineEnd < 0 && !isEnd) return text.length;
    this.#skipping = false;
    this.#line += 1;
    return lineEnd < 0 ? text.length : lineEnd + 1;
  }
}

function broken(line: number, code: string, raw: string): SourceRow {
  return { line, cells: [], problem: { code, raw } };
}

/** Line feed, or a lone carriage return in files of old Macs; empty while neither has been seen. */
function newlineOf(text: string): string {
  if (text.includes('\n')) return '\n';
  const carriageReturn = text.indexOf('\r');
  return carriageReturn >= 0 && carriageReturn < text.length - 1 ? '\r' : '';
}

function countOf(text: string, needle: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(needle, from); at >= 0 && at < to; at = text.indexOf(needle, at + 1)) count += 1;
  return count;
}

interface QuotedRow {
  readonly cells: string[];
  /** Position of the line end. */
  readonly end: number;
  /** False: the text ended before a line end was seen. */
  readonly complete: boolean;
}

/** Null: a quote is open at the end of the text. A quote opens only at the beginning of a cell. */
function readQuoted(text: string, start: number, dialect: Dialect, newline: string): QuotedRow | null {
  const { delimiter, quote } = dialect;
  const cells: string[] = [];
  let at = start;
  let lineEnd = text.indexOf(newline, at);
  for (;;) {
    let cell = '';
    if (text.startsWith(quote, at)) {
      const closed = closingQuote(text, at + 1, quote);
      if (closed < 0) return null;
      cell = text.slice(at + 1, closed).replaceAll(quote + quote, quote);
      at = closed + 1;
    }
    if (lineEnd >= 0 && lineEnd < at) lineEnd = text.indexOf(newline, at);
    const stop = lineEnd < 0 ? text.length : lineEnd;
    const cellEnd = indexBefore(text, delimiter, at, stop);
    if (cellEnd >= 0) {
      cells.push(cell + text.slice(at, cellEnd));
      at = cellEnd + delimiter.length;
      continue;
    }
    const end = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    cells.push(cell + text.slice(at, end));
    return { cells, end: stop, complete: lineEnd >= 0 };
  }
}

/** Never looks behind `stop`: a text without the needle would be read to its end for each row. */
function indexBefore(text: string, needle: string, from: number, stop: number): number {
  const found = text.slice(from, stop).indexOf(needle);
  return found < 0 ? -1 : from + found;
}

function closingQuote(text: string, from: number, quote: string): number {
  let at = text.indexOf(quote, from);
  while (at >= 0 && text.startsWith(quote, at + 1)) at = text.indexOf(quote, at + 2);
  return at;
}
