import { z } from 'zod';
import { importFormat, importSpecification } from './import-specification.ts';
import { method, nothing } from './method.ts';
import { entityType, eventType, id, instant, linkType, personStatus, properties, sentence } from './terms.ts';

/** How a file is read and what becomes of its columns stands in its own file; what is done with it, here. */
export * from './import-specification.ts';

export const rejectedRow = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  value: z.string(),
});
export type RejectedRow = z.infer<typeof rejectedRow>;

export const importReport = z.object({
  batchId: id.nullable(),
  dryRun: z.boolean(),
  file: z.string(),
  rows: z.number(),
  imported: z.number(),
  rejected: z.number(),
  /** By the filter of the specification: rows = imported + rejected + left out. */
  leftOut: z.number(),
  rejectedByReason: z.record(z.string(), z.number()),
  /** The first 200; the rest are in the vault (`import.rejected`). */
  rejectedRows: z.array(rejectedRow),
  entitiesNew: z.number(),
  entitiesKnown: z.number(),
  links: z.number(),
  /** Not drawn: both ends of the row turned out to be one thing. */
  linksToItself: z.number(),
  events: z.number(),
  /** Kept although their check digit fails, by identifier kind. */
  checkFailed: z.record(z.string(), z.number()),
  /** Kept as written because they have no form known for the country of the specification, by identifier kind. */
  formUnknown: z.record(z.string(), z.number()),
  /** Country of the specification: what numbers in national form and plates were read as. */
  country: z.string(),
  /** Words of a status column nothing was concluded from, with how many people have them. */
  unknownStatuses: z.record(z.string(), z.number()),
  /** Names that mean several places far apart; they got no coordinates. The first 20. */
  ambiguousPlaces: z.array(z.object({ name: z.string(), meanings: z.array(z.string()) })),
  /** Border crossing points the gazetteer does not know. The first 20. */
  unknownCrossings: z.array(z.string()),
  /** Names the file puts elsewhere than what was there before; both positions are kept. The first 20. */
  conflictingPlaces: z
    .array(z.object({ name: z.string(), positions: z.tuple([z.string(), z.string()]).readonly() }))
    .readonly()
    .default([]),
  seconds: z.number(),
});
export type ImportReport = z.infer<typeof importReport>;

/** Encodings a person can choose from where the recognised one is wrong. */
export const ENCODING_CHOICES = [
  'utf-8',
  'windows-1251',
  'windows-1250',
  'windows-1252',
  'koi8-u',
  'koi8-r',
  'cp866',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-16',
  'maccyrillic',
  'windows-1257',
  'windows-1254',
  'utf-16le',
  'utf-16be',
] as const;

/** How to read the bytes of a table where the recognition was wrong; what is left out is recognised. */
export const readingChoice = z.object({
  /** Sheet, layer or section. */
  part: z.string().optional(),
  encoding: z.string().optional(),
  delimiter: z.string().min(1).optional(),
  /** Empty: no quoting. */
  quote: z.string().optional(),
  /** Which row that is not blank holds the names, from 0; −1 = none. */
  headerRow: z.number().int().min(-1).optional(),
});
export type ReadingChoice = z.infer<typeof readingChoice>;

export const importPart = z.object({
  name: z.string(),
  /** null where it is not known without reading all. */
  rows: z.number().nullable(),
  hidden: z.boolean(),
});
export type ImportPart = z.infer<typeof importPart>;

export const inspection = z.object({
  path: z.string(),
  fileName: z.string(),
  size: z.number(),
  sha256: z.string(),
  format: importFormat,
  /** Sheets, layers or sections, each a table of its own; empty where the file has one. */
  parts: z.array(importPart),
  part: z.string().nullable(),
  /** What a person should know before importing: hidden rows, merged cells, pages without text. */
  remarks: z.array(sentence),
  confidence: z.number(),
  why: sentence,
  /** Where the country of numbers and plates comes from; null where the file has neither or it was saved. */
  whyCountry: sentence.nullable(),
  encoding: z.string(),
  delimiter: z.string(),
  hasHeader: z.boolean(),
  columns: z.array(z.object({ name: z.string(), guess: z.string(), examples: z.array(z.string()) })),
  sampleRows: z.array(z.array(z.string())),
  estimatedRows: z.number(),
  /** Batch that already holds the same bytes. */
  duplicateOf: id.nullable(),
  suggested: importSpecification,
  /** 0…1: how much of the file the suggestion explains; 1 = saved specification with the same headers. */
  quality: z.number(),
  suggestedFrom: z.enum(['saved', 'headers', 'none']),
  /** The saved specification that was taken, and which of its columns this file does not have. */
  savedMatch: z
    .object({ name: z.string(), isReordered: z.boolean(), missing: z.array(z.string()) })
    .nullable(),
  /** First and last moment of the rows looked at; `isWhole` where these are all rows. */
  dates: z.object({ first: instant, last: instant, isWhole: z.boolean() }).nullable(),
  /** Asked once per file: the day/month order cannot be told from the values. */
  ambiguousDates: z.boolean(),
});
export type Inspection = z.infer<typeof inspection>;

