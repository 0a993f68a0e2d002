import { RUSSIAN_ICAO } from './russian-icao.ts';
import type { RomanisationTable } from './table.ts';

/** Source: GOST R 52535.1-2006; Russian passports of 2010–2012. Differs from ICAO in ц and ъ. */
export const RUSSIAN_GOST: RomanisationTable = {
  name: 'ru-gost-52535',
  letters: { ...RUSSIAN_ICAO.letters, ц: 'tc', ъ: '' },
  initial: {},
  pairs: {},
};
