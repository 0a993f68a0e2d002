import type { NameModes } from '../names/reasons.ts';

export { ALL_MODES, type NameModes } from '../names/reasons.ts';

/** How names are compared, in the order of the switches; all off = letter by letter after NFKC and capitals. */
export const NAME_MODES = [
  'diacritics',
  'transliterated',
  'phonetic',
  'givenNames',
] as const satisfies readonly (keyof NameModes)[];
export type NameMode = (typeof NAME_MODES)[number];
