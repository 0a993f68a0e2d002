import { z } from 'zod';
import { method } from './method.ts';
import { entityType, id, linkType, period, sentence } from './terms.ts';

/** Every answer: a sentence, a table, what to highlight, and what is missing. A lead, not a verdict. */
export const answer = z.object({
  question: z.string(),
  sentence,
  columns: z.array(
    z.object({ key: z.string(), kind: z.enum(['text', 'number', 'instant', 'money', 'entity']) }),
  ),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  highlight: z.object({ entityIds: z.array(id), linkKeys: z.array(z.string()) }),
  caveats: z.array(sentence),
  parameters: z.record(z.string(), z.unknown()),
});
export type Answer = z.infer<typeof answer>;

export const questionMethods = {
  /** Who is most connected: by contacts, events, or money in / out / net (minor units of one currency). */
  'ask.mostConnected': method(
    z.object({
      fileId: id,
      measure: z.enum(['contacts', 'events', 'money-in', 'money-out', 'money-net']),
      entityTypes: z.array(entityType).optional(),
      linkTypes: z.array(linkType).optional(),
      period: period.optional(),
      limit: z.number().int().min(1).max(500),
    }),
    answer,
  ),
  'ask.path': method(
    z.object({
      fileId: id,
      from: id,
      to: id,
      linkTypes: z.array(linkType).optional(),
      exclude: z.array(id).optional(),
      period: period.optional(),
      maximumSteps: z.number().int().min(1).max(12),
    }),
    answer,
  ),
  /** Which number appears after another falls silent and talks to the same contacts (a changed SIM). */
  'ask.newIdentities': method(
    z.object({
      fileId: id,
      entityType: entityType.optional(),
      minimumShared: z.number().int().min(1),
      limit: z.number().int().min(1).max(500),
      entityIds: z.array(id).optional(),
    }),
    answer,
  ),
  /** Which entities were at the same places within some minutes of each other, at least `minimumTimes` times. */
  'ask.together': method(
    z.object({
      fileId: id,
      minutes: z.number().min(0),
      kilometres: z.number().min(0),
      minimumTimes: z.number().int().min(1),
      entityTypes: z.array(entityType).optional(),
      period: period.optional(),
      limit: z.number().int().min(1).max(500),
    }),
    answer,
  ),
  /** Which people may be one person written differently; pairs with the words that agree. */
  'ask.sameName': method(
    z.object({ fileId: id, entityId: id.optional(), limit: z.number().int().min(1).max(500) }),
    answer,
  ),
};
