import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CrashOperation, Given } from './operation.ts';
import type { Moment } from './plan.ts';

const CHILD = resolve('tests/crash/child.ts');

export interface Ended {
  /** Null: killed before it was done. */
  readonly kinds: readonly string[] | null;
  /** From the beginning of the act to its end or the kill. */
  readonly milliseconds: number;
}

/** Waits for a line of the child, or for its end. */
class Lines {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  #said = '';
  #complaint = '';
  readonly #waiting = new Set<() => void>();

  constructor(child: ChildProcess) {
    this.child = child;
    child.stdout?.on('data', (chunk: Buffer) => {
      this.#said += chunk.toString();
      for (const look of this.#waiting) look();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#complaint += chunk.toString();
    });
    this.ended = new Promise((done) => {
      child.once('close', () => done());
    });
  }

  get complaint(): string {
    return this.#complaint;
  }

  /** The rest of the line that begins so; null where the child ended without it. */
  async line(start: string): Promise<string | null> {
    const found = (): string | null =>
      this.#said
        .split('\n')
        .slice(0, -1)
        .find((line) => line.startsWith(start))
        ?.slice(start.length) ?? null;
    const came = new Promise<void>((done) => {
      const look = (): void => {
        if (found() !== null) done();
      };
      this.#waiting.add(look);
      look();
    });
    await Promise.race([came, this.ended]);
    return found();
  }
}

/** Does the act in a process of its own and kills it at the given moment, or when the act is done. */
export async function runAndKill(
  operation: CrashOperation,
  folder: string,
  given: Given,
  moment: Moment | null,
  wholeMilliseconds = 0,
): Promise<Ended> {
  const blow = moment !== null && 'blow' in moment ? moment.blow : null;
  const child = spawn(
    process.execPath,
    [CHILD, folder, operation.name, JSON.stringify(given), JSON.stringify(blow)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'iforce-crash-cache') },
    },
  );
  const lines = new Lines(child);
  if ((await lines.line('ready')) === null)
    throw new Error(`${operation.name}: the child ended before it began: ${lines.complaint}`);
  const begun = performance.now();
  const done = lines.line('done ');
  const timer =
    moment !== null && 'share' in moment ? wait(moment.share * wholeMilliseconds, null) : lines.ended;
  const kinds = await Promise.race([done, timer.then(() => null)]);
  const milliseconds = performance.now() - begun;
  child.kill('SIGKILL');
  await lines.ended;
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`${operation.name}: the act failed instead of being killed: ${lines.complaint}`);
  return { kinds: kinds === null ? null : (JSON.parse(kinds) as string[]), milliseconds };
}
