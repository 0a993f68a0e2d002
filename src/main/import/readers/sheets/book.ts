/** One row as it stands in the sheet; `line` is its number there. */
export interface SheetRow {
  readonly line: number;
  readonly cells: string[];
}

/** What a person must know beside the rows; counted while they are read. */
export interface SheetFindings {
  hiddenRows: number;
  hiddenColumns: number;
  mergedCells: number;
  formulas: number;
  errorCells: number;
  roundedNumbers: number;
}

export function noFindings(): SheetFindings {
  return { hiddenRows: 0, hiddenColumns: 0, mergedCells: 0, formulas: 0, errorCells: 0, roundedNumbers: 0 };
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Bytes its rows are read from: small ones are counted, large ones estimated. */
  readonly bytes: number;
  rows(findings: SheetFindings): AsyncIterable<readonly SheetRow[]>;
}

export interface Book {
  readonly sheets: readonly Sheet[];
}

export const MOST_COLUMNS = 16_384;

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Gaps become empty cells, so that a row is a plain list. */
export function setCell(cells: string[], at: number, text: string): void {
  while (cells.length < at) cells.push('');
  cells[at] = text;
}
