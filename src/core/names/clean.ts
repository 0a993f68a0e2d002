import { unmixWord } from './script.ts';

/** Signs without width or that only steer the direction of writing. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const APOSTROPHES = /(?<=\p{L})['’‘‛ʼʻʹˈ`´′ʽ＇](?=\p{L})/gu;
const CEDILLA: Readonly<Record<string, string>> = { ş: 'ș', Ş: 'Ș', ţ: 'ț', Ţ: 'Ț' };

export interface Cleaned {
  /** NFKC, visible signs only, apostrophes inside words gone, one code point for each Romanian letter. */
  readonly text: string;
  /** Some word was written with look-alike letters of another alphabet, which are put right in `text`. */
  readonly hasLookAlikes: boolean;
}

/** What has to be equal before anything is compared: forms that only a machine tells apart. */
export function cleanName(raw: string): Cleaned {
  const normal = raw
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, '')
    .replace(/[şŞţŢ]/g, (letter) => CEDILLA[letter] ?? letter);
  let hasLookAlikes = false;
  const text = normal
    .replace(/[\p{L}\p{M}]+/gu, (word) => {
      const right = unmixWord(word);
      if (right !== word) hasLookAlikes = true;
      return right;
    })
    .replace(/\s+/g, ' ')
    .trim();
  return { text, hasLookAlikes };
}
