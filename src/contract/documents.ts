import { z } from 'zod';
import { method } from './method.ts';
import { entitySummary, entityType, id } from './terms.ts';

/** Something found in the text of a document, offered and never linked by itself. */
export const mention = z.object({
  /** Kind of identifier, or `name`: the name of an entity of the file. */
  kind: z.string(),
  /** As written; empty where it would name a protected person. */
  raw: z.string(),
  check: z.string().nullable(),
  /** null where the document has no pages. */
  page: z.number().int().nullable(),
  /** Part of the text it stands in and its place there. */
  part: z.number().int(),
  offset: z.number().int(),
  before: z.string(),
  after: z.string(),
  /** Whom the text itself names as its holder. */
  holder: z.string().nullable(),
  /** What it would be made into where nothing of the file has it; null for names. */
  type: entityType.nullable(),
  /** Things of the file that have this identifier or name. */
  entities: z.array(entitySummary.extend({ linked: z.boolean() })),
});
export type Mention = z.infer<typeof mention>;

export const documentMethods = {
  'document.mentions': method(
    z.object({ documentId: id }),
    z.object({ mentions: z.array(mention), total: z.number().int() }),
  ),
  /** Links the document to a thing that is there, or to one that is made of what stands at this place. */
  'document.link': method(
    z.object({
      documentId: id,
      target: z.union([
        z.object({ entityId: id }),
        z.object({ kind: z.string(), part: z.number().int(), offset: z.number().int() }),
      ]),
    }),
    z.object({ entityId: id, journalId: id }),
  ),
};
