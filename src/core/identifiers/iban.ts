import { remainder97 } from './checks.ts';
import { checkFailed, compact, formatUnknown, type IdentifierKind, judged } from './identifier.ts';

/** Lengths of the SWIFT IBAN registry for the countries the region's money goes through. */
const LENGTHS: Readonly<Record<string, number>> = {
  AE: 23,
  AT: 22,
  AZ: 28,
  BE: 16,
  BG: 22,
  BY: 28,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IT: 27,
  KZ: 20,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  TR: 26,
  UA: 29,
  XK: 20,
};

/** Mod 97 = 1 and the length of its country. An account number that is no IBAN is kept as format unknown. */
export const iban: IdentifierKind = {
  kind: 'iban',
  normalise(raw) {
    const value = compact(raw).replace(/^IBAN:?(?=[A-Z]{2}\d{2})/, '');
    if (!/^[A-Z]{2}\d{2}[0-9A-Z]{10,30}$/.test(value)) return formatUnknown(value);
    const length = LENGTHS[value.slice(0, 2)];
    if (length !== undefined && length !== value.length) return checkFailed(value);
    return judged(value, remainder97(value.slice(4) + value.slice(0, 4)) === 1);
  },
};
