import { z } from 'zod';
import {
  CUSTODY_ACTIONS,
  SOURCE_KINDS,
  SOURCE_USAGES,
  WRITTEN_SOURCE_KINDS,
} from '../core/evidence/source-terms.ts';
import { isPartialDate } from '../core/time/partial-date.ts';
import { method } from './method.ts';
import { entitySummary, eventType, grade, id, instant, linkType, marking, tlp } from './terms.ts';

/** A year, month or day that is known, e.g. "2026-03"; never completed with a made-up day. */
export const partialDate = z.string().refine(isPartialDate);
const written = z.string().trim().min(1);

export const sourceRow = z.object({
  id,
  reference: z.string(),
  kind: z.enum(SOURCE_KINDS),
  title: z.string(),
  /** Country or NCB whose information it is. */
  originator: z.string(),
  /** Office within the country of origin. */
  agency: z.string(),
  received: instant.nullable(),
  informationDate: z.string().nullable(),
  grade,
  marking,
  /** The text an H3 code needs. */
  handlingText: z.string(),
  tlp: tlp.nullable(),
  recipients: z.array(z.string()),
  usage: z.enum(SOURCE_USAGES),
  sha256: z.string().nullable(),
  fileName: z.string().nullable(),
  batchId: id.nullable(),
  facts: z.number(),
});
export type SourceRow = z.infer<typeof sourceRow>;

/** What a person decides of a source. */
export const sourceFields = z.object({
  title: written,
  originator: written,
  agency: z.string().trim(),
  received: instant.nullable(),
  informationDate: partialDate.nullable(),
  grade,
  marking,
  handlingText: z.string().trim(),
  tlp: tlp.nullable(),
  recipients: z.array(written),
  usage: z.enum(SOURCE_USAGES),
});
export type SourceFields = z.infer<typeof sourceFields>;

/** One entry of the custody record after ISO/IEC 27037: who had it, when, where, what for and in which condition. */
export const custodyFields = z.object({
  action: z.enum(CUSTODY_ACTIONS),
  /** As the form or receipt says it. */
  at: written,
  exhibitNumber: z.string().trim(),
  sealNumber: z.string().trim(),
  fromHolder: z.string().trim(),
  toHolder: z.string().trim(),
  place: z.string().trim(),
  purpose: z.string().trim(),
  condition: z.string().trim(),
  /** Tool with its version where something was acquired or copied. */
  tool: z.string().trim(),
  note: z.string().trim(),
});
export type CustodyFields = z.infer<typeof custodyFields>;
export const custodyEntry = custodyFields.extend({ id, created: instant });
export type CustodyEntry = z.infer<typeof custodyEntry>;

const newSource = z.object({
  fileId: id,
  kind: z.enum(WRITTEN_SOURCE_KINDS),
  /** The next free one where it is left out. */
  reference: written.optional(),
  fields: sourceFields,
});

export const sourceMethods = {
  'source.list': method(z.object({ fileId: id }), z.object({ sources: z.array(sourceRow) })),
  'source.get': method(
    z.object({ sourceId: id }),
    sourceRow.extend({
      text: z.string().nullable(),
      size: z.number().nullable(),
      mediaType: z.string().nullable(),
      custody: z.array(custodyEntry),
    }),
  ),
  'source.create': method(newSource, z.object({ sourceId: id, reference: z.string(), journalId: id })),
  /** Job: keeps the file byte for byte, hashed while it is read; result {sourceId, reference, sha256, size}. */
  'source.createFrom': method(
    newSource.extend({
      path: z.string().min(1),
      /** Like an import, a file nobody looked into may have no originator yet. */
      fields: sourceFields.extend({ originator: z.string().trim() }),
      /** False: hash and size only, as for films; its bytes may still come with an import. */
      copy: z.boolean().optional(),
      /** Material nobody may look at: hash and size only, and its bytes are refused for ever, under any name. */
      hashOnly: z.boolean().optional(),
    }),
    z.object({ jobId: z.string() }),
  ),
  'source.change': method(
    z.object({ sourceId: id, reference: written, kind: z.enum(SOURCE_KINDS), fields: sourceFields }),
    z.object({ journalId: id }),
  ),
  /** Writes the kept file to disk byte for byte, which goes to the audit chain. */
  'source.saveAttachment': method(
    z.object({ sourceId: id, path: z.string().min(1) }),
    z.object({ path: z.string(), bytes: z.number(), sha256: z.string() }),
  ),
  /** Everything this source said: facts, links and events with their counts, and whom it names. */
  'source.said': method(
    z.object({ sourceId: id, limit: z.number().int().min(1).max(2000) }),
    z.object({
      facts: z.object({
        total: z.number(),
        rows: z.array(
          z.object({
            id,
            kind: z.string(),
            entity: entitySummary,
            property: z.string().nullable(),
            /** Empty where the person is protected: the shutter is opened in the inspector. */
            value: z.string(),
            row: z.number().nullable(),
            grade,
          }),
        ),
      }),
      links: z.object({
        total: z.number(),
        rows: z.array(z.object({ key: z.string(), type: linkType, from: entitySummary, to: entitySummary })),
      }),
      events: z.object({
        total: z.number(),
        byType: z.array(z.object({ type: eventType, count: z.number() })),
      }),
      entityIds: z.array(id),
    }),
  ),
  'custody.add': method(z.object({ sourceId: id, entry: custodyFields }), z.object({ journalId: id })),
};
