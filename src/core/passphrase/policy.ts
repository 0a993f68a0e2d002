/**
 * What a passphrase must be, asked alike by the form that takes it and by the engine that makes a key of it.
 * With a second for each guess, ten thousand machines need a fortnight for 10^10 guesses.
 */
export const PASSPHRASE_POLICY = { minimumLength: 12, minimumGuessesLog10: 10 } as const;

/** From here on more strength is of no use to anybody. */
const STRONG_LOG10 = 14;
const AT_ONCE_LOG10 = 6;

export type StrengthGrade = 'at-once' | 'weak' | 'good' | 'strong';

/** What a guesser would try first. */
export type WeakSpot = 'common' | 'word' | 'name' | 'keys' | 'repeat' | 'sequence' | 'date' | 'known' | 'few';

export interface PassphraseStrength {
  /** Power of ten of the guesses a good guesser needs. */
  readonly guessesLog10: number;
  /** Null where nothing stands out. */
  readonly weakSpot: WeakSpot | null;
}

export function gradeOf({ guessesLog10 }: PassphraseStrength): StrengthGrade {
  if (guessesLog10 < AT_ONCE_LOG10) return 'at-once';
  if (guessesLog10 < PASSPHRASE_POLICY.minimumGuessesLog10) return 'weak';
  return guessesLog10 < STRONG_LOG10 ? 'good' : 'strong';
}

export function isTooShort(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC')].length < PASSPHRASE_POLICY.minimumLength;
}

/** What the policy has against it; null where it may be used. */
export function policyProblem(
  passphrase: string,
  strength: PassphraseStrength,
): 'short' | 'guessable' | null {
  if (isTooShort(passphrase)) return 'short';
  return strength.guessesLog10 < PASSPHRASE_POLICY.minimumGuessesLog10 ? 'guessable' : null;
}
