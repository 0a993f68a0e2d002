export { ALL_MODES, NAME_MODES, type NameMode, type NameModes } from './modes.ts';
export { asksAnything, asksOfContent, parseSearch } from './parse.ts';
export { bareKey, fitsPattern, fixedParts, hasGaps, numberKey } from './pattern.ts';
export { wordsIn } from './plain.ts';
export {
  asksContent,
  type DayRange,
  PROBLEM_CODES,
  type ProblemCode,
  type SearchProblem,
  type SearchQuery,
  type SearchTerm,
} from './query.ts';
export { goesOnFrom } from './refine.ts';
