import { compact, formatUnknown, type IdentifierKind, judged } from './identifier.ts';

/** Ship number: six digits weighted 7 … 2, check digit = last digit of the sum. */
export const imo: IdentifierKind = {
  kind: 'imo',
  normalise(raw) {
    const value = compact(raw).replace(/^IMO:?(?=.)/, '');
    if (!/^\d{7}$/.test(value)) return formatUnknown(value);
    const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(value[at]), 0);
    return judged(value, sum % 10 === Number(value[6]), '7 … 2, mod 10');
  },
};
