import { COMMON, letters, type RomanisationTable } from './table.ts';

/** Source: ICAO Doc 9303, part 3, transliteration of Cyrillic; Russian passports since 2013. */
export const RUSSIAN_ICAO: RomanisationTable = {
  name: 'ru-icao-9303',
  letters: letters(`${COMMON},г g,е e,ё e,и i,й i,ъ ie,ы y,ь,э e,ю iu,я ia,і i,ї i,є ie,ґ g,ў u`),
  initial: {},
  pairs: {},
};
