import { z } from 'zod';

/**
 * One typed method of the door between the page and the engine. Both directions are checked at run time:
 * a bad input is a typed error reply, a bad output is a defect reported as `contract.bad-output`.
 */
export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

export function method<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O> {
  return { input, output };
}

export const errorSchema = z.object({
  code: z.string(),
  /** The sentence for a person, from the message catalogue of the engine's language. */
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type ReplyError = z.infer<typeof errorSchema>;
export type Reply<T> = { ok: true; value: T } | { ok: false; error: ReplyError };

export const nothing = z.object({});
