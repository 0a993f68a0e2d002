import { Failure } from '../../../../core/result.ts';
import { MOST_COLUMNS, type SheetFindings, type SheetRow, setCell } from './book.ts';
import { isoLengthText, numberText } from './cell-text.ts';
import { type Attributes, attributeOf, parsePieces, type XmlHandlers } from './xml.ts';

const MOST_ROWS = 1_048_576;
/** What hangs on a cell without being its value: remarks of a reader, drawings. */
const BESIDE = new Set(['annotation', 'frame', 'custom-shape', 'line', 'rect', 'ellipse']);

/** Rows of the table number `wanted`, piece by piece. */
export async function* odsRows(
  chunks: AsyncIterable<Uint8Array>,
  wanted: number,
  findings: SheetFindings,
  fileName: string,
): AsyncGenerator<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  const handlers = new TableHandlers(wanted, findings, rows, fileName);
  for await (const _ of parsePieces(chunks, handlers, fileName)) {
    if (rows.length > 0) yield rows.splice(0);
    if (handlers.isDone) return;
  }
  if (rows.length > 0) yield rows.splice(0);
}

class TableHandlers implements XmlHandlers {
  readonly #wanted: number;
  readonly #findings: SheetFindings;
  readonly #rows: SheetRow[];
  readonly #fileName: string;
  #table = -1;
  #depth = 0;
  #line = 0;
  #repeated = 1;
  #cells: string[] = [];
  #column = 0;
  #cell: Attributes | null = null;
  #text = '';
  #paragraphs = 0;
  #beside = 0;
  isDone = false;

  constructor(wanted: number, findings: SheetFindings, rows: SheetRow[], fileName: string) {
    this.#wanted = wanted;
    this.#findings = findings;
    this.#rows = rows;
    this.#fileName = fileName;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'table') {
      this.#depth += 1;
      if (this.#depth === 1) this.#table += 1;
      return;
    }
    if (this.#table !== this.#wanted || this.#depth !== 1) return;
    if (this.#cell !== null) this.#openInside(name, attributes);
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-column' && isHidden(attributes)) {
      const count = times(attributes, 'number-columns-repeated');
      this.#findings.hiddenColumns += count > 1000 ? 1 : count;
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
  }

  text(part: string): void {
    if (this.#cell !== null && this.#paragraphs > 0 && this.#beside === 0) this.#text += part;
  }

  close(name: string): void {
    if (name === 'table') {
      this.#depth -= 1;
      if (this.#depth === 0 && this.#table === this.#wanted) this.isDone = true;
      return;
    }
    if (this.#table !== this.#wanted || this.#depth !== 1) return;
    if (this.#beside > 0) {
      if (BESIDE.has(name)) this.#beside -= 1;
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row' && this.#cell === null) this.#closeRow();
  }

  #openInside(name: string, attributes: Attributes): void {
    if (BESIDE.has(name)) this.#beside += 1;
    if (this.#beside > 0) return;
    if (name === 'p') {
      if (this.#paragraphs > 0) this.#text += '\n';
      this.#paragraphs += 1;
    } else if (name === 's') this.#text += ' '.repeat(Math.min(times(attributes, 'c'), 1000));
    else if (name === 'tab') this.#text += '\t';
    else if (name === 'line-break') this.#text += '\n';
  }

  #openRow(attributes: Attributes): void {
    this.#line += this.#repeated;
    this.#repeated = times(attributes, 'number-rows-repeated');
    this.#cells = [];
    this.#column = 0;
    if (isHidden(attributes) && this.#repeated < 100_000) this.#findings.hiddenRows += this.#repeated;
  }

  #openCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#text = '';
    this.#paragraphs = 0;
    const isMerged =
      times(attributes, 'number-columns-spanned') > 1 || times(attributes, 'number-rows-spanned') > 1;
    if (isMerged) this.#findings.mergedCells += 1;
    if (attributeOf(attributes, 'formula') !== undefined) this.#findings.formulas += 1;
  }

  #closeCell(): void {
    if (this.#cell === null) return;
    const count = times(this.#cell, 'number-columns-repeated');
    const text = this.#cellText(this.#cell);
    this.#cell = null;
    if (text !== '') {
      const end = Math.min(this.#column + count, MOST_COLUMNS);
      for (let at = this.#column; at < end; at += 1) setCell(this.#cells, at, text);
    }
    this.#column += count;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#line + this.#repeated > MOST_ROWS + 1)
      throw new Failure('import.workbook-broken', { file: this.#fileName });
    for (let copy = 0; copy < this.#repeated; copy += 1)
      this.#rows.push({ line: this.#line + copy, cells: this.#cells });
  }

  #cellText(cell: Attributes): string {
    const stated = (name: string): string => attributeOf(cell, name) ?? this.#text;
    if (cell['calcext:value-type'] === 'error') this.#findings.errorCells += 1;
    switch (cell['office:value-type'] ?? '') {
      case 'float':
      case 'currency':
      case 'percentage':
        return this.#number(stated('value'));
      case 'date':
        return stated('date-value').replace('T', ' ').replace(/\.0+$/, '');
      case 'time':
        return isoLengthText(stated('time-value'));
      case 'boolean':
        return stated('boolean-value');
      default:
        return attributeOf(cell, 'string-value') ?? this.#text;
    }
  }

  /** Zeros in front that the format puts there belong to a phone or personal number. */
  #number(written: string): string {
    const { text, isRounded } = numberText(written);
    if (isRounded) this.#findings.roundedNumbers += 1;
    return /^0+\d+$/.test(this.#text) && this.#text.replace(/^0+/, '') === text ? this.#text : text;
  }
}

function isHidden(attributes: Attributes): boolean {
  return /^(collapse|filter)$/.test(attributeOf(attributes, 'visibility') ?? '');
}

function times(attributes: Attributes, name: string): number {
  const count = Number(attributeOf(attributes, name) ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
