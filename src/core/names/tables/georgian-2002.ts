import { letters, type RomanisationTable } from './table.ts';

/**
 * Source: National system of the State Department of Geodesy and the Institute of Linguistics of Georgia, 2002, without
 * apostrophes as passports print it: კ and ქ, ტ and თ, პ and ფ, ჩ and ჭ, ც and წ are written alike.
 */
export const GEORGIAN_2002: RomanisationTable = {
  name: 'ka-national-2002',
  letters: letters(
    'ა a,ბ b,გ g,დ d,ე e,ვ v,ზ z,თ t,ი i,კ k,ლ l,მ m,ნ n,ო o,პ p,ჟ zh,რ r,ს s,ტ t,უ u,ფ p,ქ k,ღ gh,ყ q,შ sh,ჩ ch,ც ts,ძ dz,წ ts,ჭ ch,ხ kh,ჯ j,ჰ h',
  ),
  initial: {},
  pairs: {},
};
