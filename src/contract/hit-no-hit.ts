import { z } from 'zod';
import { HIT_KINDS } from '../core/hit-no-hit/index.ts';
import { method, nothing } from './method.ts';
import { entitySummary, id } from './terms.ts';

const written = z.string().trim().min(1).max(500);

/** What is compared: the whole file, or these entities, or what is on a chart. */
const chosen = z.object({
  fileId: id,
  entityIds: z.array(id).nullable(),
  chartId: id.nullable(),
  /** Country or NCB of the partner: what may not go there is not exported, not even as a hash. */
  partners: z.array(written).min(1),
});
export type HitSelection = z.infer<typeof chosen>;

/** Whom a partner with a hit turns to, and under which reference. */
const bureau = z.object({ name: written, contact: written, reference: written });

const counts = z.array(z.object({ kind: z.enum(HIT_KINDS), count: z.number().int() }));

const hitPreview = z.object({
  entities: z.number().int(),
  keys: counts,
  withheld: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  /** Protected people, and what only they own. */
  protected: z.number().int(),
  /** Numbers that cannot be compared: no country, a short code, the name of a sender. */
  left: z.number().int(),
});
export type HitPreview = z.infer<typeof hitPreview>;

const hitResult = z.object({
  partner: bureau.extend({ created: z.string() }),
  /** How many of our own numbers and names were looked for. */
  compared: z.number().int(),
  /** False: the partner's program makes other keys of names. */
  namesCompared: z.boolean(),
  /** `what` is empty for a protected person who is closed. */
  hits: z.array(
    z.object({
      entity: entitySummary,
      what: z.array(z.object({ kind: z.enum(HIT_KINDS), value: z.string() })),
    }),
  ),
});
export type HitResult = z.infer<typeof hitResult>;

export const hitNoHitMethods = {
  /** A new secret, shown this once; the engine keeps only the key made of it, and only in memory. */
  'hitNoHit.begin': method(nothing, z.object({ words: z.array(z.string()), code: z.string() })),
  /** The secret the partner made. */
  'hitNoHit.join': method(z.object({ words: z.string().max(1000) }), z.object({ code: z.string() })),
  /** `code`: the same at both desks where the secret is; null where there is no meeting. */
  'hitNoHit.status': method(nothing, z.object({ code: z.string().nullable() })),
  /** The key is wiped. */
  'hitNoHit.end': method(nothing, nothing),
  'hitNoHit.preview': method(chosen, hitPreview),
  /** Goes to the audit chain with its counts before the file gets its name. */
  'hitNoHit.export': method(
    chosen.extend({ bureau, path: z.string().min(1) }),
    z.object({ path: z.string(), sha256: z.string(), preview: hitPreview }),
  ),
  /** Nothing of the partner's file is kept, and nothing of the answer. */
  'hitNoHit.match': method(z.object({ fileId: id, path: z.string().min(1) }), hitResult),
};
