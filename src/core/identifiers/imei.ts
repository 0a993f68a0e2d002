import { passesLuhn } from './checks.ts';
import { because, compact, formatUnknown, type IdentifierKind, judged, notCheckable } from './identifier.ts';

/**
 * Compared on 14 digits (TAC + serial): call records give 14, 15 with a check digit, 15 with a 0 in its place,
 * or 16 with a software version (IMEISV), all of the same device.
 */
export const imei: IdentifierKind = {
  kind: 'imei',
  normalise(raw) {
    const digits = compact(raw).replace(/^IMEI:?(?=\d)/, '');
    if (!/^\d{14,16}$/.test(digits)) return formatUnknown(digits);
    const value = digits.slice(0, 14);
    const compared = because('identifier:imei.compared');
    if (digits.length === 14) return notCheckable(value, because('identifier:imei.fourteen'));
    if (digits.length === 16) return notCheckable(value, because('identifier:imei.version'), compared);
    const passes = passesLuhn(digits);
    if (digits.endsWith('0') && !passes)
      return notCheckable(value, because('identifier:imei.zero'), compared);
    return judged(value, passes, 'Luhn', compared);
  },
};
