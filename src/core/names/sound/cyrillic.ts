import { letters } from '../tables/table.ts';

/** Letters of all Cyrillic alphabets of the region by sound; where languages read one differently, the choice. */
const SOUNDS: Readonly<Record<string, string>> = letters(
  'а a,б b,в v,г g,ґ g,д d,е e,є e,ё [e|io],ж Z,з z,и i,і i,ї i,й i,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ў [v|u],ф f,х g,ц c,ч C,ш S,щ [S|St],ь,ъ [|e|a],ы i,э e,ю iu,я ia,ђ Z,ј i,љ l,њ n,ћ C,џ Z,ѝ i,ѐ e,ќ k,ѓ g,ѕ z',
);

/** Belarusian writes soft d and t as дз and ц. */
const SOFT_BELARUSIAN = /дз(?=[еёіюяь])|ц(?=[еёіюяь])/g;

/** After a hushing sound one language writes е, another о: Горбачев, Горбачов, Чёрный, Чорний. */
const HUSHED = /(?<=[ZCS])e(?=va?$)/;
const HUSHED_O = /(?<=[ZCS])o/;
/** Ukrainian and Belarusian write ё of the others so. */
const SOFT_O = /ьо|(?<=[бвгґджзклмнпрстфхцчшщ])йо/g;

/** Readings of one lower-case Cyrillic word, with choices in square brackets. */
export function cyrillicReadings(lower: string): string[] {
  const read = (word: string): string =>
    [...word.replace(SOFT_O, 'ё')]
      .map((letter) => SOUNDS[letter] ?? letter)
      .join('')
      .replace(HUSHED, '[e|o]')
      .replace(HUSHED_O, '[o|e]');
  const hard = lower.replace(SOFT_BELARUSIAN, (letter) => (letter === 'ц' ? 'т' : 'д'));
  return hard === lower || !/[іў]/.test(lower) ? [read(lower)] : [read(lower), read(hard)];
}
