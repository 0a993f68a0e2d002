import { because, type Explanation } from './identifier.ts';

/** Cyrillic capitals that look like Latin ones; the letters allowed on Ukrainian and Transnistrian plates are exactly these. */
const LATIN_OF: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  І: 'I',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  Ї: 'I',
  Ј: 'J',
  Ѕ: 'S',
};
const CYRILLIC = /[\u0400-\u04FF]/g;

/** Replaces Cyrillic capitals by the Latin capital of the same look; other letters stay. */
export function foldLookAlikes(text: string): string {
  return text.replace(CYRILLIC, (letter) => LATIN_OF[letter] ?? letter);
}

/** The same, and the sentence that names the letters, for what is shown as checked. */
export function folded(text: string): { text: string; notes: Explanation[] } {
  const letters = new Set((text.match(CYRILLIC) ?? []).filter((letter) => LATIN_OF[letter] !== undefined));
  if (letters.size === 0) return { text, notes: [] };
  const notes = [because('identifier:folded', { letters: [...letters].join(', ') })];
  return { text: foldLookAlikes(text), notes };
}
