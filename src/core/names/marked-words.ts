import { cleanName } from './clean.ts';
import { compareNames, type NameWish } from './compare.ts';
import type { WordReason, WordVerdict } from './reasons.ts';

/** How a written word of one name stands to the other; `alone` has nothing to stand against, which says nothing. */
export type WordSign = 'same' | 'similar' | 'different' | 'alone';
export interface MarkedWord {
  readonly text: string;
  readonly sign: WordSign;
}

/** The words that speak most against the pair come first: a double surname is as its worse half. */
const WORST_FIRST: readonly WordVerdict[] = ['different', 'missing', 'similar', 'same'];

/**
 * Both names as they are written, each word with what the comparison made of it, so that a person sees which one
 * differs. Titles and nicknames, which are not compared, stand alone.
 */
export function markWords(
  left: string,
  right: string,
  wish: NameWish,
): { readonly left: readonly MarkedWord[]; readonly right: readonly MarkedWord[] } {
  const { words } = compareNames(left, right, wish);
  return { left: marked(left, words, 'left'), right: marked(right, words, 'right') };
}

function marked(name: string, words: readonly WordReason[], side: 'left' | 'right'): MarkedWord[] {
  const verdicts = new Map<string, WordVerdict[]>();
  for (const word of words) {
    for (const part of partsOf(word[side] ?? '')) {
      const known = verdicts.get(part);
      if (known === undefined) verdicts.set(part, [word.verdict]);
      else known.push(word.verdict);
    }
  }
  return name
    .split(/\s+/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, sign: signOf(partsOf(text).flatMap((part) => verdicts.get(part) ?? [])) }));
}

const partsOf = (text: string): string[] =>
  cleanName(text)
    .text.toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .filter((part) => part !== '');

function signOf(verdicts: readonly WordVerdict[]): WordSign {
  const worst = WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'missing';
  return worst === 'missing' ? 'alone' : worst;
}
