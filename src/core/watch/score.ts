import { compareNames, type NameComparison } from '../names/index.ts';
import { compareBirthDates } from './birth.ts';
import { sameNumber } from './numbers.ts';

/** A number as it is compared. */
export interface WatchNumber {
  readonly kind: string;
  readonly value: string;
}

/** What is compared of an entry of a list, and of an entity of the vault. */
export interface WatchSide {
  /** Type of entity; null where a list does not say what its entry is. */
  readonly type: string | null;
  readonly names: readonly string[];
  /** Partial dates. */
  readonly births: readonly string[];
  /** ISO 3166 codes, or as written. */
  readonly nationalities: readonly string[];
  readonly numbers: readonly WatchNumber[];
}

/** Codes of what speaks for a hit or against it; `of` is the kind of number or what was found between the names. */
export interface HitReason {
  readonly code:
    | 'number'
    | 'number-possible'
    | 'name'
    | 'name-differs'
    | 'one-word'
    | 'birth-same'
    | 'birth-fits'
    | 'birth-swapped'
    | 'birth-differs'
    | 'nationality-same'
    | 'nationality-differs';
  readonly of?: string;
}
interface Score {
  readonly score: number;
  readonly reasons: readonly HitReason[];
}

/** A number whose country one side does not say. */
const POSSIBLE = 0.9;
/** A name of one word is borne by many. */
const ONE_WORD = 0.8;
const DIFFERENT_BIRTH = 0.7;
/** Names below this are told of where only the number is the same: papers of one in the hands of another. */
const OTHER_NAME = 0.6;
const LONGEST_NAME = 200;
const MOST_NAMES = 12;

/** Types whose labels are names, and what is compared as what. */
const GROUPS: Readonly<Record<string, 'person' | 'organisation' | 'vessel'>> = {
  person: 'person',
  organisation: 'organisation',
  criminal_group: 'organisation',
  vessel: 'vessel',
};

/** Whether things of this type are found by name. */
export function isNamedType(type: string | null): boolean {
  return type === null || GROUPS[type] !== undefined;
}

/** Names short enough to be compared; what is longer is a text and stays with its row. */
export function comparableNames(names: readonly string[]): string[] {
  const whole = names.map((name) => name.normalize('NFKC').replace(/\s+/gu, ' ').trim());
  return [...new Set(whole)].filter((name) => name.length > 1 && name.length <= LONGEST_NAME);
}

/**
 * How much an entry and an entity have in common: a number of one kind and country decides, names and dates of birth
 * are weighed. Null below the measure.
 */
export function scoreOf(entry: WatchSide, entity: WatchSide, threshold: number): Score | null {
  const numbers = numberReasons(entry, entity);
  const byNumber = numbers.some(({ code }) => code === 'number') ? 1 : numbers.length > 0 ? POSSIBLE : 0;
  const named = nameScore(entry, entity, byNumber > 0 ? 0 : threshold);
  if (byNumber === 0 && (named === null || named.score < threshold)) return null;
  const score = Math.max(byNumber, named?.score ?? 0);
  const reasons = [...numbers, ...(named?.reasons ?? [])];
  return { score: Math.round(score * 1000) / 1000, reasons };
}

function numberReasons(entry: WatchSide, entity: WatchSide): HitReason[] {
  if (entry.numbers.length === 0 || entity.numbers.length === 0) return [];
  const found = new Map<string, HitReason>();
  for (const own of entry.numbers) {
    for (const other of entity.numbers) {
      if (own.kind !== other.kind) continue;
      const verdict = sameNumber(own.kind, own.value, other.value);
      if (verdict === 'same') found.set(own.kind, { code: 'number', of: own.kind });
      else if (verdict === 'possible' && !found.has(own.kind))
        found.set(own.kind, { code: 'number-possible', of: own.kind });
    }
  }
  return [...found.values()];
}

function nameScore(entry: WatchSide, entity: WatchSide, atLeast: number): Score | null {
  const group = GROUPS[entity.type ?? ''];
  if (group === undefined || (entry.type !== null && GROUPS[entry.type] !== group)) return null;
  const birth = compareBirthDates(entry.births, entity.births);
  if (birth === 'differs' && atLeast > DIFFERENT_BIRTH) return null;
  const best = bestNames(entry.names, entity.names, group === 'person' ? 'person' : 'organisation');
  if (best === null) return null;
  const reasons: HitReason[] =
    best.score < OTHER_NAME
      ? [{ code: 'name-differs' }]
      : best.reasons.map((reason) => ({ code: 'name', of: reason }));
  let score = best.score;
  if (group === 'person' && best.isOneWord && birth !== 'same') {
    score = Math.min(score, ONE_WORD);
    reasons.push({ code: 'one-word' });
  }
  const nationality = nationalityReason(entry, entity);
  if (birth !== null) reasons.push({ code: `birth-${birth}` });
  if (nationality !== null) reasons.push(nationality);
  return { score: weighed(score, birth, nationality), reasons };
}

const NEARER: Readonly<Record<string, number>> = { same: 0.4, fits: 0.15, swapped: 0.1 };

function weighed(
  score: number,
  birth: ReturnType<typeof compareBirthDates>,
  nationality: HitReason | null,
): number {
  if (birth === 'differs') return score * DIFFERENT_BIRTH;
  const alike = nationality?.code === 'nationality-same' ? 0.05 : 0;
  return score + (1 - score) * ((birth === null ? 0 : (NEARER[birth] ?? 0)) + alike);
}

function nationalityReason(entry: WatchSide, entity: WatchSide): HitReason | null {
  if (entry.nationalities.length === 0 || entity.nationalities.length === 0) return null;
  const isSame = entry.nationalities.some((one) => entity.nationalities.includes(one));
  return { code: isSame ? 'nationality-same' : 'nationality-differs' };
}

type BestNames = NameComparison & { readonly isOneWord: boolean };

function bestNames(
  entryNames: readonly string[],
  entityNames: readonly string[],
  kind: 'person' | 'organisation',
): BestNames | null {
  let best: BestNames | null = null;
  for (const left of entryNames.slice(0, MOST_NAMES)) {
    for (const right of entityNames.slice(0, MOST_NAMES)) {
      const found = compareNames(left, right, { kind });
      if (best !== null && found.score <= best.score) continue;
      best = { ...found, isOneWord: !(left.includes(' ') && right.includes(' ')) };
      if (best.score >= 1) return best;
    }
  }
  return best;
}
