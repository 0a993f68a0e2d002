import {
  isTooShort,
  PASSPHRASE_POLICY,
  type PassphraseStrength,
  policyProblem,
} from '../../core/passphrase/policy.ts';

export const MINIMUM_PASSPHRASE = PASSPHRASE_POLICY.minimumLength;

/** What is wrong with a new passphrase, as a message key; null when it may be used. Unmeasured, it may not be yet. */
export function passphraseProblem(
  passphrase: string,
  again: string,
  strength: PassphraseStrength | null,
): string | null {
  if (isTooShort(passphrase)) return 'casefile:vault.create.short';
  if (strength === null) return 'keys:strength.measuring';
  if (policyProblem(passphrase, strength) !== null) return 'keys:strength.guessable';
  return passphrase === again ? null : 'casefile:vault.create.different';
}
