/** Kinds of sources; the first ones are made by a person, the others by the program itself. */
export const WRITTEN_SOURCE_KINDS = ['document', 'statement', 'message', 'open_source'] as const;
export const SOURCE_KINDS = [...WRITTEN_SOURCE_KINDS, 'import', 'analyst', 'package'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a source says, what the analyst concludes from it, and what the analyst advises: never one for the other. */
export const FACT_KINDS = ['fact', 'inference', 'recommendation'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Intelligence leads an investigation; evidence may also be shown in court, unless H1 says otherwise. */
export const SOURCE_USAGES = ['intelligence', 'evidence'] as const;
export type SourceUsage = (typeof SOURCE_USAGES)[number];

/** Steps of a custody record after ISO/IEC 27037, from finding a thing to its end. */
export const CUSTODY_ACTIONS = [
  'identified',
  'collected',
  'acquired',
  'sealed',
  'transferred',
  'stored',
  'examined',
  'returned',
  'disposed',
] as const;
export type CustodyAction = (typeof CUSTODY_ACTIONS)[number];
