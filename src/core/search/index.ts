export { asksAnything, asksOfContent, parseSearch } from './parse.ts';
export { bareKey, fitsPattern, fixedParts, hasGaps, numberKey } from './pattern.ts';
export { wordsIn } from './plain.ts';
export {
  asksContent,
  type DayRange,
  type ProblemCode,
  type SearchProblem,
  type SearchQuery,
  type SearchTerm,
} from './query.ts';
