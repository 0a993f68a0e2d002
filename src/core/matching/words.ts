import { sameName } from './score.ts';

/** How a word of one name stands to the other name. */
export type WordSign = 'same' | 'similar' | 'different' | 'alone';
export interface MarkedWord {
  readonly text: string;
  readonly sign: WordSign;
}

const SAME = 0.95;
const SIMILAR = 0.6;

/**
 * Both names word by word: which word of one stands for which of the other, whatever their order. `alone` has nothing
 * left to stand against, which says nothing; `different` stands against a word that is another one.
 */
export function markWords(
  left: string,
  right: string,
  kind: 'person' | 'organisation',
): { readonly left: readonly MarkedWord[]; readonly right: readonly MarkedWord[] } {
  const first = wordsOf(left);
  const second = wordsOf(right);
  const pairs = first
    .flatMap((a, at) => second.map((b, to) => ({ at, to, score: sameName(a, b, kind).score })))
    .sort((a, b) => b.score - a.score);
  const signs = { left: new Map<number, WordSign>(), right: new Map<number, WordSign>() };
  for (const { at, to, score } of pairs) {
    if (signs.left.has(at) || signs.right.has(to)) continue;
    const sign = score >= SAME ? 'same' : score >= SIMILAR ? 'similar' : 'different';
    signs.left.set(at, sign);
    signs.right.set(to, sign);
  }
  const marked = (words: readonly string[], known: ReadonlyMap<number, WordSign>): MarkedWord[] =>
    words.map((text, at) => ({ text, sign: known.get(at) ?? 'alone' }));
  return { left: marked(first, signs.left), right: marked(second, signs.right) };
}

function wordsOf(name: string): string[] {
  return name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 12);
}
