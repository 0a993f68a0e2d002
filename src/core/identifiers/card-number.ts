import { passesLuhn } from './checks.ts';
import { because, compact, formatUnknown, type IdentifierKind, judged, notCheckable } from './identifier.ts';

/** Payment card, 12–19 digits with Luhn; masked numbers (4111 11** **** 1111) are kept and cannot be checked. */
export const cardNumber: IdentifierKind = {
  kind: 'card-number',
  normalise(raw) {
    const value = compact(raw).replace(/[XХ•·]/g, '*');
    if (/^\d{12,19}$/.test(value)) return judged(value, passesLuhn(value), 'Luhn');
    if (!/^\d{4,6}[\d*]+\d{2,4}$/.test(value)) return formatUnknown(value);
    return notCheckable(value, because('identifier:masked'));
  },
};
