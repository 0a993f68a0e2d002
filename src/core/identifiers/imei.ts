import { passesLuhn } from './checks.ts';
import { compact, formatUnknown, type IdentifierKind, judged, notCheckable } from './identifier.ts';

/**
 * Compared on 14 digits (TAC + serial): call records give 14, 15 with a check digit, 15 with a 0 in its place,
 * or 16 with a software version (IMEISV), all of the same device.
 */
export const imei: IdentifierKind = {
  kind: 'imei',
  normalise(raw) {
    const digits = compact(raw);
    if (!/^\d{14,16}$/.test(digits)) return formatUnknown(digits);
    const value = digits.slice(0, 14);
    if (digits.length !== 15) return notCheckable(value);
    if (digits.endsWith('0') && !passesLuhn(digits)) return notCheckable(value);
    return judged(value, passesLuhn(digits));
  },
};
