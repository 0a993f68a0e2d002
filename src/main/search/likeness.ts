import { compareNames } from '../../core/names/index.ts';
import type { NameModes } from '../../core/search/modes.ts';
import { plainWords } from './facts.ts';

/** Words that sound alike and are no further apart than this are the same name written by ear. */
const LIKE = 0.8;

/** Keys of sounds bring together more than sounds alike: each word is compared, each pair of words once. */
export function soundsLike(words: readonly string[], modes: NameModes): (label: string) => boolean {
  const known = new Map<string, boolean>();
  const isLike = (wanted: string, word: string): boolean => {
    const pair = `${wanted} ${word}`;
    const found = known.get(pair) ?? compareNames(wanted, word, { modes }).score >= LIKE;
    known.set(pair, found);
    return found;
  };
  const asked = words.flatMap(plainWords);
  return (label) => {
    const own = plainWords(label);
    return asked.every((wanted) => own.some((word) => isLike(wanted, word)));
  };
}
