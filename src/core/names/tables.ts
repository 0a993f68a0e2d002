/** One official romanisation. `initial` overrides a letter at the beginning of a word, `pairs` two letters together. */
export interface RomanisationTable {
  readonly name: string;
  readonly letters: Readonly<Record<string, string>>;
  readonly initial: Readonly<Record<string, string>>;
  readonly pairs: Readonly<Record<string, string>>;
}

/** "а a,б b" → record; a letter without a second part is dropped. */
function table(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [letter = '', roman = ''] = pair.trim().split(' ');
      return [letter, roman];
    }),
  );
}

const COMMON =
  'а a,б b,в v,д d,ж zh,з z,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh,щ shch';

/** Cabinet of Ministers Resolution 55 of 27 January 2010: passports and place names since then. */
const UKRAINIAN_2010: RomanisationTable = {
  name: 'uk-kmu-55',
  letters: table(
    `${COMMON},г h,ґ g,е e,є ie,и y,і i,ї i,й i,ю iu,я ia,ь,ы y,э e,ё e,ъ,ў w,' ,’ ,ʼ `.replaceAll(', ', ','),
  ),
  initial: table('є ye,ї yi,й y,ю yu,я ya'),
  pairs: { зг: 'zgh' },
};

/** Resolution 858 of 2007: г is g (Sergii, Grygorii, Igor). */
const UKRAINIAN_2007: RomanisationTable = {
  name: 'uk-passport-2007',
  letters: { ...UKRAINIAN_2010.letters, г: 'g' },
  initial: table('є ye,ю yu,я ya'),
  pairs: {},
};

/** ICAO Doc 9303: Russian passports since 2013. */
const RUSSIAN_ICAO: RomanisationTable = {
  name: 'ru-icao-9303',
  letters: table(`${COMMON},г g,е e,ё e,и i,й i,ъ ie,ы y,ь,э e,ю iu,я ia,і i,ї i,є e,ґ g`),
  initial: {},
  pairs: {},
};

/** The everyday spelling of Moldova and older passports: Evgeniy, Yulia, Natalya. */
const RUSSIAN_PLAIN: RomanisationTable = {
  name: 'ru-bgn',
  letters: { ...RUSSIAN_ICAO.letters, й: 'y', ю: 'yu', я: 'ya', ъ: '' },
  initial: table('е ye'),
  pairs: {},
};

/** Georgian national system 2002 as passports print it, without apostrophes. */
const GEORGIAN: RomanisationTable = {
  name: 'ka-national-2002',
  letters: table(
    'ა a,ბ b,გ g,დ d,ე e,ვ v,ზ z,თ t,ი i,კ k,ლ l,მ m,ნ n,ო o,პ p,ჟ zh,რ r,ს s,ტ t,უ u,ფ p,ქ k,ღ gh,ყ q,შ sh,ჩ ch,ც ts,ძ dz,წ ts,ჭ ch,ხ kh,ჯ j,ჰ h',
  ),
  initial: {},
  pairs: {},
};

export const CYRILLIC_TABLES: readonly RomanisationTable[] = [
  UKRAINIAN_2010,
  UKRAINIAN_2007,
  RUSSIAN_ICAO,
  RUSSIAN_PLAIN,
];
export const GEORGIAN_TABLES: readonly RomanisationTable[] = [GEORGIAN];
