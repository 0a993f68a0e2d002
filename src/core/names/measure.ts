/** Two names and what a person says of them. */
export interface LabelledPair {
  readonly left: string;
  readonly right: string;
  readonly isMatch: boolean;
}

export interface ScoredPair<P extends LabelledPair> {
  readonly pair: P;
  readonly score: number;
}

export interface Measurement<P extends LabelledPair> {
  readonly pairs: number;
  readonly matches: number;
  readonly threshold: number;
  readonly found: number;
  /** Called a match, and is none. */
  readonly wronglyFound: number;
  readonly missed: number;
  readonly rightlyLeft: number;
  /** Null where nothing was called a match: there is no share of nothing. */
  readonly precision: number | null;
  /** Null where the list holds no match. */
  readonly recall: number | null;
  readonly f1: number | null;
  /** In the order of the list. */
  readonly wrong: readonly ScoredPair<P>[];
}

/** How far a score agrees with what people say of the same pairs, where `threshold` and above is called a match. */
export function measureNames<P extends LabelledPair>(
  scored: readonly ScoredPair<P>[],
  threshold: number,
): Measurement<P> {
  const isCalled = ({ score }: ScoredPair<P>): boolean => score >= threshold;
  const matches = scored.filter(({ pair }) => pair.isMatch);
  const found = matches.filter(isCalled).length;
  const wronglyFound = scored.filter((one) => !one.pair.isMatch && isCalled(one)).length;
  const precision = share(found, found + wronglyFound);
  const recall = share(found, matches.length);
  return {
    pairs: scored.length,
    matches: matches.length,
    threshold,
    found,
    wronglyFound,
    missed: matches.length - found,
    rightlyLeft: scored.length - matches.length - wronglyFound,
    precision,
    recall,
    f1: share(2 * found, matches.length + found + wronglyFound),
    wrong: scored.filter((one) => isCalled(one) !== one.pair.isMatch),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
