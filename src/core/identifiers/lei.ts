import { remainder97 } from './checks.ts';
import { compact, formatUnknown, type IdentifierKind, judged } from './identifier.ts';
import { folded } from './look-alikes.ts';

/** Legal entity identifier (ISO 17442): 20 characters, the last two by mod 97-10. */
export const lei: IdentifierKind = {
  kind: 'lei',
  normalise(raw) {
    const { text, notes } = folded(compact(raw).replace(/^LEI:?(?=.{20}$)/, ''));
    if (!/^[0-9A-Z]{18}\d{2}$/.test(text)) return formatUnknown(text, ...notes);
    return judged(text, remainder97(text) === 1, 'mod 97', ...notes);
  },
};
