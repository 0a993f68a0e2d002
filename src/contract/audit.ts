import { z } from 'zod';
import { method } from './method.ts';
import { instant } from './terms.ts';

/** One entry of the chain. `details` is JSON text exactly as it was hashed. */
export const auditRow = z.object({
  seq: z.number(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  reason: z.string(),
  details: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;

export const auditFilter = z.object({
  action: z.string().optional(),
  actor: z.string().optional(),
  /** Part of object, reason or details. */
  text: z.string().optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditMethods = {
  /** Newest first; `actions` and `actors` are all that occur, for the filter's lists. */
  'audit.list': method(
    z.object({
      offset: z.number().int().min(0),
      limit: z.number().int().max(1000),
      filter: auditFilter.optional(),
    }),
    z.object({
      total: z.number(),
      rows: z.array(auditRow),
      actions: z.array(z.string()),
      actors: z.array(z.string()),
    }),
  ),
  /**
   * Writes the whole chain as CSV, and beside it `<path>.minisig`: this vault's signature whose trusted comment names
   * the number of entries and the head. Itself an entry of the chain, which the file ends with.
   */
  'audit.export': method(
    z.object({ path: z.string().min(1) }),
    z.object({
      path: z.string(),
      signaturePath: z.string(),
      entries: z.number(),
      head: z.string(),
      signer: z.string(),
    }),
  ),
};
