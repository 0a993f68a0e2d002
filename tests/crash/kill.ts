import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashEngine } from './engine.ts';
import { type Expected, judge, reopened } from './judge.ts';
import { ask, type CrashOperation, type Given, PASSPHRASE, VAULT } from './operation.ts';
import { type Moment, momentsOf } from './plan.ts';
import { runAndKill } from './process.ts';
import { type State, stateOf } from './state.ts';

export interface KillReport {
  readonly operation: string;
  readonly kills: number;
  /** Killed at a boundary between two steps on the disk, of so many steps; the others at a moment in time. */
  readonly atSteps: number;
  readonly steps: number;
  /** How often the vault then held the state before, and the state after. */
  readonly before: number;
  readonly after: number;
  /** How long the whole act takes, and all its kills took. */
  readonly milliseconds: number;
  readonly seconds: number;
}

interface Prepared {
  readonly folder: string;
  readonly given: Given;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'iforce-crash-'));

async function prepare(operation: CrashOperation): Promise<Prepared> {
  const folder = newFolder();
  const engine = crashEngine(folder);
  if (operation.finds === 'nothing') return { folder, given: await operation.prepare(engine, folder, []) };
  const path = join(folder, VAULT);
  const made = await ask(engine, 'vault.create', { path, passphrase: PASSPHRASE, slotName: 'analyst' });
  await ask(engine, 'exchange.keys', {});
  const given = await operation.prepare(engine, folder, made.recoveryWords);
  await engine.close();
  return { folder, given };
}

/** Works on a copy that goes afterwards. */
async function onCopy<T>(prepared: Prepared, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = newFolder();
  try {
    cpSync(prepared.folder, folder, { recursive: true });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stateIn(operation: CrashOperation, folder: string): Promise<State> {
  const { engine } = await reopened(operation, folder);
  try {
    return stateOf(engine.context.database());
  } finally {
    await engine.close();
  }
}

/** The two states there may be, reached in the same way as after each kill: the process dies, the vault is opened. */
async function reference(operation: CrashOperation, prepared: Prepared) {
  const act = (folder: string, moment: Moment | null) =>
    runAndKill(operation, folder, prepared.given, moment);
  const before =
    operation.finds === 'nothing'
      ? null
      : await onCopy(prepared, async (folder) => {
          await act(folder, { blow: { step: 1, half: false } });
          return stateIn(operation, folder);
        });
  return onCopy(prepared, async (folder) => {
    const { kinds, milliseconds } = await act(folder, null);
    if (kinds === null) throw new Error(`${operation.name}: the whole act was not done`);
    return { kinds, milliseconds, expected: { before, after: await stateIn(operation, folder) } };
  });
}

/** Kills the operation at `kills` moments, by steps and by time, and judges what each leaves. */
export async function killMany(
  operation: CrashOperation,
  kills: number,
  random: () => number,
): Promise<KillReport> {
  const began = performance.now();
  const prepared = await prepare(operation);
  const { kinds, milliseconds, expected } = await reference(operation, prepared);
  const counts = { before: 0, after: 0 };
  const moments = momentsOf(kinds, kills, random);
  for (const moment of moments)
    counts[await killOnce(operation, prepared, expected, moment, milliseconds)] += 1;
  rmSync(prepared.folder, { recursive: true, force: true });
  return {
    operation: operation.name,
    kills: moments.length,
    atSteps: moments.filter((moment) => 'blow' in moment).length,
    steps: kinds.length,
    ...counts,
    milliseconds: Math.round(milliseconds),
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
}

async function killOnce(
  operation: CrashOperation,
  prepared: Prepared,
  expected: Expected,
  moment: Moment,
  milliseconds: number,
): Promise<'before' | 'after'> {
  return onCopy(prepared, async (folder) => {
    await runAndKill(operation, folder, prepared.given, moment, milliseconds);
    try {
      return await judge(operation, folder, prepared.given, expected);
    } catch (error) {
      throw new Error(`killed at ${JSON.stringify(moment)}: ${(error as Error).message}`, { cause: error });
    }
  });
}
