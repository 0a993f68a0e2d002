/** One word of each side laid beside each other, by their places. */
export interface Pairing {
  readonly left: number;
  readonly right: number;
}

/** Above this the best pairs are taken one after the other; nobody has that many names. */
const MOST_EXACT = 7;

/** Lays the words of the shorter side beside those of the longer one so that the sum of scores is highest. */
export function pairWords(
  rows: number,
  columns: number,
  score: (row: number, column: number) => number,
): Pairing[] {
  if (rows > columns) {
    return pairWords(columns, rows, (row, column) => score(column, row)).map(({ left, right }) => ({
      left: right,
      right: left,
    }));
  }
  if (rows === 0) return [];
  return columns <= MOST_EXACT ? exact(rows, columns, score) : greedy(rows, columns, score);
}

function exact(rows: number, columns: number, score: (row: number, column: number) => number): Pairing[] {
  let best = -1;
  let found: number[] = [];
  const chosen: number[] = [];
  const table = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => score(row, column)),
  );
  const most = table.map((row) => Math.max(...row));
  const left = most.map((_, row) => most.slice(row).reduce((sum, one) => sum + one, 0));
  const go = (row: number, used: number, sum: number): void => {
    if (row === rows) {
      if (sum > best + 1e-9) {
        best = sum;
        found = [...chosen];
      }
      return;
    }
    if (sum + (left[row] ?? 0) <= best) return;
    for (let column = 0; column < columns; column += 1) {
      if (used & (1 << column)) continue;
      chosen[row] = column;
      go(row + 1, used | (1 << column), sum + (table[row]?.[column] ?? 0));
    }
  };
  go(0, 0, 0);
  return found.map((right, row) => ({ left: row, right }));
}

function greedy(rows: number, columns: number, score: (row: number, column: number) => number): Pairing[] {
  const all: (Pairing & { score: number })[] = [];
  for (let left = 0; left < rows; left += 1) {
    for (let right = 0; right < columns; right += 1) all.push({ left, right, score: score(left, right) });
  }
  all.sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  return all.filter(({ left, right }) => {
    if (usedLeft.has(left) || usedRight.has(right)) return false;
    usedLeft.add(left);
    usedRight.add(right);
    return true;
  });
}
