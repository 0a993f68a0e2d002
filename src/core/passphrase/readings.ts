import { foldName } from '../names/index.ts';

/** Letters by their keys, row by row: what a Cyrillic keyboard gives where a Latin one gives the letter beside it. */
const KEYS: readonly (readonly [string, string])[] = [
  ['йцукенгшщзхїъ', 'qwertyuiop[]]'],
  ['фівапролджєыэ', "asdfghjkl;'s'"],
  ['ячсмитьбю', 'zxcvbnm,.'],
];

const LATIN_KEY = new Map(
  KEYS.flatMap(([letters, keys]) => [...letters].map((letter, at) => [letter, keys.charAt(at)] as const)),
);

function byKeys(text: string): string {
  return [...text.toLowerCase()].map((letter) => LATIN_KEY.get(letter) ?? letter).join('');
}

/**
 * The ways a guesser may have come to a passphrase: as it stands, in Latin letters, and as the keys it is typed with.
 * The lists of known passwords are in Latin letters; “пароль” is as common as “parol” and “gfhjkm”.
 */
export function readingsOf(passphrase: string): string[] {
  if (!/\p{Script=Cyrillic}/u.test(passphrase)) return [passphrase];
  return [...new Set([passphrase, foldName(passphrase), byKeys(passphrase)])];
}
