export { compareNames, type NameComparison, type NameReason } from './compare.ts';
export { givenNameClass } from './given-names.ts';
export { type LabelledPair, type Measurement, measureNames, type ScoredPair } from './measure.ts';
export { type Script, scriptOf, unmixWord } from './script.ts';
export { sortKey } from './sort-key.ts';
export { blockingKeys, soundOf } from './sound.ts';
export { foldLatin, foldName, transliterations } from './transliterate.ts';
export { type NameVerdict, nameVerdict, PLAUSIBLE_NAME } from './verdict.ts';
