import { randomBytes } from 'node:crypto';
import { Failure } from '../../core/result.ts';
import { copyDatabase } from './copy-database.ts';
import type { WritableDatabase } from './database.ts';
import { examineInThread } from './examine-thread.ts';
import { databasePath, named } from './folder.ts';
import { type Change, wordsSlot } from './key-changes.ts';
import type { KeyCost } from './key-cost.ts';
import { type KeyFile, writeKeyFile } from './key-file.ts';
import type { OpenVault } from './open.ts';
import type { VaultProgress } from './progress.ts';
import { newRecoveryWords } from './recovery-words.ts';
import { makeSlot, type Slot } from './slots.ts';
import { discardStaging, makeDurable, newStaging, replaceBy } from './staging.ts';

/** The keys a vault is to have: only those whose secret is at hand can be kept. */
export interface NewKeys {
  readonly key: Uint8Array;
  readonly file: KeyFile;
  readonly recoveryWords: string[];
  readonly kept: string;
  /** Names of those who must be given a passphrase anew. */
  readonly dropped: readonly string[];
}

export async function newKeys(
  keys: KeyFile,
  own: Slot,
  passphrase: string,
  cost: KeyCost | undefined,
): Promise<NewKeys> {
  const key = randomBytes(32);
  const recoveryWords = newRecoveryWords();
  const slots = [
    await makeSlot(passphrase, key, { kind: 'passphrase', name: own.name, cost }),
    await wordsSlot(recoveryWords, key, cost),
  ];
  const others = keys.slots.filter((slot) => slot.kind === 'passphrase' && slot.name !== own.name);
  const { change: _done, ...rest } = keys;
  return {
    key,
    file: { ...rest, slots },
    recoveryWords,
    kept: own.name,
    dropped: others.map((slot) => slot.name),
  };
}

/**
 * Encrypts the whole vault under the new key: a copy is made and encrypted anew while others may only read, compared
 * with what was there, and takes the place of the old one together with its keys. `alone` waits until no other job has
 * the vault open.
 */
export async function rekeyVault(
  vault: OpenVault,
  wish: NewKeys & Change,
  progress: VaultProgress,
  alone: () => Promise<void>,
): Promise<void> {
  const staging = newStaging(vault.path);
  const reader = vault.connect();
  try {
    await encryptCopy(vault, reader, staging, wish, progress);
    await alone();
    progress.phase('switching');
    reader.execute('ROLLBACK');
    vault.reopen(wish.key, () => replaceBy(vault.path, staging));
  } catch (error) {
    discardStaging(staging);
    throw named(error, vault.path);
  } finally {
    reader.close();
    wish.key.fill(0);
  }
}

async function encryptCopy(
  vault: OpenVault,
  reader: WritableDatabase,
  staging: string,
  { key: newKey, file, actor, at, kept, dropped }: NewKeys & Change,
  progress: VaultProgress,
): Promise<void> {
  const path = databasePath(staging);
  progress.phase('copying');
  const { auditHead } = await copyDatabase(
    reader,
    { vault: vault.path, target: path, company: 'alone' },
    progress,
  );
  progress.phase('encrypting');
  const key = vault.copyOfKey();
  const entry = { at, actor, action: 'rekey', object: 'vault', details: { kept, dropped } };
  try {
    const found = await examineInThread({ path, key, newKey, entry }, progress);
    if (found.integrity !== 'ok' || found.auditHead !== auditHead)
      throw new Failure('vault.copy-differs', { path: vault.path });
  } finally {
    key.fill(0);
  }
  writeKeyFile(staging, file);
  await makeDurable(staging);
  await progress.breathe();
}
