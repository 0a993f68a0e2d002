import { z } from 'zod';
import { method, nothing } from './method.ts';
import { statusEntry, statusGrounds } from './people.ts';
import {
  crimeArea,
  entitySummary,
  entityType,
  evidenceFilter,
  factKind,
  grade,
  id,
  identifierCountry,
  instant,
  linkType,
  marking,
  page,
  personStatus,
  properties,
  sentence,
  strength,
  tlp,
} from './terms.ts';

/** A criminal analysis file; the six mandatory fields follow Europol's opening order for analysis projects. */
export const analysisFile = z.object({
  id,
  reference: z.string(),
  title: z.string(),
  purpose: z.string(),
  crimeAreas: z.array(crimeArea),
  legalBasis: z.string(),
  originator: z.string(),
  participants: z.array(z.string()),
  subjectCategories: z.array(personStatus),
  storageMonths: z.number().int().nullable(),
  reviewDate: z.string().nullable(),
  conditions: z.string(),
  marking,
  /** Default of its sources, where it is a cybercrime file. */
  tlp: tlp.nullable(),
  /** Days in which people of a bulk import must get a status. */
  categoriseDays: z.number().int(),
  status: z.enum(['open', 'closed']),
  created: instant,
});
export type AnalysisFile = z.infer<typeof analysisFile>;

/** One thing one source says about the entity, or what the analyst concludes or advises. */
export const fact = z.object({
  id,
  kind: factKind,
  property: z.string().nullable(),
  value: z.string(),
  /** Of a merged record: name of the member this is said of; missing for the lead itself. */
  member: z.string().optional(),
  /** valid, check-failed, format-unknown, not-checkable for identifiers; null otherwise. */
  check: z.string().nullable(),
  /** What was checked of an identifier and what came of it; empty for what is none. */
  explain: z.array(sentence),
  sourceId: id,
  sourceReference: z.string(),
  sourceRow: z.number().int().nullable(),
  grade,
  marking,
  handlingText: z.string(),
  /** False: what its source has. */
  ownGrade: z.boolean(),
  ownMarking: z.boolean(),
  /** Facts it rests on. */
  basis: z.array(id),
  /** A file says it: only grade and marking can change. */
  ofFile: z.boolean(),
});

export const entityDetail = z.object({
  entity: entitySummary,
  properties,
  facts: z.array(fact),
  /** How many there are; `facts` holds the first of them. */
  factCount: z.number(),
  links: z.array(
    z.object({
      key: z.string(),
      type: linkType,
      outgoing: z.boolean(),
      other: entitySummary,
      count: z.number(),
      strength,
    }),
  ),
  /** Entities with a line to it that `links` leaves off because there are too many to read. */
  neighboursLeftOff: z.number(),
  eventCount: z.number(),
  first: instant.nullable(),
  last: instant.nullable(),
  /** History of the person's status in this file, newest first. */
  statuses: z.array(statusEntry),
});

export const caseFileMethods = {
  'analysisFile.list': method(nothing, z.object({ files: z.array(analysisFile) })),
  'analysisFile.get': method(z.object({ fileId: id }), analysisFile),
  'analysisFile.create': method(
    analysisFile.omit({ id: true, created: true, status: true, tlp: true, categoriseDays: true }),
    analysisFile,
  ),
  'analysisFile.counts': method(
    z.object({ fileId: id }),
    z.object({
      entities: z.record(z.string(), z.number()),
      links: z.number(),
      events: z.record(z.string(), z.number()),
      sources: z.number(),
      charts: z.number(),
      uncategorised: z.number(),
    }),
  ),
  'entity.list': method(
    page.extend({
      fileId: id,
      types: z.array(entityType).optional(),
      text: z.string().optional(),
      ids: z.array(id).optional(),
      ...evidenceFilter.shape,
      sort: z.enum(['label', 'type', 'degree']),
      descending: z.boolean().optional(),
    }),
    z.object({ total: z.number(), rows: z.array(entitySummary) }),
  ),
  /** `reason` opens a protected person and is written to the audit chain. */
  'entity.get': method(
    z.object({
      entityId: id,
      reason: z.string().optional(),
      /** How many facts at most; 500 where nothing is said. */
      factLimit: z.number().int().min(1).optional(),
    }),
    entityDetail,
  ),
  'entity.create': method(
    z.object({
      fileId: id,
      type: entityType,
      label: z.string().min(1),
      /** Of the plate, document or number that names it, where a person knows it. */
      country: identifierCountry.optional(),
      properties: properties.optional(),
      status: personStatus.nullable().optional(),
      minor: z.boolean().optional(),
      sourceId: id.optional(),
    }),
    z.object({ entity: entitySummary, journalId: id }),
  ),
  'entity.setStatus': method(
    z.object({
      entityId: id,
      status: personStatus.nullable(),
      minor: z.boolean(),
      ...statusGrounds.partial().shape,
    }),
    z.object({ journalId: id }),
  ),
  'link.create': method(
    z.object({ fileId: id, from: id, to: id, type: linkType, strength, sourceId: id.optional() }),
    z.object({ key: z.string(), journalId: id }),
  ),
};
