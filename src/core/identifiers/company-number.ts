import { weightedSum } from './checks.ts';
import {
  compact,
  formatUnknown,
  type IdentifierKind,
  judged,
  type NormalisedIdentifier,
} from './identifier.ts';
import { passesIdnp } from './personal-number.ts';

/** Numbers of companies: Ukrainian EDRPOU (8 digits), Moldovan IDNO (13, begins 1), Romanian CUI (2–10, optional RO). */
export const companyNumber: IdentifierKind = {
  kind: 'company-number',
  normalise(raw, { country }) {
    const value = compact(raw).replace(/^RO(?=\d+$)/, '');
    return judge(value, country) ?? formatUnknown(value);
  },
};

function judge(value: string, country: string): NormalisedIdentifier | null {
  if (/^1\d{12}$/.test(value)) return judged(value, passesIdnp(value));
  if (country === 'RO' && /^\d{2,10}$/.test(value)) return judged(value, passesCui(value));
  if (/^\d{8}$/.test(value)) return judged(value, passesEdrpou(value) || passesCui(value));
  return null;
}

function passesEdrpou(value: string): boolean {
  const isMiddleRange = value >= '30000000' && value <= '60000000';
  const weights = isMiddleRange ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weightedSum(value, weights) % 11;
  if (first < 10) return first === Number(value[7]);
  const second = weightedSum(
    value,
    weights.map((weight) => weight + 2),
  );
  return (second % 11) % 10 === Number(value[7]);
}

function passesCui(value: string): boolean {
  const padded = value.padStart(10, '0');
  return ((weightedSum(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === Number(padded[9]);
}
