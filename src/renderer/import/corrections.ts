import type { CorrectedRow } from '../../contract/import.ts';

/** The rows with one cell as a person typed it; a row that was cut off gets the cells in front of it too. */
export function withCell(
  edits: readonly CorrectedRow[],
  row: CorrectedRow,
  at: number,
  text: string,
): CorrectedRow[] {
  const cells = Array.from({ length: Math.max(row.cells.length, at + 1) }, (_, index) =>
    index === at ? text : (row.cells[index] ?? ''),
  );
  return [...edits.filter(({ line }) => line !== row.line), { line: row.line, cells }];
}

/** Rows that are not as they were any more, in the order of the file. */
export function changedRows(rows: readonly CorrectedRow[], edits: readonly CorrectedRow[]): CorrectedRow[] {
  return rows.flatMap((row) => {
    const edit = edits.find(({ line }) => line === row.line);
    return edit === undefined || isSame(edit.cells, row.cells) ? [] : [edit];
  });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((cell, at) => cell === other[at]);
}
