/// <reference path="../../src/main/vault/driver.d.ts" />
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Driver from 'better-sqlite3-multiple-ciphers';

/** Where to die: before the step of this number, or with half of what it writes on the disk. */
export interface Blow {
  readonly step: number;
  readonly half: boolean;
}

type Call = (this: unknown, ...values: unknown[]) => unknown;
type Calls = Record<string, Call>;

const FILE_STEPS = [
  'closeSync',
  'cpSync',
  'fsyncSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'unlinkSync',
];
const WRITING_STEPS = ['writeSync', 'writeFileSync'];

/**
 * Counts what the process does to the disk: every change of a file or folder, every statement of SQLite outside a
 * transaction, and the beginning and end of each transaction. What lies between two steps cannot be told apart from
 * outside, so a process killed before each of them was killed at every moment that matters.
 */
export class Steps {
  readonly kinds: string[] = [];
  readonly #blow: Blow | null;
  #isArmed = false;

  constructor(blow: Blow | null) {
    this.#blow = blow;
    const files = fs as unknown as Calls;
    for (const name of FILE_STEPS) this.#watch(files, name, () => name);
    for (const name of WRITING_STEPS) this.#watch(files, name, () => name, true);
    syncBuiltinESMExports();
    const memory = new Driver(':memory:');
    const statement = Object.getPrototypeOf(memory.prepare('SELECT 1')) as Calls;
    memory.close();
    this.#watch(statement, 'run', stepOfStatement);
    this.#watch(Driver.prototype as unknown as Calls, 'exec', (_self, [sql]) => `exec ${firstWord(sql)}`);
  }

  /** From here on steps count. */
  arm(): void {
    this.#isArmed = true;
  }

  #watch(
    owner: Calls,
    name: string,
    kindOf: (self: unknown, values: unknown[]) => string | null,
    isWrite = false,
  ): void {
    const real = owner[name];
    if (real === undefined) throw new Error(`there is no ${name} to watch`);
    const steps = this;
    owner[name] = function watched(...values) {
      const kind = steps.#isArmed ? kindOf(this, values) : null;
      if (kind !== null) steps.#step(kind, isWrite ? () => real.apply(this, halved(values)) : null);
      return real.apply(this, values);
    };
  }

  #step(kind: string, writeHalf: (() => unknown) | null): void {
    this.kinds.push(kind);
    if (this.#blow?.step !== this.kinds.length) return;
    this.#isArmed = false;
    if (this.#blow.half) writeHalf?.();
    process.kill(process.pid, 'SIGKILL');
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
}

function firstWord(sql: unknown): string {
  return String(sql).trim().split(/\s/u, 1)[0]?.toUpperCase() ?? '';
}

/** Inside a transaction only its end matters: the rest is not on the disk for anybody. */
function stepOfStatement(self: unknown): string | null {
  const { source, database } = self as { source: string; database: { inTransaction: boolean } };
  const word = firstWord(source);
  if (['BEGIN', 'COMMIT', 'ROLLBACK'].includes(word)) return word;
  return database.inTransaction ? null : 'run';
}

/** The same call with half of its bytes: `(target, data)`, or `(handle, buffer, offset, length)` as Node calls itself. */
function halved([target, data, ...rest]: unknown[]): unknown[] {
  const bytes = typeof data === 'string' ? Buffer.from(data) : (data as Uint8Array);
  const [offset, length] = rest;
  if (typeof offset === 'number' && typeof length === 'number')
    return [target, bytes, offset, Math.floor(length / 2)];
  return [target, bytes.subarray(0, Math.floor(bytes.length / 2)), ...rest];
}

/** Whether a step of this kind can be cut in the middle of its bytes. */
export function canBeHalf(kind: string): boolean {
  return WRITING_STEPS.includes(kind);
}
