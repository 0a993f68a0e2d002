export const MINIMUM_PASSPHRASE = 12;

/** What is wrong with a new passphrase, as a message key; null when it may be used. */
export function passphraseProblem(passphrase: string, again: string): string | null {
  if ([...passphrase].length < MINIMUM_PASSPHRASE) return 'casefile:vault.create.short';
  return passphrase === again ? null : 'casefile:vault.create.different';
}
