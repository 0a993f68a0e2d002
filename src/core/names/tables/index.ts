import { BELARUSIAN_OFFICIAL } from './belarusian-official.ts';
import { BELARUSIAN_PASSPORT } from './belarusian-passport.ts';
import { BULGARIAN_2009 } from './bulgarian-2009.ts';
import { GEORGIAN_2002 } from './georgian-2002.ts';
import { RUSSIAN_BGN } from './russian-bgn.ts';
import { RUSSIAN_GOST } from './russian-gost.ts';
import { RUSSIAN_ICAO } from './russian-icao.ts';
import { RUSSIAN_PLAIN } from './russian-plain.ts';
import type { RomanisationTable } from './table.ts';
import { UKRAINIAN_2007 } from './ukrainian-2007.ts';
import { UKRAINIAN_2010 } from './ukrainian-2010.ts';
import { UKRAINIAN_OLD } from './ukrainian-old.ts';

/** For search copies, written at import: the four that are found in most documents. The first is the plain key. */
export const SEARCH_TABLES: readonly RomanisationTable[] = [
  UKRAINIAN_2010,
  UKRAINIAN_2007,
  RUSSIAN_ICAO,
  RUSSIAN_PLAIN,
];
/** For comparison: every official one. */
export const CYRILLIC_TABLES: readonly RomanisationTable[] = [
  ...SEARCH_TABLES,
  UKRAINIAN_OLD,
  RUSSIAN_GOST,
  RUSSIAN_BGN,
  BELARUSIAN_OFFICIAL,
  BELARUSIAN_PASSPORT,
  BULGARIAN_2009,
];
export const GEORGIAN_TABLES: readonly RomanisationTable[] = [GEORGIAN_2002];
