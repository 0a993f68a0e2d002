export { compareNames, type NameComparison, type NameReason } from './compare.ts';
export { givenNameClass, givenNamesLike } from './given-names.ts';
export { type Script, scriptOf, unmixWord } from './script.ts';
export { sortKey } from './sort-key.ts';
export { blockingKeys, soundOf } from './sound.ts';
export { foldLatin, foldName, transliterations } from './transliterate.ts';
