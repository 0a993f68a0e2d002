import { passesLuhn } from './checks.ts';
import { compact, formatUnknown, type IdentifierKind, judged, notCheckable } from './identifier.ts';

/** Payment card, 12–19 digits with Luhn; masked numbers (4111 11** **** 1111) are kept and cannot be checked. */
export const cardNumber: IdentifierKind = {
  kind: 'card-number',
  normalise(raw) {
    const value = compact(raw).replace(/[X•·]/g, '*');
    if (/^\d{12,19}$/.test(value)) return judged(value, passesLuhn(value));
    return /^\d{4,6}[\d*]+\d{2,4}$/.test(value) ? notCheckable(value) : formatUnknown(value);
  },
};
