import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import type { Job } from '../../src/contract/jobs.ts';
import type { Engine } from '../../src/main/engine/index.ts';

/** What an operation knows of its folder: the vault lies in it as `case.vault`; other files as the operation likes. */
export type Given = Readonly<Record<string, string>>;

/** One thing the program does that may be cut off at any moment. A new one is one file in operations/ and a line in the list. */
export interface CrashOperation {
  readonly name: string;
  /**
   * Brings a fresh vault, made with these recovery words, to the state before the act. The vault is closed and copied
   * for each kill afterwards.
   */
  prepare(engine: Engine, folder: string, words: readonly string[]): Promise<Given>;
  /** The act, in the process that is killed; done once more afterwards where the kill left the state before. */
  run(engine: Engine, folder: string, given: Given): Promise<void>;
  /** Checks what lies outside the database after the kill, by what the vault holds; the vault is open. */
  outside?(engine: Engine, folder: string, given: Given, state: 'before' | 'after'): Promise<void>;
  /** Whether the act was done, where the vault is the same before and after it. */
  isDone?(folder: string): boolean;
  /** What the act finds: an unlocked vault where nothing is said, one that is locked, or none. */
  readonly finds?: 'locked' | 'nothing';
  /** True where the act itself locks the vault. */
  readonly locks?: true;
  /** Where the act gives the vault another passphrase: which one opens it tells whether the act was done. */
  readonly newPassphrase?: string;
}

export const PASSPHRASE = 'шість тихих озер under the moon';
export const VAULT = 'case.vault';

/** Asks the engine and throws where it refuses. */
export async function ask<M extends MethodName>(
  engine: Engine,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const reply = await engine.handle(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.message}`);
  return reply.value;
}

/** Waits for a job; throws where it failed. */
export async function finished(engine: Engine, jobId: string): Promise<unknown> {
  const job: Job = await engine.context.jobs.finished(jobId);
  if (job.state !== 'done')
    throw new Error(`job ${job.kind}: ${job.error?.code ?? job.state} ${job.error?.message ?? ''}`);
  return job.result;
}
