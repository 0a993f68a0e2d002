import { COMMON, letters, type RomanisationTable } from './table.ts';

const SOFT = { е: 'ie', ё: 'io', ю: 'iu', я: 'ia' };

/**
 * Source: State Committee on Land Resources of Belarus, instruction 15 of 23 November 2000 with the change of 11 June 2007,
 * without its marks (ć, ś, ž are c, s, z in a machine-readable line).
 */
export const BELARUSIAN_OFFICIAL: RomanisationTable = {
  name: 'be-2007',
  letters: letters(
    `${COMMON},г h,ґ h,е ie,ё io,ж z,и i,і i,й j,ў u,х ch,ц c,ч c,ш s,щ sc,ы y,ь,э e,ю iu,я ia,ъ,ї i,є ie`,
  ),
  initial: letters('е je,ё jo,ю ju,я ja'),
  pairs: { ле: 'lie', лё: 'lo', лю: 'lu', ля: 'la' },
  after: { letters: 'аеёіоуўыэюяйь', map: { ...SOFT, е: 'je', ё: 'jo', ю: 'ju', я: 'ja' } },
};
