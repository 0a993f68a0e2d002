import { z } from 'zod';
import { errorSchema, method, nothing } from './method.ts';

export const job = z.object({
  id: z.string(),
  kind: z.string(),
  /** Rises with every change; `jobs.watch` answers when it is above `since`. */
  revision: z.number().int(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Running, but waits until a person lets it go on; nothing it did is in the vault yet. */
  paused: z.boolean(),
  phase: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  /** Units per second. */
  rate: z.number(),
  result: z.unknown().nullable(),
  error: errorSchema.nullable(),
});
export type Job = z.infer<typeof job>;

export const jobMethods = {
  /** Long poll: returns on change, or unchanged after 20 s. */
  'jobs.watch': method(z.object({ jobId: z.string(), since: z.number().int() }), job),
  /** Takes hold when the work next gives way. A paused job can be cancelled like a running one. */
  'jobs.pause': method(z.object({ jobId: z.string() }), nothing),
  'jobs.resume': method(z.object({ jobId: z.string() }), nothing),
  'jobs.cancel': method(z.object({ jobId: z.string() }), nothing),
  'jobs.list': method(nothing, z.object({ jobs: z.array(job) })),
};
