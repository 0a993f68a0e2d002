import { Parser } from 'htmlparser2';
import { Failure } from '../../../../core/result.ts';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import { type Book, MOST_COLUMNS, type SheetFindings, type SheetRow, setCell } from './book.ts';

interface Table {
  name: string;
  readonly rows: SheetRow[];
  merged: number;
}

const MOST_CELLS = 20_000_000;

/** Whether the bytes are a page with a table: what banks and operators name `.xls`, and what a copied range is. */
export function isHtmlTable(sample: Uint8Array): boolean {
  const text = decodeSample(sample, detectEncoding(sample).encoding);
  return /^\s*</.test(text) && /<table[\s>]/i.test(text) && !/^\s*<\?xml[^>]*>\s*<\?mso/i.test(text);
}

/** Each table of the page is a sheet. Scripts, styles and pictures are never looked at. */
export function openHtml(bytes: Uint8Array, fileName: string): Book {
  const tables = tablesOf(decodeSample(bytes, detectEncoding(bytes).encoding), fileName);
  return {
    sheets: tables.map(({ name, rows, merged }, at) => ({
      name: name.trim() === '' ? String(at + 1) : name.trim(),
      hidden: false,
      bytes: 0,
      rows: (findings) => rowsOf(rows, merged, findings),
    })),
  };
}

async function* rowsOf(
  rows: readonly SheetRow[],
  merged: number,
  findings: SheetFindings,
): AsyncGenerator<readonly SheetRow[]> {
  findings.mergedCells += merged;
  for (let from = 0; from < rows.length; from += 1000)
    yield rows.slice(from, from + 1000).map(({ line, cells }) => ({ line, cells: [...cells] }));
}

function tablesOf(text: string, fileName: string): Table[] {
  const collector = new TableCollector(fileName);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => collector.open(name, attributes),
      ontext: (part) => collector.text(part),
      onclosetag: (name) => collector.close(name),
    },
    { decodeEntities: true },
  );
  parser.end(text);
  return collector.tables;
}

class TableCollector {
  readonly tables: Table[] = [];
  readonly #fileName: string;
  #depth = 0;
  #cells: string[] = [];
  #column = 0;
  #cell: { text: string; span: number; exact: string } | null = null;
  #inCaption = false;
  #total = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table') {
      this.#depth += 1;
      if (this.#depth === 1) this.tables.push({ name: '', rows: [], merged: 0 });
    } else if (name === 'br' && this.#cell !== null) this.#cell.text += '\n';
    if (this.#depth !== 1) return;
    if (name === 'caption') this.#inCaption = true;
    else if (name === 'tr') this.#startRow();
    else if (name === 'td' || name === 'th') this.#startCell(attributes);
  }

  text(part: string): void {
    const table = this.tables.at(-1);
    if (this.#cell !== null) this.#cell.text += part;
    else if (this.#inCaption && table !== undefined) table.name += part;
  }

  close(name: string): void {
    if (name === 'table') this.#depth -= 1;
    if (name === 'caption') this.#inCaption = false;
    if (this.#depth === 1 && (name === 'td' || name === 'th')) this.#endCell();
    else if (this.#depth === 1 && name === 'tr') this.#endRow();
  }

  #startRow(): void {
    this.#cells = [];
    this.#column = 0;
  }

  #startCell(attributes: Readonly<Record<string, string>>): void {
    const span = Number(attributes.colspan ?? 1);
    const isMerged = span > 1 || Number(attributes.rowspan ?? 1) > 1;
    const table = this.tables.at(-1);
    if (isMerged && table !== undefined) table.merged += 1;
    const exact = attributes.sdval ?? attributes['x:num'] ?? '';
    this.#cell = { text: '', span: Number.isInteger(span) && span > 0 ? span : 1, exact };
  }

  #endCell(): void {
    if (this.#cell === null) return;
    const { text, span, exact } = this.#cell;
    const shown = text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .trim();
    const isShortened = /^-?\d([.,]\d+)?E\+?\d+$/i.test(shown) && /^-?\d+$/.test(exact);
    if (shown !== '' && this.#column < MOST_COLUMNS)
      setCell(this.#cells, this.#column, isShortened ? exact : shown);
    this.#column += span;
    this.#cell = null;
    this.#total += 1;
    if (this.#total > MOST_CELLS) throw new Failure('import.too-large', { file: this.#fileName });
  }

  #endRow(): void {
    const rows = this.tables.at(-1)?.rows;
    rows?.push({ line: rows.length + 1, cells: this.#cells });
    this.#cells = [];
  }
}
