import { z } from 'zod';
import { method } from './method.ts';
import { partialDate } from './sources.ts';
import { entitySummary, id, instant, personStatus } from './terms.ts';

/** Since when, after which source and why a person has a status: all of it as far as it is known. */
export const statusGrounds = z.object({
  since: partialDate.nullable(),
  sourceId: id.nullable(),
  reason: z.string().trim(),
});
export type StatusGrounds = z.infer<typeof statusGrounds>;

/** One entry of the history of a person's status in this file. */
export const statusEntry = z.object({
  id,
  status: personStatus.nullable(),
  minor: z.boolean(),
  since: z.string().nullable(),
  sourceId: id.nullable(),
  sourceReference: z.string().nullable(),
  /** Empty where the person is protected and closed. */
  reason: z.string(),
  by: z.string(),
  at: instant,
});
export type StatusEntry = z.infer<typeof statusEntry>;

export const peopleMethods = {
  /** Days for every file of the country that owns this one, unless a file has its own. */
  'people.countryDays': method(
    z.object({ fileId: id, days: z.number().int().min(1).max(3660) }),
    z.object({ journalId: id }),
  ),
  /** People nobody has given a status, fewest days left first. */
  'people.uncategorised': method(
    z.object({ fileId: id, offset: z.number().int().min(0), limit: z.number().int().min(1).max(2000) }),
    z.object({
      total: z.number(),
      overdue: z.number(),
      days: z.number(),
      rows: z.array(
        z.object({ entity: entitySummary, since: instant, daysLeft: z.number(), source: z.string() }),
      ),
    }),
  ),
  /** One journal entry for all of them; `minor` null leaves each as it is. */
  'people.categorise': method(
    statusGrounds.extend({
      fileId: id,
      entityIds: z.array(id).min(1).max(5000),
      status: personStatus.nullable(),
      minor: z.boolean().nullable(),
    }),
    z.object({ journalId: id }),
  ),
};
