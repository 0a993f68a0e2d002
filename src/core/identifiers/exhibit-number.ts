import { type IdentifierKind, notCheckable, upper } from './identifier.ts';

/** Exhibit label: separators carry meaning (seal, item, part), so only case and blanks are folded. */
export const exhibitNumber: IdentifierKind = {
  kind: 'exhibit-number',
  normalise: (raw) => notCheckable(upper(raw).replace(/\s+/g, ' ').trim()),
};
