import { COMMON, letters, type RomanisationTable } from './table.ts';

/**
 * Source: the habit of passports before 2007, Ukrainian letters written as the Russian rules of the time (Ministry of the
 * Interior, order 310 of 1997) wrote theirs: Sergey, Yuriy, Grigoriy, Tkachuk, Zelenskiy.
 */
export const UKRAINIAN_OLD: RomanisationTable = {
  name: 'uk-russian-style',
  letters: letters(`${COMMON},г g,ґ g,е e,є ye,и i,і i,ї yi,й y,ю yu,я ya,ь,ы y,э e,ё e,ъ,ў u`),
  initial: {},
  pairs: {},
};
