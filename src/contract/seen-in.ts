import { z } from 'zod';
import { method } from './method.ts';
import { entitySummary, id, instant } from './terms.ts';

/** A number as it is compared. */
const comparedNumber = z.object({ kind: z.string(), value: z.string() });
export type ComparedNumber = z.infer<typeof comparedNumber>;

export const seenInMethods = {
  /**
   * Where an entity, or a number, stands. `fileId` is the file the person has open: of it names are told, of every
   * other file only that it holds the number. A protected person stays shut without a reason, which goes to the audit
   * chain, and is nowhere told as a holder.
   */
  'entity.seenIn': method(
    z.object({
      fileId: id,
      asked: z.union([
        z.object({ entityId: id, reason: z.string().trim().optional() }),
        z.object({ identifier: comparedNumber }),
      ]),
    }),
    z.object({
      shut: z.boolean(),
      /** Others in the open file that hold one of its numbers. */
      entities: z.array(z.object({ entity: entitySummary, numbers: z.array(comparedNumber) })),
      charts: z.array(z.object({ id, name: z.string() })),
      /** Sources that speak of it, with the import that brought them. */
      sources: z.array(
        z.object({ id, reference: z.string(), title: z.string(), fileName: z.string().nullable() }),
      ),
      packages: z.array(
        z.object({ id, created: instant, recipients: z.array(z.string()), sha256: z.string() }),
      ),
      /** Other files of the vault: hit and reference, nothing of their content. */
      files: z.array(z.object({ reference: z.string(), numbers: z.array(comparedNumber) })),
    }),
  ),
};
