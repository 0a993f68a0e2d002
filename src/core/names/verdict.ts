/** What a score says, in the words a person is told. A ranking signal: nothing is merged on it. */
export type NameVerdict = 'same' | 'plausible' | 'borderline' | 'different';

/** From here on two names are shown as perhaps one: the threshold used wherever none is given. */
export const PLAUSIBLE_NAME = 0.7;

export function nameVerdict(score: number): NameVerdict {
  if (score >= 0.95) return 'same';
  if (score >= PLAUSIBLE_NAME) return 'plausible';
  return score >= 0.4 ? 'borderline' : 'different';
}
