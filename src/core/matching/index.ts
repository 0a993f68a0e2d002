export { compareBirths, readBirth } from './birth.ts';
export {
  EVIDENCE_KINDS,
  type EvidenceItem,
  type EvidenceKind,
  evidenceOf,
  type MatchSide,
} from './evidence.ts';
export { IDENTITY_RULES, joins, OTHER_KIND, type RuleChanges, ruleChanges } from './rules.ts';
export { type MatchReason, nearestNames, sameName, scorePair, WORTH_A_LOOK } from './score.ts';
export { readSex } from './sex.ts';
