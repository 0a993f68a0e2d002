import { z } from 'zod';
import { method } from './method.ts';
import { effectiveMarking, evidenceFilter, factKind, grade, id, marking } from './terms.ts';

/** What a person writes of one item of information; a grade or marking left out is its source's. */
export const factFields = z.object({
  kind: factKind,
  property: z.string().trim().min(1),
  value: z.string().trim().min(1),
  sourceId: id.optional(),
  grade: grade.optional(),
  marking: marking.optional(),
  /** The text an H3 of its own needs. */
  handlingText: z.string().trim().optional(),
  /** What a conclusion or a recommendation rests on: ids of facts. */
  basis: z.array(id).max(200).optional(),
});
export type FactFields = z.infer<typeof factFields>;

/** Who says something: one source with the grades it has there, as they were given. */
export const statedBy = z.object({
  sourceId: id,
  reference: z.string(),
  title: z.string(),
  grades: z.array(grade),
  /** Facts, links and events. */
  count: z.number().int(),
});
export type StatedBy = z.infer<typeof statedBy>;

const stated = z.object({ key: z.string(), grades: z.array(grade), sources: z.array(z.string()) });

export const evidenceMethods = {
  /** Grades that occur in the file, each as it was given, with the number of sources and facts that carry it. */
  'evidence.grades': method(
    z.object({ fileId: id }),
    z.object({ grades: z.array(z.object({ grade, count: z.number().int() })) }),
  ),
  /** For everything drawn: the set of its grades and the references of its sources. */
  'evidence.among': method(
    evidenceFilter.extend({ fileId: id, entityIds: z.array(id).max(20_000) }),
    z.object({ entities: z.array(stated), lines: z.array(stated) }),
  ),
  /** Which source says this: of an entity, or of a chart line `<from>|<to>|<type>`. */
  'evidence.statedBy': method(
    z.object({ fileId: id, entityId: id.optional(), linkKey: z.string().optional() }),
    z.object({ sources: z.array(statedBy) }),
  ),
  /** The marking of what a view shows: of these entities with what joins them, or of the whole file. */
  'evidence.marking': method(
    evidenceFilter.extend({ fileId: id, entityIds: z.array(id).max(20_000).optional() }),
    effectiveMarking,
  ),
  'entity.addFact': method(factFields.extend({ entityId: id }), z.object({ factId: id, journalId: id })),
  /** Of what a file says only grade and marking: it is corrected by another fact, never overwritten. */
  'fact.change': method(factFields.extend({ factId: id }), z.object({ journalId: id })),
  /** Only what a person wrote; what a file says goes with its import. */
  'fact.withdraw': method(
    z.object({ factId: id, reason: z.string().trim().optional() }),
    z.object({ journalId: id }),
  ),
};
export type EvidenceMethod = keyof typeof evidenceMethods;
