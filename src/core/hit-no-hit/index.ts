export {
  type Bureau,
  HIT_FORMAT,
  HIT_VERSION,
  type HitDocument,
  MOST_BYTES,
  MOST_KEYS,
  padded,
  readHitDocument,
} from './document.ts';
export { HIT_KINDS, type HitKind, NAME_AND_BIRTH } from './kinds.ts';
export { nameKeySample } from './name-keys.ts';
export { type ComparedRecord, type ComparisonKey, comparisonKeys, hashedText } from './record.ts';
