import { z } from 'zod';
import { GRADING_SCHEME_NAMES, isGrade } from '../core/evidence/grading.ts';
import { CONFIDENTIALITY_LEVELS, HANDLING_CODES } from '../core/evidence/marking.ts';
import { FACT_KINDS } from '../core/evidence/source-terms.ts';
import { TLP_LABELS } from '../core/evidence/tlp.ts';
import { CRIME_AREAS, PERSON_STATUSES } from '../core/model/case-terms.ts';
import { ENTITY_TYPE_NAMES } from '../core/model/entity-types.ts';
import { EVENT_TYPE_NAMES, LINK_TYPE_NAMES, STRENGTHS } from '../core/model/link-types.ts';
import { PRECISIONS } from '../core/time/precision.ts';

/** The shared words of the contract. Times are milliseconds UTC, amounts minor units + ISO 4217. */
export const id = z.string().min(1);
export const instant = z.number().int();
export const entityType = z.enum(ENTITY_TYPE_NAMES);
export const linkType = z.enum(LINK_TYPE_NAMES);
export const eventType = z.enum(EVENT_TYPE_NAMES);
export const strength = z.enum(STRENGTHS);
export const precision = z.enum(PRECISIONS);
export const crimeArea = z.enum(CRIME_AREAS);
export const personStatus = z.enum(PERSON_STATUSES);
export const period = z.object({ from: instant.nullable(), to: instant.nullable() });
export const page = z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(5000) });
export const properties = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export const marking = z.object({
  level: z.enum(CONFIDENTIALITY_LEVELS),
  handling: z.array(z.enum(HANDLING_CODES)).min(1),
});
export const tlp = z.enum(TLP_LABELS);
/** What holds for a whole set; recipients: null = everybody, none = nobody may have all of it. */
export const effectiveMarking = marking.extend({
  handlingTexts: z.array(z.string()),
  tlp: tlp.nullable(),
  recipients: z.array(z.string()).nullable(),
});
/** Both codes are of the scheme it names. */
export const grade = z
  .object({ scheme: z.enum(GRADING_SCHEME_NAMES), source: z.string(), information: z.string() })
  .refine(isGrade);
/**
 * A sentence as data: key in the message catalogues and what fills its blanks. A blank may hold a sentence too, so that
 * what was written down in one language is read in another.
 */
export interface Sentence {
  readonly key: string;
  readonly params: { readonly [name: string]: string | number | Sentence };
}
export const sentence: z.ZodType<Sentence> = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.lazy(() => sentence)])),
});
/** ISO 3166 alpha-2, or a part of a country with forms of its own (MD-SN); empty where a person does not know it. */
export const identifierCountry = z.string().regex(/^([A-Z]{2}(-[A-Z]{2})?)?$/);

export type Grade = z.infer<typeof grade>;

/** A fact is what a source says; an inference and a recommendation are the analyst's own. */
export const factKind = z.enum(FACT_KINDS);
/** Narrows to what these sources say, and to these grades as they were given; null or left out = all. */
export const evidenceFilter = z.object({
  sources: z.array(id).nullable().optional(),
  grades: z.array(grade).nullable().optional(),
});
export type EvidenceFilter = z.infer<typeof evidenceFilter>;

export const entitySummary = z.object({
  id,
  type: entityType,
  /** For a protected person this is the shutter label (e.g. "Victim 3") unless opened with a reason. */
  label: z.string(),
  status: personStatus.nullable(),
  minor: z.boolean(),
  protected: z.boolean(),
  /** Number of distinct contacts in the whole file. */
  degree: z.number().int(),
  /** How many other records are shown under this one; missing where it stands for itself. */
  members: z.number().int().optional(),
});
export type EntitySummary = z.infer<typeof entitySummary>;

/** One line of the chart: all links and events of one type between two entities. */
export const linkSummary = z.object({
  /** Stable key `<from>|<to>|<type>`. */
  key: z.string(),
  from: id,
  to: id,
  type: linkType,
  directed: z.boolean(),
  strength,
  count: z.number().int(),
  sums: z.array(z.object({ currency: z.string(), minor: z.number() })),
  first: instant.nullable(),
  last: instant.nullable(),
});
export type LinkSummary = z.infer<typeof linkSummary>;

export const eventRow = z.object({
  id,
  type: eventType,
  start: instant.nullable(),
  startText: z.string(),
  zone: z.string(),
  precision,
  end: instant.nullable(),
  durationSeconds: z.number().nullable(),
  from: id.nullable(),
  fromLabel: z.string().nullable(),
  to: id.nullable(),
  toLabel: z.string().nullable(),
  place: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  amountMinor: z.number().nullable(),
  currency: z.string().nullable(),
  properties,
  sourceId: id,
  sourceReference: z.string(),
  sourceRow: z.number().int().nullable(),
  grade,
});
export type EventRow = z.infer<typeof eventRow>;
