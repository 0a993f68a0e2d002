import { compareNames, foldName } from '../names/index.ts';
import { type BirthRelation, nearestBirths } from './birth.ts';
import type { MatchSide } from './evidence.ts';
import { joins, type RuleChanges } from './rules.ts';

/** What speaks for or against a pair; sentence under `matching:reason.<code>`. */
export type MatchCode =
  | 'nameSame'
  | 'nameSimilar'
  | 'nameDifferent'
  | 'birthSame'
  | 'birthCompatible'
  | 'birthSwapped'
  | 'birthSlip'
  | 'birthConflict'
  | 'identifierSame'
  | 'identifierShared'
  | 'identifierConflict'
  | 'sexDifferent'
  | 'placeShared'
  | 'neighboursShared';

export interface MatchReason {
  readonly code: MatchCode;
  /** Above zero it speaks for the pair, below zero against. */
  readonly weight: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Match {
  /** Ranking signal 0…1, not a probability. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** From here on a pair is worth a person's look: the same name alone is above, a similar one alone below. */
export const WORTH_A_LOOK = 0.5;
/** Where nothing is known the answer is no. */
const PRIOR = -1;

const BIRTH: Readonly<Record<BirthRelation, readonly [MatchCode, number]>> = {
  same: ['birthSame', 2.5],
  compatible: ['birthCompatible', 0.6],
  swapped: ['birthSwapped', 0.4],
  slip: ['birthSlip', -0.6],
  conflict: ['birthConflict', -3.5],
};
const SAME_NUMBER = 5;
const SHARED_NUMBER = 1.5;
const OTHER_NUMBER = -5;
const OTHER_SEX = -2.5;
const PLACE = 0.5;
const MOST_OF_PLACES = 1;
const MOST_OF_NEIGHBOURS = 2;
/** Kinds of which one person or company has one in a country. */
const ONE_PER_COUNTRY: readonly string[] = ['personal-number', 'company-number'];

/** Weighs everything two records have; each sign adds or takes away, and says so. */
export function scorePair(left: MatchSide, right: MatchSide, rules: RuleChanges): Match {
  const reasons = [
    ...names(left, right),
    ...births(left, right),
    ...identifiers(left, right, rules),
    ...sexes(left, right),
    ...places(left, right),
    ...neighbours(left, right),
  ];
  const sum = reasons.reduce((total, { weight }) => total + weight, PRIOR);
  const score = Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
  return { score, reasons: reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)) };
}

/** The two names that are nearest to each other; null where one record has none. */
export function nearestNames(left: MatchSide, right: MatchSide) {
  const kind = left.type === 'person' ? 'person' : 'organisation';
  let best: { first: string; second: string; score: number } | null = null;
  for (const first of left.names) {
    for (const second of right.names) {
      const { score } = sameName(first, second, kind);
      if (best === null || score > best.score) best = { first, second, score };
    }
  }
  return best;
}

/** The one call of the comparison of names, so that pair and screen compare alike. */
export function sameName(first: string, second: string, kind: 'person' | 'organisation') {
  return compareNames(first, second, { kind });
}

function names(left: MatchSide, right: MatchSide): MatchReason[] {
  const best = nearestNames(left, right);
  if (best === null) return [];
  const { first, second, score } = best;
  const params = { first, second, score: Math.round(score * 100) };
  if (score >= 0.95) return [{ code: 'nameSame', weight: 2.5, params }];
  if (score >= 0.7) return [{ code: 'nameSimilar', weight: 6 * (score - 0.7) + 0.5, params }];
  return [{ code: 'nameDifferent', weight: Math.max(-3, 7 * (score - 0.75)), params }];
}

function births(left: MatchSide, right: MatchSide): MatchReason[] {
  const nearest = nearestBirths(left.births, right.births);
  if (nearest === null) return [];
  const [code, weight] = BIRTH[nearest.relation];
  return [{ code, weight, params: { first: nearest.left, second: nearest.right } }];
}

function identifiers(left: MatchSide, right: MatchSide, rules: RuleChanges): MatchReason[] {
  const theirs = new Set(right.identifiers.map(({ kind, value }) => `${kind}|${value}`));
  const same = left.identifiers.filter(({ kind, value }) => theirs.has(`${kind}|${value}`));
  const found = same.map(({ kind, value }): MatchReason => {
    const isStrong = joins(left.type, kind, rules) || ONE_PER_COUNTRY.includes(kind);
    const code = isStrong ? 'identifierSame' : 'identifierShared';
    return { code, weight: isStrong ? SAME_NUMBER : SHARED_NUMBER, params: { kind, value } };
  });
  const conflict = ONE_PER_COUNTRY.filter((kind) => !same.some((one) => one.kind === kind))
    .map((kind) => conflictOf(kind, left, right))
    .find((one) => one !== null);
  return conflict === undefined || conflict === null ? found : [...found, conflict];
}

/** Two different numbers of one country and one form. Ukraine gives a person two of different length. */
function conflictOf(kind: string, left: MatchSide, right: MatchSide): MatchReason | null {
  const of = (side: MatchSide): string[] =>
    side.identifiers.flatMap((one) => (one.kind === kind && !one.value.startsWith('??') ? [one.value] : []));
  for (const first of of(left)) {
    const second = of(right).find(
      (one) => one.split(':')[0] === first.split(':')[0] && one.length === first.length,
    );
    if (second !== undefined)
      return { code: 'identifierConflict', weight: OTHER_NUMBER, params: { kind, first, second } };
  }
  return null;
}

function sexes(left: MatchSide, right: MatchSide): MatchReason[] {
  const first = left.sexes[0];
  const second = right.sexes[0];
  if (first === undefined || second === undefined || left.sexes.some((one) => right.sexes.includes(one)))
    return [];
  return [{ code: 'sexDifferent', weight: OTHER_SEX, params: { first, second } }];
}

function places(left: MatchSide, right: MatchSide): MatchReason[] {
  const theirs = new Set(right.places.map(foldName));
  const shared = left.places.filter((place) => theirs.has(foldName(place)));
  if (shared.length === 0) return [];
  const weight = Math.min(MOST_OF_PLACES, PLACE * shared.length);
  return [{ code: 'placeShared', weight, params: { places: shared.slice(0, 3).join(', ') } }];
}

/** A contact few others have says much, one that everybody calls says nearly nothing. */
function neighbours(left: MatchSide, right: MatchSide): MatchReason[] {
  const theirs = new Set(right.neighbours.map(({ id }) => id));
  const shared = left.neighbours.filter(({ id }) => theirs.has(id));
  if (shared.length === 0) return [];
  const sum = shared.reduce((total, { degree }) => total + 1 / Math.log2(2 + degree), 0);
  const weight = Math.round(Math.min(MOST_OF_NEIGHBOURS, sum) * 100) / 100;
  return [{ code: 'neighboursShared', weight, params: { number: shared.length } }];
}
