export { blockingKeys, givenNameKeys } from './blocking.ts';
export { compareNames, type NameComparison, type NameWish } from './compare.ts';
export { daitchMokotoff } from './daitch-mokotoff.ts';
export { defaultGivenNames, type GivenNameEntry, type GivenNames, givenNamesFrom } from './given-names.ts';
export type { LegalForm } from './legal-forms.ts';
export { type MarkedWord, markWords } from './marked-words.ts';
export { type LabelledPair, type Measurement, measureNames, type ScoredPair } from './measure.ts';
export { type ParsedOrganisation, parseOrganisationName } from './parse-organisation.ts';
export { type ParsedPerson, parsePersonName } from './parse-person.ts';
export { type PreparedName, prepareName } from './prepare.ts';
export {
  ALL_MODES,
  NAME_REASONS,
  type NameModes,
  type NameReason,
  type WordReason,
  type WordVerdict,
} from './reasons.ts';
export { type Script, scriptOf, unmixWord } from './script.ts';
export { sortKey } from './sort-key.ts';
export { foldLatin, foldName, transliterations } from './transliterate.ts';
export { type NameVerdict, nameVerdict, PLAUSIBLE_NAME } from './verdict.ts';
