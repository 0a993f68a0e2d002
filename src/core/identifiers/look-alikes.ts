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

/** Replaces Cyrillic capitals by the Latin capital of the same look; other letters stay. */
export function foldLookAlikes(text: string): string {
  return text.replace(/[\u0400-\u04FF]/g, (letter) => LATIN_OF[letter] ?? letter);
}
