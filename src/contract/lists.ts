import { z } from 'zod';
import {
  DEFAULT_THRESHOLD,
  HIT_STATES,
  LIST_FIELDS,
  LIST_KINDS,
  LOWEST_THRESHOLD,
  STANDINGS,
} from '../core/watch/index.ts';
import { importFormat, importPart, readingChoice } from './import.ts';
import { method, nothing } from './method.ts';
import { partialDate } from './sources.ts';
import { entitySummary, id, instant, marking, sentence } from './terms.ts';

/** Formats of the import, and XML of any making whose repeated element is an entry. */
export const listFormat = z.union([importFormat, z.literal('xml')]);

/** How the rows of a list are read: as in an import, and what each column is. Columns that are left out stay in the raw row. */
export const listMapping = z.object({
  format: listFormat,
  part: z.string().optional(),
  encoding: z.string(),
  delimiter: z.string(),
  quote: z.string(),
  headerRow: z.number().int(),
  columns: z.array(z.string()),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy', 'iso']),
  /** ISO 3166 alpha-2 for numbers whose row does not say it; empty where nobody knows. */
  country: z.string(),
  fields: z.record(
    z.string(),
    z.string().refine((field) => LIST_FIELDS.includes(field)),
  ),
});
export type ListMapping = z.infer<typeof listMapping>;

export const listInspection = z.object({
  path: z.string(),
  fileName: z.string(),
  size: z.number(),
  parts: z.array(importPart),
  columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
  estimatedRows: z.number(),
  ambiguousDates: z.boolean(),
  mapping: listMapping,
});
export type ListInspection = z.infer<typeof listInspection>;

/** What a person says of a list. */
export const listTerms = z.object({
  name: z.string().trim().min(1).max(200),
  /** NCB or authority whose list it is. */
  owner: z.string().trim().min(1).max(200),
  kind: z.enum(LIST_KINDS),
  threshold: z.number().min(LOWEST_THRESHOLD).max(1).default(DEFAULT_THRESHOLD),
  marking,
  handlingText: z.string().default(''),
});
export type ListTerms = z.infer<typeof listTerms>;

export const validity = z.object({ validFrom: partialDate.nullable(), validTo: partialDate.nullable() });

export const listReport = z.object({
  /** rows = entries + rejected + left out. */
  rows: z.number(),
  entries: z.number(),
  rejected: z.number(),
  /** Rows that are no entries: links and events of an entity format. */
  leftOut: z.number(),
  rejectedByReason: z.record(z.string(), z.number()),
  /** Kept although something of them cannot be used; by what: `birth-unreadable`, `name-too-long`, `no-reference`, `reference-repeated`, `check-failed`. */
  remarks: z.record(z.string(), z.number()),
});
export type ListReport = z.infer<typeof listReport>;

export const listVersion = validity.extend({
  id,
  number: z.number().int(),
  fileName: z.string(),
  isCurrent: z.boolean(),
  standing: z.enum(STANDINGS),
  report: listReport,
  importedAt: instant,
  importedBy: z.string(),
  matchedAt: instant.nullable(),
  hits: z.number(),
});
export const watchList = listTerms.extend({
  id,
  threshold: z.number(),
  open: z.number(),
  versions: z.array(listVersion),
});
export type WatchList = z.infer<typeof watchList>;

export const hitState = z.enum(HIT_STATES);
const list = z.object({ id, name: z.string(), owner: z.string(), kind: z.enum(LIST_KINDS) });

export const hitRow = z.object({
  id,
  list: list.extend({ version: z.number().int(), standing: z.enum(STANDINGS), isCurrent: z.boolean() }),
  entity: entitySummary,
  /** The entry's name or first number; empty where the entity is closed. */
  entry: z.string(),
  reference: z.string(),
  score: z.number(),
  state: hitState,
  /** What changed since a person decided on it; null where nobody did, or nothing did. */
  again: z.enum(['entry', 'entity', 'both']).nullable(),
  foundAt: instant,
});
export type HitRow = z.infer<typeof hitRow>;

const markedWord = z.object({ text: z.string(), differs: z.boolean() });
/** One thing compared, on both sides; `isSame` null where one side is silent. */
const compared = z.object({
  what: sentence,
  entry: z.array(z.array(markedWord)),
  entity: z.array(z.array(markedWord)),
  isSame: z.boolean().nullable(),
});

