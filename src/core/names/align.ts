/** Above this the best pairs are taken one after the other; nobody has that many names. */
const MOST_EXACT = 7;
const NONE = -1;

/**
 * Lays the words of two names beside each other so that the sum of scores is highest. `scores` holds row after row; the
 * answer has for each row its column, −1 where the other side has no word left.
 */
export function pairWords(rows: number, columns: number, scores: readonly number[]): number[] {
  if (rows === 2 && columns === 2) {
    const straight = (scores[0] ?? 0) + (scores[3] ?? 0);
    return straight >= (scores[1] ?? 0) + (scores[2] ?? 0) ? [0, 1] : [1, 0];
  }
  if (rows <= columns)
    return columns <= MOST_EXACT ? exact(rows, columns, scores) : greedy(rows, columns, scores);
  const turned = Array.from({ length: rows * columns }, (_, at) => {
    const column = Math.floor(at / rows);
    return scores[(at % rows) * columns + column] ?? 0;
  });
  const result: number[] = new Array(rows).fill(NONE);
  for (const [column, row] of pairWords(columns, rows, turned).entries()) if (row >= 0) result[row] = column;
  return result;
}

/** Tries every way, leaving out those that can no longer win. */
function exact(rows: number, columns: number, scores: readonly number[]): number[] {
  let best = NONE;
  let found: number[] = [];
  const chosen: number[] = [];
  const most = mostLeft(rows, columns, scores);
  const go = (row: number, used: number, sum: number): void => {
    if (row === rows) {
      if (sum > best + 1e-9) {
        best = sum;
        found = chosen.slice();
      }
      return;
    }
    if (sum + (most[row] ?? 0) <= best) return;
    for (let column = 0; column < columns; column += 1) {
      if (used & (1 << column)) continue;
      chosen[row] = column;
      go(row + 1, used | (1 << column), sum + (scores[row * columns + column] ?? 0));
    }
  };
  go(0, 0, 0);
  return found;
}

/** For each row, the most that it and the rows after it can still add. */
function mostLeft(rows: number, columns: number, scores: readonly number[]): number[] {
  const most: number[] = [];
  let sum = 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    let highest = 0;
    for (let column = 0; column < columns; column += 1) {
      highest = Math.max(highest, scores[row * columns + column] ?? 0);
    }
    sum += highest;
    most[row] = sum;
  }
  return most;
}

function greedy(rows: number, columns: number, scores: readonly number[]): number[] {
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const result: number[] = new Array(rows).fill(NONE);
  const used = new Set<number>();
  for (const at of order) {
    const row = Math.floor(at / columns);
    const column = at % columns;
    if (result[row] !== NONE || used.has(column)) continue;
    result[row] = column;
    used.add(column);
  }
  return result;
}
