import { COMMON, letters, type RomanisationTable } from './table.ts';

/** Source: Ministry of the Interior of Belarus, instruction of 9 October 2008 for passports: Siarhei, Uladzimir, Yauhen. */
export const BELARUSIAN_PASSPORT: RomanisationTable = {
  name: 'be-passport-2008',
  letters: letters(`${COMMON},г h,ґ g,е e,ё io,и i,і i,й i,ў u,ы y,ь,э e,ю iu,я ia,ъ,ї i,є ie`),
  initial: letters('е ye,ё yo,ю yu,я ya,й y'),
  pairs: {},
  after: { letters: 'аеёіоуўыэюя', map: { е: 'ye', ё: 'yo', ю: 'yu', я: 'ya' } },
};