/** One file of what a person dropped, wherever it lies in folders and archives. */
export const expandedFile = z.object({
  /** For inspect, preview and start: a path, an upload or `zip:…!/…`. */
  path: z.string(),
  /** As a person finds it: below what was chosen, through folders and archives. */
  inside: z.string(),
  name: z.string(),
  size: z.number(),
  /** null: no format rows are read from; it can be registered by hash and size. */
  format: importFormat.nullable(),
  confidence: z.number(),
  why: sentence,
});
export type ExpandedFile = z.infer<typeof expandedFile>;

export const importBatch = z.object({
  id,
  fileName: z.string(),
  imported: z.number(),
  rejected: z.number(),
  leftOut: z.number(),
  rows: z.number(),
  /** The import whose rejected rows these are, corrected by a person. */
  correctionOf: id.nullable(),
  at: instant,
  state: z.enum(['done', 'undone']),
  sourceId: id,
  specificationName: z.string(),
});
export type ImportBatch = z.infer<typeof importBatch>;

export const correctedRow = z.object({ line: z.number().int(), cells: z.array(z.string()) });
export type CorrectedRow = z.infer<typeof correctedRow>;

export const importMethods = {
  'import.inspect': method(
    z.object({
      path: z.string(),
      fileId: id.optional(),
      reading: readingChoice.optional(),
      /** Of the source; without it the one of the settings. */
      timeZone: z.string().optional(),
    }),
    inspection,
  ),
  /** Files, folders and archives as one flat list; nothing of an archive is written to the disk. */
  'import.expand': method(
    z.object({
      paths: z.array(z.string().min(1)).min(1),
      /** Material nobody may look at: files are listed by name and size, none is opened. */
      hashOnly: z.boolean().optional(),
    }),
    z.object({
      files: z.array(expandedFile),
      refused: z.array(z.object({ path: z.string(), inside: z.string(), reason: sentence })),
      /** Limits at which the list ends although there is more. */
      stopped: z.array(sentence),
      /** Files that operating systems leave behind, left out. */
      litter: z.number(),
    }),
  ),
  /** First rows as they will become. */
  'import.preview': method(
    z.object({ path: z.string(), specification: importSpecification, limit: z.number().int().max(100) }),
    z.object({
      rows: z.array(
        z.object({
          line: z.number(),
          entities: z.array(
            z.object({
              name: z.string(),
              type: entityType,
              label: z.string(),
              identifiers: z.array(z.object({ kind: z.string(), value: z.string(), check: z.string() })),
              status: personStatus.nullable(),
              minor: z.boolean(),
              properties,
            }),
          ),
          links: z.array(z.object({ from: z.string(), to: z.string(), type: linkType })),
          events: z.array(
            z.object({
              type: eventType,
              start: instant.nullable(),
              from: z.string().nullable(),
              to: z.string().nullable(),
              properties,
            }),
          ),
          problems: z.array(rejectedRow),
        }),
      ),
    }),
  ),
  /** Starts a job whose result is an ImportReport. */
  'import.start': method(
    z.object({
      fileId: id,
      path: z.string(),
      specification: importSpecification,
      dryRun: z.boolean(),
      /** The same bytes are in this file already and shall come once more: counts and sums double. */
      again: z.boolean().optional(),
      /** CSV file for every row not taken: a dry run keeps no more than the report shows. Noted in the audit chain. */
      rejectedTo: z.object({ path: z.string().min(1), language: z.enum(['en', 'uk', 'ro']) }).optional(),
    }),
    z.object({ jobId: z.string() }),
  ),
  'import.batches': method(z.object({ fileId: id }), z.object({ batches: z.array(importBatch) })),
  'import.rejected': method(
    z.object({ batchId: id, offset: z.number().int(), limit: z.number().int().max(1000) }),
    z.object({
      total: z.number(),
      /** `correctedIn`: the import that brought the row after a person corrected it. */
      rows: z.array(rejectedRow.extend({ correctedIn: id.nullable() })),
    }),
  ),
  /** What an import came to, kept with it also when it was taken back. */
  'import.report': method(z.object({ batchId: id }), z.object({ batch: importBatch, report: importReport })),
  /** Rejected rows as they stand in the file, for a person to correct. */
  'import.corrections': method(
    z.object({ batchId: id, lines: z.array(z.number().int()).max(200) }),
    z.object({ columns: z.array(z.string()), rows: z.array(correctedRow) }),
  ),
  /**
   * Imports corrected rows as a batch of their own with the mapping of the first; the original text is kept beside
   * each. Rows that still cannot be taken come back with their reasons. Job null where none can.
   */
  'import.retry': method(
    z.object({ batchId: id, rows: z.array(correctedRow).min(1).max(200) }),
    z.object({ jobId: z.string().nullable(), problems: z.array(rejectedRow) }),
  ),
  /** Un-import at any later time: removes exactly what the batch brought. Job; result {events, entities, links}. */
  'import.undo': method(z.object({ batchId: id }), z.object({ jobId: z.string() })),
  'specification.list': method(nothing, z.object({ specifications: z.array(importSpecification) })),
  'specification.save': method(z.object({ specification: importSpecification }), z.object({ id })),
  /** Writes a file that a colleague can open; noted in the audit chain. */
  'specification.export': method(
    z.object({ specification: importSpecification, path: z.string().min(1) }),
    z.object({ path: z.string() }),
  ),
  /** Reads such a file and saves it in this vault. */
  'specification.import': method(
    z.object({ path: z.string() }),
    z.object({ specification: importSpecification }),
  ),
};
