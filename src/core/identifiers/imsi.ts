import { compact, formatUnknown, type IdentifierKind, notCheckable } from './identifier.ts';

/** MCC + MNC + subscriber, 14–15 digits; it has no check digit. */
export const imsi: IdentifierKind = {
  kind: 'imsi',
  normalise(raw) {
    const digits = compact(raw);
    return /^\d{14,15}$/.test(digits) ? notCheckable(digits) : formatUnknown(digits);
  },
};

/** Serial number of the card itself: 19–20 digits beginning with 89. */
export const iccid: IdentifierKind = {
  kind: 'iccid',
  normalise(raw) {
    const digits = compact(raw).replace(/F$/, '');
    return /^89\d{17,18}$/.test(digits) ? notCheckable(digits) : formatUnknown(digits);
  },
};
