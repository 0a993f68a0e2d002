export { birthDateReader, compareBirthDates } from './birth.ts';
export { bareNumber, sameNumber } from './numbers.ts';
export {
  comparableNames,
  type HitReason,
  isNamedType,
  scoreOf,
  type WatchNumber,
  type WatchSide,
} from './score.ts';
export {
  DEFAULT_THRESHOLD,
  HIT_STATES,
  type HitState,
  LIST_FIELDS,
  LIST_KINDS,
  type ListKind,
  LOWEST_THRESHOLD,
  STANDINGS,
  type Standing,
  standingOn,
  TEXT_FIELDS,
  type TextField,
} from './terms.ts';
