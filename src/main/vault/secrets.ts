import {
  isTooShort,
  PASSPHRASE_POLICY,
  passphraseStrength,
  policyProblem,
} from '../../core/passphrase/index.ts';
import { Failure } from '../../core/result.ts';
import type { KeyFile } from './key-file.ts';
import { recoverySecret } from './recovery-words.ts';
import { openSlot, type Slot } from './slots.ts';

/** What a person has to open a vault with. */
export interface Secret {
  readonly kind: Slot['kind'];
  readonly text: string;
}

export interface Opening {
  /** The caller wipes it. */
  readonly key: Uint8Array;
  readonly slot: Slot;
}

/** The data key and the slot that gave it. Failures: wrong-passphrase, wrong-words, mistyped-words. */
export async function openWith(keys: KeyFile, secret: Secret): Promise<Opening> {
  const text = secret.kind === 'recovery' ? recoverySecret(secret.text) : secret.text;
  for (const slot of keys.slots.filter((one) => one.kind === secret.kind)) {
    const key = await openSlot(text, slot);
    if (key !== null) return { key, slot };
  }
  throw new Failure(secret.kind === 'recovery' ? 'vault.wrong-words' : 'vault.wrong-passphrase');
}

/** The policy of the forms, kept here too. `known` is what is no secret: names of the vault and of the person. */
export async function requireGoodPassphrase(passphrase: string, known: readonly string[]): Promise<void> {
  if (isTooShort(passphrase))
    throw new Failure('vault.weak-passphrase', { minimum: PASSPHRASE_POLICY.minimumLength });
  if (policyProblem(passphrase, await passphraseStrength(passphrase, known)) !== null)
    throw new Failure('vault.guessable-passphrase');
}
