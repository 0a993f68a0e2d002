import { v7 } from 'uuid';
import { Failure } from '../../core/result.ts';
import { appendAudit } from './audit.ts';
import type { WritableDatabase } from './database.ts';
import type { KeyCost } from './key-cost.ts';
import { type KeyChange, type KeyFile, writeKeyFile } from './key-file.ts';
import { newRecoveryWords, recoverySecret } from './recovery-words.ts';
import { readSetting, writeSetting } from './setting.ts';
import { makeSlot, type Slot } from './slots.ts';

const RECORDED = 'keys.recorded-change';
export const RECOVERY_NAME = 'recovery';
const LONGEST_NAME = 80;

/** Who changes the keys, and when. */
export interface Change {
  readonly actor: string;
  readonly at: number;
}

/** What the slots are to be, and what the chain says of it. */
export interface KeyPlan {
  readonly slots: readonly Slot[];
  readonly action: KeyChange['action'];
  readonly object: string;
  readonly details?: Readonly<Record<string, string>>;
}

function nameOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME);
}

/** A name two people could not be told apart by is refused. */
function requireFreeName(slots: readonly Slot[], name: string): string {
  const clean = nameOf(name);
  const same = (one: Slot): boolean => one.name.toLocaleLowerCase() === clean.toLocaleLowerCase();
  if (clean === '' || slots.some((slot) => slot.kind === 'passphrase' && same(slot)))
    throw new Failure('vault.key-name', { name: clean });
  return clean;
}

export function passphraseSlot(keys: KeyFile, name: string): Slot {
  const found = keys.slots.find((slot) => slot.kind === 'passphrase' && slot.name === name);
  if (found === undefined) throw new Failure('vault.no-such-key', { name });
  return found;
}

export async function planToAdd(
  keys: KeyFile,
  key: Uint8Array,
  wish: { name: string; passphrase: string; cost: KeyCost | undefined },
): Promise<KeyPlan> {
  const name = requireFreeName(keys.slots, wish.name);
  const slot = await makeSlot(wish.passphrase, key, { kind: 'passphrase', name, cost: wish.cost });
  return { slots: [...keys.slots, slot], action: 'key-add', object: `key:${name}` };
}

/** Another passphrase, another name or both for one slot, which keeps its place. */
export async function planToChange(
  keys: KeyFile,
  key: Uint8Array,
  wish: { name: string; newName: string; passphrase: string; cost: KeyCost | undefined },
): Promise<KeyPlan> {
  const old = passphraseSlot(keys, wish.name);
  const others = keys.slots.filter((slot) => slot !== old);
  const name = requireFreeName(others, wish.newName);
  const slot = await makeSlot(wish.passphrase, key, { kind: 'passphrase', name, cost: wish.cost });
  const slots = keys.slots.map((one) => (one === old ? slot : one));
  const details = name === old.name ? {} : { before: old.name };
  return { slots, action: 'key-change', object: `key:${name}`, details };
}

/** `opener` is the slot that a secret at hand opens: it must be another one, so that somebody can always open. */
export function planToRemove(keys: KeyFile, opener: Slot, name: string): KeyPlan {
  const old = passphraseSlot(keys, name);
  const slots = keys.slots.filter((slot) => slot !== old);
  if (old === opener || !slots.some((slot) => slot.kind === 'passphrase'))
    throw new Failure('vault.last-key', { name });
  return { slots, action: 'key-remove', object: `key:${name}` };
}

/** New words in place of the old ones, which open nothing any more. */
export async function planNewWords(
  keys: KeyFile,
  key: Uint8Array,
  cost: KeyCost | undefined,
): Promise<KeyPlan & { recoveryWords: string[] }> {
  const recoveryWords = newRecoveryWords();
  const slot = await wordsSlot(recoveryWords, key, cost);
  const slots = [...keys.slots.filter((one) => one.kind !== 'recovery'), slot];
  return { slots, action: 'words-new', object: `key:${RECOVERY_NAME}`, recoveryWords };
}

export function wordsSlot(
  words: readonly string[],
  key: Uint8Array,
  cost: KeyCost | undefined,
): Promise<Slot> {
  return makeSlot(recoverySecret(words.join(' ')), key, { kind: 'recovery', name: RECOVERY_NAME, cost });
}

/** Writes the slots together with what was done, so that no change of them can miss the chain. */
export function writePlan(folder: string, keys: KeyFile, plan: KeyPlan, { actor, at }: Change): KeyFile {
  const { action, object, details = {} } = plan;
  const change = { id: v7(), at, actor, action, object, details: { ...details } };
  const written: KeyFile = { ...keys, slots: [...plan.slots], change };
  writeKeyFile(folder, written);
  return written;
}

/** Puts the last change of the slots into the chain, once; after a kill the next unlock does it. */
export function recordKeyChange(database: WritableDatabase, { change }: KeyFile): void {
  if (change === undefined) return;
  database.transaction(() => {
    if (readSetting(database, RECORDED) === change.id) return;
    const { at, actor, action, object, details } = change;
    appendAudit(database, { at, actor, action, object, details });
    writeSetting(database, RECORDED, change.id);
  });
}
