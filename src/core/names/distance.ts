/** Pairs of signs that documents and ears confuse; a third of a letter. */
const CONFUSED = new Set([
  'ei',
  'ou',
  'ao',
  'kc',
  'kg',
  'vb',
  'vf',
  'vu',
  'sz',
  'sS',
  'zZ',
  'cC',
  'td',
  'sc',
  'ae',
  'pb',
  'cs',
  'ct',
]);
for (const pair of [...CONFUSED]) CONFUSED.add(pair.charAt(1) + pair.charAt(0));
const CONFUSED_COST = 0.34;
const LOST_VOWEL = 0.6;
const OTHER_VOWEL = 0.7;
const EXCHANGED = 0.6;
const VOWEL = new Set('aeiou');

/** Three rows used by every call: scoring fifty thousand pairs a second leaves no time for new ones. */
let rows = [new Float64Array(64), new Float64Array(64), new Float64Array(64)];

/**
 * Weighted edit distance: a letter more, less or other is 1, a
 * vowel more or less 0.6, another vowel 0.7, letters often confused 0.34, two neighbours exchanged 0.6. More
 * than `most` may be answered for anything further apart than that.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) * LOST_VOWEL > most) return most + 1;
  if (b.length + 1 > (rows[0]?.length ?? 0)) rows = rows.map(() => new Float64Array(b.length + 32));
  let [before, previous, current] = rows as [Float64Array, Float64Array, Float64Array];
  for (let at = 0; at <= b.length; at += 1) previous[at] = at;
  for (let row = 1; row <= a.length; row += 1) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const value = cell(a, b, row, column, before, previous, current);
      current[column] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? 0;
}

function cell(
  a: string,
  b: string,
  row: number,
  column: number,
  before: Float64Array,
  previous: Float64Array,
  current: Float64Array,
): number {
  const left = a.charAt(row - 1);
  const right = b.charAt(column - 1);
  const diagonal = previous[column - 1] ?? 0;
  if (left === right) return diagonal;
  const isLeftVowel = VOWEL.has(left);
  const isRightVowel = VOWEL.has(right);
  const other = isLeftVowel && isRightVowel ? OTHER_VOWEL : 1;
  const swap = diagonal + (CONFUSED.has(left + right) ? CONFUSED_COST : other);
  const less = (previous[column] ?? 0) + (isLeftVowel ? LOST_VOWEL : 1);
  const more = (current[column - 1] ?? 0) + (isRightVowel ? LOST_VOWEL : 1);
  let best = Math.min(swap, less, more);
  const isExchange = row > 1 && column > 1 && left === b.charAt(column - 2) && right === a.charAt(row - 2);
  if (isExchange) best = Math.min(best, (before[column - 2] ?? 0) + EXCHANGED);
  return best;
}
