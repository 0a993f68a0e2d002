/**
 * Source: ICAO Doc 9303, part 3, section 6, transliteration of national letters in the machine-readable zone. Where the
 * document leaves a choice, each one is a column: the letter spelled out (Ö as OE) and as some states print it (Ü as UXX).
 * A letter that is not here loses its mark.
 */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ə: 'a',
  ä: 'ae',
  æ: 'ae',
  å: 'aa',
  ö: 'oe',
  ő: 'oe',
  ø: 'oe',
  œ: 'oe',
  ü: 'ue',
  ű: 'ue',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ĳ: 'ij',
  ł: 'l',
  ı: 'i',
};
const AS_PRINTED: Readonly<Record<string, string>> = { ...SPELLED_OUT, ü: 'uxx', ű: 'uxx', ñ: 'nxx' };
const PLAIN: Readonly<Record<string, string>> = {
  ə: 'a',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ĳ: 'ij',
  ł: 'l',
  ı: 'i',
};

/** Lower-case Latin text by one of the three columns, then without marks. */
function fold(lower: string, column: Readonly<Record<string, string>>): string {
  return lower
    .replace(/\P{ASCII}/gu, (letter) => column[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/** Every form a lower-case Latin text may have in a machine-readable zone; the one without marks first. */
export function machineReadable(lower: string): string[] {
  const composed = lower.normalize('NFC');
  return [...new Set([PLAIN, SPELLED_OUT, AS_PRINTED].map((column) => fold(composed, column)))];
}

/** Lower-case text without marks. */
export const withoutMarks = (lower: string): string =>
  /\P{ASCII}/u.test(lower) ? fold(lower.normalize('NFC'), PLAIN) : lower;
