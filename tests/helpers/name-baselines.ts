/** The two usual ways of comparing names, kept here as a yardstick only: the program itself uses neither. */

/** Share of letters that stand near each other in both, raised by a common beginning of up to four letters. */
export function jaroWinkler(left: string, right: string): number {
  const jaro = jaroOf(left, right);
  let common = 0;
  while (common < 4 && common < left.length && left[common] === right[common]) common += 1;
  return jaro + common * 0.1 * (1 - jaro);
}

function jaroOf(left: string, right: string): number {
  if (left === right) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Set<number>();
  const leftMatched = [...left].filter((letter, at) => {
    for (let other = Math.max(0, at - reach); other <= Math.min(right.length - 1, at + reach); other += 1)
      if (!taken.has(other) && right[other] === letter) return taken.add(other);
    return false;
  });
  const matched = leftMatched.length;
  if (matched === 0) return 0;
  const rightMatched = [...taken].sort((a, b) => a - b).map((at) => right[at]);
  const swapped = leftMatched.filter((letter, at) => letter !== rightMatched[at]).length / 2;
  return (matched / left.length + matched / right.length + (matched - swapped) / matched) / 3;
}

/** The words both have, beside them with the rest of each: the best of the three likenesses. */
export function tokenSetRatio(left: string, right: string): number {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const shared = [...a].filter((word) => b.has(word)).sort();
  const rest = (words: Set<string>): string[] => [...words].filter((word) => !shared.includes(word)).sort();
  const common = shared.join(' ');
  const withLeft = [...shared, ...rest(a)].join(' ');
  const withRight = [...shared, ...rest(b)].join(' ');
  const likenesses = [ratio(withLeft, withRight)];
  if (common !== '') likenesses.push(ratio(common, withLeft), ratio(common, withRight));
  return Math.max(...likenesses);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== ''));
}

/** Twice the longest common subsequence over both lengths. */
function ratio(left: string, right: string): number {
  if (left === '' && right === '') return 1;
  let above = new Array<number>(right.length + 1).fill(0);
  for (const letter of left) {
    const row = [0];
    for (let at = 1; at <= right.length; at += 1)
      row.push(
        right[at - 1] === letter ? (above[at - 1] ?? 0) + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0),
      );
    above = row;
  }
  return (2 * (above[right.length] ?? 0)) / (left.length + right.length);
}
