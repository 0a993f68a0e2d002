import { RUSSIAN_ICAO } from './russian-icao.ts';
import type { RomanisationTable } from './table.ts';

const E_IS_YE = { е: 'ye', ё: 'ye' };

/** Source: BGN/PCGN romanisation of Russian, 1947, without its marks; е is ye at the beginning, after vowels, й, ъ, ь. */
export const RUSSIAN_BGN: RomanisationTable = {
  name: 'ru-bgn-pcgn',
  letters: { ...RUSSIAN_ICAO.letters, й: 'y', ю: 'yu', я: 'ya', ъ: '', є: 'ye' },
  initial: E_IS_YE,
  pairs: {},
  after: { letters: 'аеёиоуыэюяйъь', map: E_IS_YE },
};
