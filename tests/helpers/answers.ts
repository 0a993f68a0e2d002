import { expect } from 'vitest';
import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import type { Engine } from '../../src/main/engine/index.ts';

/** Asks the engine; a refusal fails the test with its sentence. */
export async function ask<M extends MethodName>(
  engine: Engine,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const reply = await engine.handle(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.message}`);
  return reply.value;
}

/** The code the engine refuses with. */
export async function refusal<M extends MethodName>(
  engine: Engine,
  method: M,
  input: Input<M>,
): Promise<string> {
  const reply = await engine.handle(method, input);
  return reply.ok ? 'no refusal' : reply.error.code;
}

/** The result of a job that ends well. */
export async function finished(engine: Engine, { jobId }: { readonly jobId: string }): Promise<unknown> {
  const job = await engine.context.jobs.finished(jobId);
  expect(job, job.error?.message).toMatchObject({ state: 'done' });
  return job.result;
}
