import { distance } from './distance.ts';
import type { PreparedWord, WordRoles } from './word.ts';

/**
 * How alike two words are that should be one but for a slip of the pen: 0 for words that are not. A slip is in the root, and
 * the root long enough that no other root is one letter away (Romanov, Rozanov); it never makes another family of the word.
 */
export function similarity(a: PreparedWord, b: PreparedWord, roles: WordRoles): number {
  let best = Number.POSITIVE_INFINITY;
  for (const [at, one] of a.sounds.entries()) {
    for (const [place, other] of b.sounds.entries()) {
      if (Math.abs(one.length - other.length) > 1 || !alikeBegin(one, other)) continue;
      const most = allowed(
        one,
        other,
        a.suffixes[at] ?? '',
        b.suffixes[place] ?? '',
        roles,
        a.isLatin !== b.isLatin,
      );
      if (most === 0) continue;
      const found = distance(one, other, Math.min(most, best));
      if (found <= most && found < best) best = found;
    }
  }
  if (best === Number.POSITIVE_INFINITY) return 0;
  return best <= 0.35 ? 0.9 : best <= 0.7 ? 0.86 : best <= 1 ? 0.82 : 0.76;
}

const alikeBegin = (one: string, other: string): boolean =>
  one.charAt(0) === other.charAt(0) || /^(?:oa|ao|ei|ie|ae|ea)$/.test(one.charAt(0) + other.charAt(0));

/** The largest distance that is still a slip; 0 where none is. */
function allowed(
  one: string,
  other: string,
  suffix: string,
  theirs: string,
  roles: WordRoles,
  isAcross: boolean,
): number {
  const length = Math.min(one.length, other.length);
  if (!roles.asSurname) {
    if (roles.asGiven) return one.at(-1) === other.at(-1) && length >= 6 ? 1 : 0;
    return length >= 8 ? 1 : 0;
  }
  if (suffix === theirs) return ofRoot(length - suffix.length, isAcross);
  return isBrokenSuffix(one, other) ? ofRoot(length - 3, isAcross) : 0;
}

/** In a short root only two alphabets make a confused letter likely: Datsenko and Dotsenko are two families. */
function ofRoot(length: number, isAcross: boolean): number {
  if (length < 3 || (length === 3 && !isAcross)) return 0;
  if (length < 5) return 0.35;
  if (length === 5) return 0.65;
  return length < 8 ? 1 : 1.4;
}

const VOWELS = /[aeiou]/g;

/** A vowel lost from a suffix, or two of its letters exchanged; another vowel makes another suffix. */
function isBrokenSuffix(one: string, other: string): boolean {
  if (one.at(-1) !== other.at(-1)) return false;
  if (one.length !== other.length) return one.replace(VOWELS, '') === other.replace(VOWELS, '');
  const letters = (text: string): string => [...text].sort().join('');
  return letters(one) === letters(other);
}
