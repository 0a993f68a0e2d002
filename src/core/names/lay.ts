import { pairWords } from './align.ts';
import type { WordMatch } from './compare-words.ts';
import { verdictOf, type WordReason } from './reasons.ts';

export interface Laid<T> {
  readonly left: T;
  readonly right: T;
  readonly found: WordMatch;
}

/** Two names' words laid beside each other, and what is left of the longer one. */
export interface Laying<T> {
  readonly pairs: readonly Laid<T>[];
  readonly restLeft: readonly T[];
  readonly restRight: readonly T[];
}

/** Compares each word with each and lays the best beside each other; `prefers` breaks ties between equal ones. */
export function layWords<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (left: T, right: T) => WordMatch,
  prefers: (left: T, right: T) => boolean,
): Laying<T> {
  const found: WordMatch[] = [];
  const scores: number[] = [];
  for (const one of left) {
    for (const other of right) {
      const match = compare(one, other);
      found.push(match);
      scores.push(prefers(one, other) ? match.score * 1.01 : match.score);
    }
  }
  const columns = pairWords(left.length, right.length, scores);
  const pairs: Laid<T>[] = [];
  const restLeft: T[] = [];
  for (const [row, one] of left.entries()) {
    const column = columns[row] ?? -1;
    const other = right[column];
    const match = found[row * right.length + column];
    if (other === undefined || match === undefined) restLeft.push(one);
    else pairs.push({ left: one, right: other, found: match });
  }
  const isAll = pairs.length === right.length;
  const restRight = isAll ? [] : right.filter((_, column) => !columns.includes(column));
  return { pairs, restLeft, restRight };
}

export const missing = (left: string | null, right: string | null): WordReason => ({
  left,
  right,
  verdict: 'missing',
  rule: 'part-missing',
});

export const reasonOf = (left: string, right: string, found: WordMatch): WordReason => ({
  left,
  right,
  verdict: verdictOf(found.score),
  rule: found.rule,
});

/** The mean of the pairs and the worst of them, which weighs `worst`. */
export function ofPairs(pairs: readonly Laid<unknown>[], worst: number): number {
  if (pairs.length === 0) return 0;
  let sum = 0;
  let least = 1;
  for (const { found } of pairs) {
    sum += found.score;
    if (found.score < least) least = found.score;
  }
  return (sum / pairs.length) * (1 - worst) + least * worst;
}
