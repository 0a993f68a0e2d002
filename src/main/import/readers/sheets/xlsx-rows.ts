import { MOST_COLUMNS, type SheetFindings, type SheetRow, setCell } from './book.ts';
import { numberText, serialText } from './cell-text.ts';
import { type NumberFormat, PLAIN } from './number-format.ts';
import { plainText } from './xlsx-parts.ts';
import { type Attributes, parsePieces, type XmlHandlers } from './xml.ts';

export interface CellWorld {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

/** Rows of one sheet, piece by piece; memory does not grow with the sheet. */
export async function* xlsxRows(
  chunks: AsyncIterable<Uint8Array>,
  world: CellWorld,
  findings: SheetFindings,
  fileName: string,
): AsyncGenerator<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  const handlers = new RowHandlers(world, findings, rows);
  for await (const _ of parsePieces(chunks, handlers, fileName)) {
    if (rows.length > 0) yield rows.splice(0);
  }
  if (rows.length > 0) yield rows.splice(0);
}

/** Hears the elements of a sheet: `<row><c><v>`, and beside them hidden columns and merged cells. */
class RowHandlers implements XmlHandlers {
  readonly #world: CellWorld;
  readonly #findings: SheetFindings;
  readonly #rows: SheetRow[];
  #line = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #format = PLAIN;
  #value = '';
  #inline = '';
  #formula = '';
  #hears: 'v' | 't' | 'f' | null = null;
  #isPhonetic = false;

  constructor(world: CellWorld, findings: SheetFindings, rows: SheetRow[]) {
    this.#world = world;
    this.#findings = findings;
    this.#rows = rows;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
      case 'f':
        this.#hears = name;
        break;
      case 't':
        this.#hears = this.#isPhonetic ? null : 't';
        break;
      case 'row':
        this.#line = Number(attributes.r ?? this.#line + 1);
        this.#cells = [];
        this.#column = -1;
        if (isOn(attributes.hidden)) this.#findings.hiddenRows += 1;
        break;
      case 'rPh':
        this.#isPhonetic = true;
        break;
      case 'col':
        if (isOn(attributes.hidden)) this.#findings.hiddenColumns += width(attributes);
        break;
      case 'mergeCell':
        this.#findings.mergedCells += 1;
        break;
    }
  }

  text(part: string): void {
    if (this.#hears === 'v') this.#value += part;
    else if (this.#hears === 't') this.#inline += part;
    else if (this.#hears === 'f') this.#formula += part;
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') {
      if (name === 'f') this.#findings.formulas += 1;
      this.#hears = null;
    } else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#rows.push({ line: this.#line, cells: this.#cells });
    else if (name === 'rPh') this.#isPhonetic = false;
  }

  #openCell({ r, t = 'n', s }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r, this.#column + 1);
    this.#type = t;
    this.#format = s === undefined ? PLAIN : (this.#world.formats[Number(s)] ?? PLAIN);
    this.#value = '';
    this.#inline = '';
    this.#formula = '';
  }

  #closeCell(): void {
    const text = this.#cellText();
    if (text !== '' && this.#column < MOST_COLUMNS) setCell(this.#cells, this.#column, text);
  }

  #cellText(): string {
    if (this.#type === 'inlineStr') return plainText(this.#inline);
    if (this.#value === '' && this.#type !== 'str') return this.#formula === '' ? '' : `=${this.#formula}`;
    switch (this.#type) {
      case 's':
        return this.#world.texts[Number(this.#value)] ?? '\uFFFD';
      case 'str':
        return plainText(this.#value);
      case 'b':
        return this.#value.trim() === '1' || this.#value.trim() === 'true' ? 'true' : 'false';
      case 'e':
        this.#findings.errorCells += 1;
        return this.#value;
      case 'd':
        return this.#value.replace('T', ' ').replace(/\.0+$/, '');
      default:
        return this.#numberText();
    }
  }

  #numberText(): string {
    const { shownAs, width: digits } = this.#format;
    if (shownAs !== 'number') return serialText(this.#value, shownAs, this.#world.is1904);
    const { text, isRounded } = numberText(this.#value);
    if (isRounded) this.#findings.roundedNumbers += 1;
    return digits > 0 && /^\d+$/.test(text) ? text.padStart(digits, '0') : text;
  }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** A range of columns to the very end is one that was hidden whole, not thousands of hidden columns. */
function width({ min = '1', max = '1' }: Attributes): number {
  const count = Number(max) - Number(min) + 1;
  return Number(max) >= MOST_COLUMNS || !(count > 0) ? 1 : count;
}

/** Column number from 0 of a reference like `AB12`. */
function columnOf(reference: string, otherwise: number): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? otherwise : column - 1;
}
