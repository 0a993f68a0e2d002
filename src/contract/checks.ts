import { z } from 'zod';
import { CHECK_OUTCOMES, CHECK_SYSTEMS, CONFIRMATION_ANSWERS } from '../core/checks/index.ts';
import { isDay } from '../core/time/partial-date.ts';
import { method } from './method.ts';
import { entitySummary, id, instant, marking } from './terms.ts';

const day = z.string().refine(isDay);
const text = z.string().trim().max(2000);

/** One question to a database outside this program, and what came of it. */
const checkFields = z.object({
  system: z.enum(CHECK_SYSTEMS),
  /** Of a national database: what people call it. */
  systemName: text,
  /** What was asked, as it was asked. */
  value: text,
  at: instant,
  operator: text,
  result: z.enum(CHECK_OUTCOMES),
  recordReference: text,
  /** The bureau whose record it is: it alone can confirm. */
  ownerNcb: text,
  /** Confirmation of a positive result: asked for, wanted by, answered on. */
  asked: day.nullable(),
  due: day.nullable(),
  received: day.nullable(),
  answer: z.enum(CONFIRMATION_ANSWERS).nullable(),
  marking,
  /** The text an H3 needs. */
  handlingText: text,
  note: text,
});
export type CheckFields = z.infer<typeof checkFields>;

const externalCheck = checkFields.extend({
  id,
  entityId: id,
  /** Of a merged record: name of the member it was asked for; missing for the lead itself. */
  member: z.string().optional(),
  open: z.boolean(),
  overdue: z.boolean(),
});
export type ExternalCheck = z.infer<typeof externalCheck>;

const journalled = z.object({ journalId: id });

export const checkMethods = {
  /**
   * Everything asked about one entity. A protected person stays shut without a reason, which goes to the audit chain.
   * `today`: the day where the person works.
   */
  'check.list': method(
    z.object({ entityId: id, today: day, reason: z.string().trim().optional() }),
    z.object({
      shut: z.boolean(),
      checks: z.array(externalCheck),
      /** National databases somebody asked in this file about something of this type. */
      national: z.array(z.string()),
      /** Numbers and name it can be asked with, by kind; the name has none. */
      values: z.array(z.object({ kind: z.string().nullable(), value: z.string() })),
    }),
  ),
  /** Positive results of the file that nobody has confirmed yet, the most pressing first. */
  'check.open': method(
    z.object({ fileId: id, today: day }),
    z.object({
      overdue: z.number().int(),
      rows: z.array(
        z.object({
          entity: entitySummary,
          due: z.string().nullable(),
          overdue: z.boolean(),
          /** null where the person is protected and closed. */
          check: externalCheck.nullable(),
        }),
      ),
    }),
  ),
  'check.add': method(
    checkFields.partial({ at: true, operator: true, marking: true }).extend({ entityId: id }),
    journalled.extend({ checkId: id }),
  ),
  'check.change': method(checkFields.extend({ checkId: id }), journalled),
  'check.withdraw': method(z.object({ checkId: id, reason: z.string().trim().optional() }), journalled),
};
