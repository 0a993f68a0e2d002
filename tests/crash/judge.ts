import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../src/main/engine/index.ts';
import { crashEngine } from './engine.ts';
import { ask, type CrashOperation, type Given, PASSPHRASE, VAULT } from './operation.ts';
import { type State, stateOf } from './state.ts';

export interface Expected {
  readonly before: State | null;
  readonly after: State;
}

export interface Reopened {
  readonly engine: Engine;
  readonly passphrase: string;
}

/**
 * Opens the vault of a killed process. Its lock must be explained first; it may be gone only where the act gave it back
 * or had not taken it yet.
 */
export async function reopened(operation: CrashOperation, folder: string): Promise<Reopened> {
  const passphrases = [
    PASSPHRASE,
    ...(operation.newPassphrase === undefined ? [] : [operation.newPassphrase]),
  ];
  const refusals: string[] = [];
  for (const passphrase of passphrases) {
    const engine = crashEngine(folder);
    const refusal = await unlocked(operation, engine, { path: join(folder, VAULT), passphrase });
    if (refusal === null) return { engine, passphrase };
    refusals.push(refusal);
    await engine.close();
  }
  throw new Error(`${operation.name}: the vault does not open: ${refusals.join('; ')}`);
}

async function unlocked(
  operation: CrashOperation,
  engine: Engine,
  input: { path: string; passphrase: string },
): Promise<string | null> {
  const first = await engine.handle('vault.unlock', input);
  if (first.ok && operation.locks !== true && operation.finds === undefined)
    throw new Error(`${operation.name}: the lock of the killed process was overlooked`);
  if (first.ok) return null;
  if (first.error.code !== 'vault.stale-lock') return first.error.code;
  const second = await engine.handle('vault.unlock', { ...input, takeOverLock: true });
  return second.ok ? null : second.error.code;
}

/** What must hold of a vault whatever happened to the process that had it. Answers which state it is in. */
export async function judge(
  operation: CrashOperation,
  folder: string,
  given: Given,
  expected: Expected,
): Promise<'before' | 'after'> {
  if (expected.before === null && !existsSync(join(folder, VAULT))) {
    await again(operation, folder, given);
    return 'before';
  }
  const { engine, passphrase } = await reopened(operation, folder);
  try {
    await requireWhole(operation, engine);
    const found = whichState(operation, stateOf(engine.context.database()), expected, passphrase);
    const state = operation.isDone?.(folder) === true ? 'after' : found;
    await operation.outside?.(engine, folder, given, state);
    if (state === 'before') await repeated(operation, engine, folder, given);
    return state;
  } finally {
    await engine.close();
  }
}

/** What was cut off can be done now. */
async function repeated(
  operation: CrashOperation,
  engine: Engine,
  folder: string,
  given: Given,
): Promise<void> {
  if (operation.finds === 'locked') await ask(engine, 'vault.lock', {});
  await operation.run(engine, folder, given);
  if (operation.locks === true) return;
  const { state } = await ask(engine, 'vault.status', {});
  if (state !== 'unlocked')
    await ask(engine, 'vault.unlock', { path: join(folder, VAULT), passphrase: PASSPHRASE });
  await requireWhole(operation, engine);
}

/** No vault is there: what is left must not stand in the way of making it. */
async function again(operation: CrashOperation, folder: string, given: Given): Promise<void> {
  const engine = crashEngine(folder);
  await operation.run(engine, folder, given);
  await requireWhole(operation, engine);
  await engine.close();
  const left = readdirSync(folder).filter((name) => name.startsWith(VAULT) && name !== VAULT);
  if (left.length > 0) throw new Error(`${operation.name}: ${left.join(', ')} lies about for ever`);
}

async function requireWhole(operation: CrashOperation, engine: Engine): Promise<void> {
  const verified = await ask(engine, 'vault.verify', {});
  if (!verified.ok) throw new Error(`${operation.name}: ${JSON.stringify(verified)}`);
  const broken = engine.context.database().all('PRAGMA foreign_key_check');
  if (broken.length > 0) throw new Error(`${operation.name}: ${broken.length} references lead nowhere`);
}

/** An act that finds the vault locked changes who opens it, or makes it; its unlock afterwards is an act of its own. */
function whichState(
  operation: CrashOperation,
  now: State,
  { before, after }: Expected,
  passphrase: string,
): 'before' | 'after' {
  const isLoose = operation.finds !== undefined;
  if (isLoose && now.tables === after.tables)
    return operation.newPassphrase !== undefined && passphrase !== operation.newPassphrase
      ? 'before'
      : 'after';
  if (now.exact === before?.exact && now.audit === before.audit) return 'before';
  if (now.tables === after.tables && now.audit === after.audit) return 'after';
  throw new Error(`${operation.name}: neither before nor after\n${differences(now, before, after)}`);
}

function differences(now: State, before: State | null, after: State): string {
  const [first, last] = [before?.shape.split(' ') ?? [], after.shape.split(' ')];
  return now.shape
    .split(' ')
    .map((table, at) => ({ table, first: first[at], last: last[at] }))
    .filter((one) => one.table !== one.first || one.table !== one.last)
    .map((one) => `before ${one.first}, now ${one.table}, after ${one.last}`)
    .join('\n');
}
