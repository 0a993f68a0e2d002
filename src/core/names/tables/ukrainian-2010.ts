import { COMMON, letters, type RomanisationTable } from './table.ts';

/** Source: Cabinet of Ministers of Ukraine, Resolution 55 of 27 January 2010; passports and place names since then. */
export const UKRAINIAN_2010: RomanisationTable = {
  name: 'uk-kmu-55',
  letters: letters(`${COMMON},г h,ґ g,е e,є ie,и y,і i,ї i,й i,ю iu,я ia,ь,ы y,э e,ё e,ъ,ў w`),
  initial: letters('є ye,ї yi,й y,ю yu,я ya'),
  pairs: { зг: 'zgh' },
};
