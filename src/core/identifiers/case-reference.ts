import { compact, type IdentifierKind, notCheckable } from './identifier.ts';

/** Number of a criminal case or investigation, as the authority writes it, without blanks and separators. */
export const caseReference: IdentifierKind = {
  kind: 'case-reference',
  normalise: (raw) => notCheckable(compact(raw)),
};
