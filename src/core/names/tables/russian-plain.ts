import { RUSSIAN_BGN } from './russian-bgn.ts';
import type { RomanisationTable } from './table.ts';

/** Source: everyday usage of bureaux and registers, BGN/PCGN with a bare e inside words: Evgeniy, Yulia, Natalya. */
export const RUSSIAN_PLAIN: RomanisationTable = {
  name: 'ru-plain',
  letters: RUSSIAN_BGN.letters,
  initial: { е: 'ye' },
  pairs: {},
};
