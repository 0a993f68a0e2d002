import { type IdentifierKind, notCheckable } from './identifier.ts';

/** Exhibit label: separators carry meaning (seal, item, part), so only case and blanks are folded. */
export const exhibitNumber: IdentifierKind = {
  kind: 'exhibit-number',
  normalise: (raw) => notCheckable(raw.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase()),
};
