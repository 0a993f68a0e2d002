/** The same names across the top and down the side. */
export interface Matrix {
  readonly names: readonly string[];
  readonly rows: readonly {
    readonly line: number;
    readonly name: string;
    readonly cells: readonly string[];
  }[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const NOTHING = /^(|0|0[.,]0+|-|–|—|\.)$/;

/** Names across the top, each once; null where there are no such. */
function namesOf({ cells }: Row): string[] | null {
  const names = cells.slice(1).map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  return names.length < 2 || names.includes('') || new Set(names).size !== names.length ? null : names;
}

const isValue = (cell: string): boolean => NUMBER.test(cell) || NOTHING.test(cell);

/** False as soon as the first rows show that these are none of a matrix, whatever follows. */
export function mayBeMatrix([header, ...body]: readonly Row[]): boolean {
  if (header === undefined) return true;
  return (
    namesOf(header) !== null &&
    body.every(({ cells }) => cells.slice(1).every((cell) => isValue(cell.trim())))
  );
}

/** The matrix in the rows of a table; null where they are another kind of table. */
export function asMatrix(rows: readonly Row[], isWhole: boolean): Matrix | null {
  const [header, ...body] = rows;
  if (header === undefined || body.length < 2) return null;
  const names = namesOf(header);
  if (names === null) return null;
  const found = body.map(({ line, cells }) => ({
    line,
    name: (cells[0] ?? '').trim(),
    cells: cells.slice(1).map((cell) => cell.trim()),
  }));
  const known = new Set(names);
  const named = found.filter(({ name }) => known.has(name)).length;
  const areNumbers = found.every(({ cells }) => cells.every(isValue));
  const isSquare = isWhole ? named >= names.length * 0.8 : named === found.length;
  return areNumbers && isSquare && named >= found.length * 0.8 ? { names, rows: found } : null;
}

/** Whether the value of each pair is the same in both directions; then a pair is one relation, not two. */
export function isSymmetric({ names, rows }: Matrix): boolean {
  const values = new Map(rows.map(({ name, cells }) => [name, cells]));
  const column = new Map(names.map((name, at) => [name, at]));
  const weightOf = (from: string, to: string): string => {
    const cell = values.get(from)?.[column.get(to) ?? -1] ?? '';
    return NOTHING.test(cell) ? '' : cell;
  };
  return rows.every(({ name }) =>
    names.every(
      (other) => !values.has(other) || !column.has(name) || weightOf(name, other) === weightOf(other, name),
    ),
  );
}

/** Every pair with a value as a row of from, to and value; of a symmetric matrix each pair once. */
export function* pairsOf(matrix: Matrix): Generator<{ line: number; cells: [string, string, string] }> {
  const once = isSymmetric(matrix);
  const done = new Set<string>();
  for (const { line, name, cells } of matrix.rows) {
    for (const [at, other] of matrix.names.entries()) {
      const value = cells[at] ?? '';
      if (NOTHING.test(value) || (once && done.has(other))) continue;
      yield { line, cells: [name, other, value] };
    }
    done.add(name);
  }
}