export const hitDetail = z.object({
  hit: hitRow,
  /** The entity is protected and was not opened: nothing of either side is told. */
  isShut: z.boolean(),
  reasons: z.array(sentence),
  compared: z.array(compared),
  raw: z.array(z.object({ column: z.string(), value: z.string() })),
  line: z.number().int(),
  note: z.string(),
  decisions: z.array(z.object({ state: hitState, reason: z.string(), by: z.string(), at: instant })),
});
export type HitDetail = z.infer<typeof hitDetail>;

const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) };

export const listMethods = {
  'list.all': method(nothing, z.object({ lists: z.array(watchList) })),
  /** What a file is as a list, with a mapping ready to use. */
  'list.inspect': method(
    z.object({ path: z.string().min(1), reading: readingChoice.optional() }),
    listInspection,
  ),
  /** A job: a new list, or a new version of one. Its result is `{ listId, versionId, report, matchJobId }`. */
  'list.add': method(
    validity.extend({
      path: z.string().min(1),
      mapping: listMapping,
      list: z.union([z.object({ id }), listTerms]),
    }),
    z.object({ jobId: id }),
  ),
  /** Terms of a list and validity of its newest version. */
  'list.change': method(listTerms.extend({ listId: id }).extend(validity.shape), nothing),
  /** With all its versions, hits and entries; what was decided stays in journal and audit. */
  'list.remove': method(z.object({ listId: id, reason: z.string().trim().min(1) }), nothing),
  /** A job: every valid list against the whole vault. Its result is a MatchReport. */
  'list.run': method(nothing, z.object({ jobId: id })),
  /**
   * Matches who changed since the last time: at once where these are few, in a job where they are many. Open hits of
   * the file.
   */
  'list.refresh': method(z.object({ fileId: id }), z.object({ open: z.number(), jobId: id.nullable() })),
  'list.hits': method(
    z.object({
      fileId: id,
      listId: id.nullable(),
      /** A version that was replaced; null: the newest of each list. */
      versionId: id.nullable(),
      states: z.array(hitState).min(1),
      ...page,
    }),
    z.object({
      rows: z.array(hitRow),
      total: z.number(),
      /** Of the same lists by state. */
      counts: z.record(hitState, z.number()),
      /** Other analysis files with open hits: how many and the reference, nothing of their content. */
      elsewhere: z.array(z.object({ fileReference: z.string(), open: z.number() })),
    }),
  ),
  /** Both sides; opening a protected person asks for a reason and goes to the audit chain. */
  'list.hit': method(z.object({ hitId: id, reason: z.string().optional() }), hitDetail),
  'list.decide': method(
    z.object({
      hitIds: z.array(id).min(1).max(1000),
      state: z.enum(['confirmed', 'dismissed']),
      reason: z.string().trim(),
    }),
    z.object({ journalId: id }),
  ),
  /** Hits of one entity that are not dismissed. */
  'list.ofEntity': method(z.object({ entityId: id }), z.object({ rows: z.array(hitRow) })),
  /** Entries of a version as they were read, and its rows that are none. */
  'list.entries': method(
    z.object({ versionId: id, ...page }),
    z.object({
      rows: z.array(
        z.object({ line: z.number(), reference: z.string(), label: z.string(), note: z.string() }),
      ),
      total: z.number(),
    }),
  ),
  'list.rejected': method(
    z.object({ versionId: id, ...page }),
    z.object({
      rows: z.array(z.object({ line: z.number(), message: z.string(), value: z.string() })),
      total: z.number(),
    }),
  ),
};

export const matchReport = z.object({
  /** Entities looked at, entries of valid lists they were compared with. */
  entities: z.number(),
  entries: z.number(),
  found: z.number(),
  /** Hits that were not there before. */
  fresh: z.number(),
  gone: z.number(),
  /** Entities so like so many entries that not all of these were compared or kept. */
  crowded: z.number(),
  /** Lists that were left out, and why. */
  skipped: z.array(z.object({ name: z.string(), standing: z.enum(STANDINGS) })),
  seconds: z.number(),
});
export type MatchReport = z.infer<typeof matchReport>;
