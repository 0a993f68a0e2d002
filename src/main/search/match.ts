import { givenNamesLike } from '../../core/names/given-names-like.ts';
import { foldName } from '../../core/names/index.ts';
import { soundKeysOfWord } from '../../core/names/sound-keys.ts';
import type { NameModes } from '../../core/search/modes.ts';

/** Columns of `entity_text` with words as they are written. */
export const WRITTEN = '{label identifiers facts}';

/** Quoted: nothing a person types is syntax of the index. */
function tokens(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((token) => token !== '');
}

function all(words: readonly string[], write: (token: string) => string): string {
  return words.flatMap(tokens).map(write).join(' AND ');
}

const begun = (token: string): string => `"${token}"*`;
const whole = (token: string): string => `"${token}"`;

/** Every word whole, in the name; empty where there is none. */
export function wholeWords(words: readonly string[], column = 'label'): string {
  const match = all(words, whole);
  return match === '' ? '' : `${column} : (${match})`;
}

/** Every word as a beginning, as it is written. */
export function begunWords(words: readonly string[], columns = WRITTEN): string {
  const match = all(words, begun);
  return match === '' ? '' : `${columns} : (${match})`;
}

/** Every word as a beginning, in the copy in Latin letters. */
export function begunInLatin(words: readonly string[], column = 'transliterated'): string {
  return begunWords(words.map(foldName), column);
}

/** Every word as a beginning or as the same given name in another language; empty where no word is a given name. */
export function givenNames(words: readonly string[]): string {
  const same = words.map((word) => givenNamesLike(word));
  if (same.every((names) => names.length === 0)) return '';
  const parts = words.map((word, at) => {
    const own = all([foldName(word)], begun);
    const others = (same[at] ?? []).flatMap(tokens).map(whole);
    return `(${[own === '' ? null : `(${own})`, ...others].filter((one) => one !== null).join(' OR ')})`;
  });
  return `transliterated : (${parts.filter((part) => part !== '()').join(' AND ')})`;
}

/**
 * Keys of every word by how it sounds, of a given name also those of the same name in other languages; empty where a
 * word has none.
 */
export function sounds(words: readonly string[], withGivenNames: boolean): string {
  const keys = words.map((word) => {
    const same = withGivenNames ? givenNamesLike(word) : [];
    return [...new Set([word, ...same].flatMap(soundKeysOfWord))];
  });
  if (keys.length === 0 || keys.some((one) => one.length === 0)) return '';
  return keys.map((one) => `(${one.map(whole).join(' OR ')})`).join(' AND ');
}

/** Words in their order, as written and, where it is wished, in the copy in Latin letters. */
export function phrase(
  words: readonly string[],
  modes: NameModes,
  columns = WRITTEN,
  latin = 'transliterated',
): string {
  const own = `${columns} : "${words.flatMap(tokens).join(' ')}"`;
  if (!modes.transliterated) return own;
  const folded = words.flatMap((word) => tokens(foldName(word))).join(' ');
  return folded === '' ? own : `(${own}) OR (${latin} : "${folded}")`;
}

/** One word in any way the modes allow but by its sound. */
export function anyWay(word: string, modes: NameModes): string {
  const ways = [
    begunWords([word]),
    modes.transliterated ? begunInLatin([word]) : '',
    modes.givenNames ? givenNames([word]) : '',
  ];
  return ways
    .filter((way) => way !== '')
    .map((way) => `(${way})`)
    .join(' OR ');
}
