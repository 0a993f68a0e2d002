import { z } from 'zod';
import { method, nothing } from './method.ts';
import { entitySummary, entityType, id, instant, page, sentence } from './terms.ts';

/** Which number of which type makes two records one when a file is read. */
const identityRule = z.object({
  type: entityType,
  /** A kind of identifier, or `other` for all that have no rule of their own. */
  kind: z.string(),
  joins: z.boolean(),
  /** As the program is delivered. */
  byDefault: z.boolean(),
  reason: sentence,
});
export type IdentityRuleRow = z.infer<typeof identityRule>;

/** What a person decides of two records. */
export const matchDecision = z.enum(['same', 'different', 'undecided']);
export type MatchDecision = z.infer<typeof matchDecision>;
/** `open` waits for a decision, for the first time or because of something new. */
export const matchState = z.enum(['open', 'undecided', 'different']);
export type MatchState = z.infer<typeof matchState>;

const pairIds = { leftId: id, rightId: id };

const pairRow = z.object({
  left: entitySummary,
  right: entitySummary,
  /** Ranking signal 0…1, not a probability. */
  score: z.number(),
  state: matchState,
  /** Decided before, and back because something is known now that was not known then. */
  isBack: z.boolean(),
});
export type MatchPairRow = z.infer<typeof pairRow>;

const markedWord = z.object({ text: z.string(), sign: z.enum(['same', 'similar', 'different', 'alone']) });
const markedNames = z.object({ left: z.array(markedWord), right: z.array(markedWord) });

export const matchingMethods = {
  'matching.rules': method(nothing, z.object({ rules: z.array(identityRule) })),
  'matching.setRule': method(
    z.object({ fileId: id, type: entityType, kind: z.string().min(1), joins: z.boolean() }),
    z.object({ journalId: id }),
  ),
  /** All of the file, what these imports brought or spoke of, or one record. */
  'matching.find': method(
    z.object({ fileId: id, batchIds: z.array(id).optional(), entityId: id.optional() }),
    z.object({ jobId: z.string() }),
  ),
  'matching.counts': method(
    z.object({ fileId: id }),
    z.object({ open: z.number().int(), undecided: z.number().int(), different: z.number().int() }),
  ),
  /** Best first. `minimum` a score, `batchId` an import that brought or spoke of one of the two. */
  'matching.list': method(
    page.extend({
      fileId: id,
      state: matchState,
      type: entityType.optional(),
      minimum: z.number().min(0).max(1).optional(),
      batchId: id.optional(),
      entityId: id.optional(),
    }),
    z.object({ total: z.number().int(), rows: z.array(pairRow) }),
  ),
  /** Weighed as things are now. Of a pair with a protected person in it nothing but who stands in it. */
  'matching.pair': method(
    z.object(pairIds),
    pairRow.extend({
      closed: z.boolean(),
      reasons: z.array(sentence.and(z.object({ speaksFor: z.boolean() }))),
      /** What is known now and was not when it was decided. */
      news: z.array(sentence),
      /** The two names that are nearest to each other. */
      names: markedNames.nullable(),
      /** Records both are linked to. */
      shared: z.array(entitySummary),
      /** The better documented of the two. */
      leadId: id,
      decided: z
        .object({ decision: matchDecision, by: z.string(), at: instant, reason: z.string() })
        .nullable(),
    }),
  ),
  /** `same` merges them under the lead, the better documented one where none is named. */
  'matching.decide': method(
    z.object({
      ...pairIds,
      decision: matchDecision,
      leadId: id.optional(),
      reason: z.string().optional(),
    }),
    z.object({ journalId: id, mergeId: id.nullable() }),
  ),
};
export type MatchingMethod = keyof typeof matchingMethods;
