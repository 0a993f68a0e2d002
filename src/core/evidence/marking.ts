/** INTERPOL confidentiality levels (RPD Art. 112), lowest first. */
export const CONFIDENTIALITY_LEVELS = ['official_use', 'restricted', 'confidential'] as const;
export type ConfidentialityLevel = (typeof CONFIDENTIALITY_LEVELS)[number];

/** Europol handling codes: H0 stands alone, H1–H3 combine, H3 needs a text. */
export const HANDLING_CODES = ['H0', 'H1', 'H2', 'H3'] as const;
export type HandlingCode = (typeof HANDLING_CODES)[number];

export interface Marking {
  readonly level: ConfidentialityLevel;
  readonly handling: readonly HandlingCode[];
}

/** The marking of a set: highest level, union of handling codes; H0 disappears beside any other code. */
export function effectiveMarking(markings: readonly Marking[]): Marking {
  let level = 0;
  const codes = new Set<HandlingCode>();
  for (const marking of markings) {
    level = Math.max(level, CONFIDENTIALITY_LEVELS.indexOf(marking.level));
    for (const code of marking.handling) codes.add(code);
  }
  if (codes.size > 1) codes.delete('H0');
  if (codes.size === 0) codes.add('H0');
  return { level: CONFIDENTIALITY_LEVELS[level] ?? 'official_use', handling: [...codes].sort() };
}
