import { unmixWord } from './script.ts';

/** Signs without width or that only steer the direction of writing. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const APOSTROPHES = /(?<=\p{L})['’‘‛ʼʻʹˈ`´′ʽ＇](?=\p{L})/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const CEDILLA: Readonly<Record<string, string>> = { ş: 'ș', Ş: 'Ș', ţ: 'ț', Ţ: 'Ț' };

export interface Cleaned {
  /** NFKC, visible signs only, apostrophes inside words gone, one code point for each Romanian letter. */
  readonly text: string;
  /** Some word was written with look-alike letters of another alphabet, which are put right in `text`. */
  readonly hasLookAlikes: boolean;
}

/** Most texts of a large import are plain: they need none of the steps below. */
const PLAIN = /^[ -&(-_a-~]*$/;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** What has to be equal before anything is compared: forms that only a machine tells apart. */
export function cleanName(raw: string): Cleaned {
  const normal = PLAIN.test(raw)
    ? raw
    : raw
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(APOSTROPHES, '')
        .replace(/[şŞţŢ]/g, (letter) => CEDILLA[letter] ?? letter);
  const unmixed = LATIN.test(normal) && CYRILLIC.test(normal) ? normal.replace(WORD, unmixWord) : normal;
  return { text: unmixed.replace(/\s+/g, ' ').trim(), hasLookAlikes: unmixed !== normal };
}
