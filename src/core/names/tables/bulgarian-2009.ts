import { COMMON, letters, type RomanisationTable } from './table.ts';

/** Source: Transliteration Act of Bulgaria, State Gazette 19 of 13 March 2009: щ is sht, ъ is a, -ия at the end is ia. */
export const BULGARIAN_2009: RomanisationTable = {
  name: 'bg-2009',
  letters: letters(
    `${COMMON},г g,е e,и i,й y,х h,щ sht,ъ a,ь y,ю yu,я ya,ѝ i,ё e,ы y,э e,і i,ї i,є e,ґ g,ў u`,
  ),
  initial: {},
  pairs: {},
  final: { ия: 'ia' },
};
