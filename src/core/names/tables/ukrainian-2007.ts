import type { RomanisationTable } from './table.ts';
import { UKRAINIAN_2010 } from './ukrainian-2010.ts';

/** Source: Cabinet of Ministers of Ukraine, Resolution 858 of 2007; passports of 2007–2010 (Sergii, Grygorii, Igor). */
export const UKRAINIAN_2007: RomanisationTable = {
  name: 'uk-passport-2007',
  letters: { ...UKRAINIAN_2010.letters, г: 'g', ь: '' },
  initial: { є: 'ye', ю: 'yu', я: 'ya' },
  pairs: {},
};
