import { named, ownerLock, requireVaultFolder, vaultName } from './folder.ts';
import { type Change, type KeyPlan, planToAdd, planToChange, writePlan } from './key-changes.ts';
import type { KeyCost } from './key-cost.ts';
import type { KeyFile } from './key-file.ts';
import { readKeyFile } from './key-file.ts';
import { finishCutOff } from './open.ts';
import { requireUnowned } from './owner-lock.ts';
import { openWith, requireGoodPassphrase } from './secrets.ts';

export interface Recovery extends Change {
  readonly words: string;
  readonly passphrase: string;
  /** Whose key it becomes. */
  readonly name: string;
  readonly takeOverLock?: boolean | undefined;
  readonly cost?: KeyCost | undefined;
}

/**
 * A passphrase by the 24 words, for a vault that is locked; the data are not touched. It takes the place of the only
 * passphrase there is, or of the one with this name; where several people have keys nobody loses his.
 */
export async function recoverVault(path: string, wish: Recovery): Promise<void> {
  const takeOver = wish.takeOverLock ?? false;
  finishCutOff(path, takeOver);
  requireVaultFolder(path);
  requireUnowned(path, takeOver);
  const { keys } = readKeyFile(path);
  const { key } = await openWith(keys, { kind: 'recovery', text: wish.words });
  let release: () => void = () => undefined;
  try {
    await requireGoodPassphrase(wish.passphrase, [wish.name, vaultName(path)]);
    const plan = await planOf(keys, key, wish);
    release = ownerLock(path, takeOver);
    writePlan(path, keys, { ...plan, action: 'recover' }, wish);
  } catch (error) {
    throw named(error, path);
  } finally {
    key.fill(0);
    release();
  }
}

function planOf(keys: KeyFile, key: Uint8Array, wish: Recovery): Promise<KeyPlan> {
  const { passphrase, cost } = wish;
  const people = keys.slots.filter((slot) => slot.kind === 'passphrase');
  const own = people.length === 1 ? people[0] : people.find((slot) => slot.name === wish.name);
  if (own === undefined) return planToAdd(keys, key, { name: wish.name, passphrase, cost });
  return planToChange(keys, key, { name: own.name, newName: own.name, passphrase, cost });
}
