import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from '../../src/main/engine/index.ts';
import { crashEngine } from './engine.ts';
import { ask, type CrashOperation, type Given, PASSPHRASE, VAULT } from './operation.ts';
import { type State, stateOf } from './state.ts';

const CHILD = resolve('tests/crash/child.ts');

export interface KillReport {
  readonly operation: string;
  readonly kills: number;
  /** How often the vault then held the state before, and the state after. */
  readonly before: number;
  readonly after: number;
  readonly milliseconds: number;
}

interface Prepared {
  readonly folder: string;
  readonly given: Given;
  readonly before: State | null;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'iforce-crash-'));

async function unlocked(folder: string): Promise<Engine> {
  const engine = crashEngine(folder);
  await ask(engine, 'vault.unlock', {
    path: join(folder, VAULT),
    passphrase: PASSPHRASE,
    takeOverLock: true,
  });
  return engine;
}

async function prepare(operation: CrashOperation): Promise<Prepared> {
  const folder = newFolder();
  const engine = crashEngine(folder);
  if (operation.needsVault === false)
    return { folder, given: await operation.prepare(engine, folder), before: null };
  await ask(engine, 'vault.create', {
    path: join(folder, VAULT),
    passphrase: PASSPHRASE,
    slotName: 'analyst',
  });
  const given = await operation.prepare(engine, folder);
  await ask(engine, 'exchange.keys', {});
  const before = stateOf(engine.context.database());
  await engine.close();
  return { folder, given, before };
}

async function started(operation: CrashOperation, folder: string, given: Given): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CHILD, folder, operation.name, JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ready = once(child.stdout as NodeJS.ReadableStream, 'data');
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${operation.name}: the child ended before it began: ${said}`);
  });
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  return child;
}

/** One whole run: how long it takes and what it leads to. */
async function reference(operation: CrashOperation, prepared: Prepared) {
  const folder = newFolder();
  cpSync(prepared.folder, folder, { recursive: true });
  const child = await started(operation, folder, prepared.given);
  const begun = performance.now();
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  const milliseconds = performance.now() - begun;
  await once(child, 'exit');
  const engine = await unlocked(folder);
  const after = stateOf(engine.context.database());
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
  return { milliseconds, after };
}

/** What must hold of a vault whatever happened to the process that had it. */
async function judge(
  operation: CrashOperation,
  prepared: Prepared,
  folder: string,
  after: State,
): Promise<'before' | 'after'> {
  if (prepared.before === null && !existsSync(join(folder, VAULT))) {
    const engine = crashEngine(folder);
    await operation.run(engine, folder, prepared.given);
    await engine.close();
    return 'before';
  }
  const engine = await unlocked(folder);
  try {
    const database = engine.context.database();
    const verified = await ask(engine, 'vault.verify', {});
    if (!verified.ok) throw new Error(`${operation.name}: ${JSON.stringify(verified)}`);
    const broken = database.all('PRAGMA foreign_key_check');
    if (broken.length > 0) throw new Error(`${operation.name}: ${broken.length} references lead nowhere`);
    const now = stateOf(database);
    if (now.exact !== prepared.before?.exact && now.shape !== after.shape)
      throw new Error(
        `${operation.name}: neither before nor after\nbefore ${prepared.before?.shape}\nnow    ${now.shape}\nafter  ${after.shape}`,
      );
    const which = now.exact === prepared.before?.exact ? 'before' : 'after';
    await operation.outside?.(engine, folder, prepared.given);
    return which;
  } finally {
    await engine.close();
  }
}

/** Kills the operation at `kills` moments spread over its run by `random` (0…1), and judges what each leaves. */
export async function killMany(
  operation: CrashOperation,
  kills: number,
  random: () => number,
): Promise<KillReport> {
  const prepared = await prepare(operation);
  const { milliseconds, after } = await reference(operation, prepared);
  const counts = { before: 0, after: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = newFolder();
    cpSync(prepared.folder, folder, { recursive: true });
    const child = await started(operation, folder, prepared.given);
    await wait(((kill + random()) / kills) * milliseconds * 1.1);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await ended;
    counts[await judge(operation, prepared, folder, after)] += 1;
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(prepared.folder, { recursive: true, force: true });
  return { operation: operation.name, kills, ...counts, milliseconds: Math.round(milliseconds) };
}
