import { weightedSum } from './checks.ts';
import {
  compact,
  formatUnknown,
  type IdentifierKind,
  judged,
  type NormalisedIdentifier,
} from './identifier.ts';

/**
 * Numbers of persons: Ukrainian RNOKPP (10 digits), Moldovan IDNP (13, begins 0 or 2), Romanian CNP (13).
 * An IDNP and a CNP can look alike, so the country of the source decides; where it is none of the three the value
 * is kept without judgement.
 */
export const personalNumber: IdentifierKind = {
  kind: 'personal-number',
  normalise(raw, { country }) {
    const value = compact(raw);
    return judge(value, country) ?? formatUnknown(value);
  },
};

function judge(value: string, country: string): NormalisedIdentifier | null {
  if (/^\d{10}$/.test(value) && country !== 'RO') return judged(value, passesRnokpp(value));
  if (!/^\d{13}$/.test(value)) return null;
  const isMoldovan = passesIdnp(value) && /^[02]/.test(value);
  const isRomanian = passesCnp(value) && /^[1-9]/.test(value);
  if (country === 'MD') return judged(value, isMoldovan || isRomanian);
  return judged(value, isRomanian || isMoldovan);
}

/** Weights −1 5 7 9 4 6 10 5 7, mod 11 mod 10. */
export function passesRnokpp(value: string): boolean {
  const sum = weightedSum(value, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return (((sum % 11) + 11) % 11) % 10 === Number(value[9]);
}
/** Weights 7 3 1 repeating, mod 10; the same for IDNP and IDNO. */
export function passesIdnp(value: string): boolean {
  return weightedSum(value, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 === Number(value[12]);
}
/** Weights 2 7 9 1 4 6 3 5 8 2 7 9, mod 11, 10 becomes 1. */
export function passesCnp(value: string): boolean {
  const rest = weightedSum(value, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (rest === 10 ? 1 : rest) === Number(value[12]);
}
