import { letters } from '../tables/table.ts';

const SOUNDS: Readonly<Record<string, string>> = letters(
  'ა a,ბ b,გ g,დ d,ე e,ვ v,ზ z,თ t,ი i,კ k,ლ l,მ m,ნ n,ო o,პ p,ჟ Z,რ r,ს s,ტ t,უ u,ფ [p|f],ქ k,ღ g,ყ k,შ S,ჩ C,ც c,ძ z,წ c,ჭ C,ხ g,ჯ Z,ჰ g',
);

/** Reading of one Georgian word, with choices in square brackets. */
export const georgianReading = (lower: string): string =>
  [...lower].map((letter) => SOUNDS[letter] ?? letter).join('');
