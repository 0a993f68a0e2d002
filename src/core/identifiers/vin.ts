import { because, compact, formatUnknown, type IdentifierKind, judged, notCheckable } from './identifier.ts';
import { folded } from './look-alikes.ts';

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9];
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** 17 characters without I, O, Q. The check digit is mandatory in North America only: elsewhere it says nothing. */
export const vin: IdentifierKind = {
  kind: 'vin',
  normalise(raw) {
    const { text, notes } = folded(compact(raw).replace(/^VIN:?(?=.{17}$)/, ''));
    const value = text.replace(/O/g, '0').replace(/I/g, '1').replace(/Q/g, '0');
    if (value !== text) notes.push(because('identifier:vin.letters'));
    if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(value)) return formatUnknown(value, ...notes);
    const hasCheckDigit = /^[1-5]/.test(value) && /^[0-9X]$/.test(value.charAt(8));
    if (!hasCheckDigit) return notCheckable(value, because('identifier:vin.elsewhere'), ...notes);
    return judged(value, passes(value), 'mod 11', ...notes);
  },
};

function passes(value: string): boolean {
  let sum = 0;
  for (const [position, weight] of WEIGHTS.entries()) {
    const character = value.charAt(position);
    const letter = LETTERS.indexOf(character);
    sum += weight * (letter >= 0 ? (VALUES[letter] ?? 0) : Number(character));
  }
  const rest = sum % 11;
  return value.charAt(8) === (rest === 10 ? 'X' : String(rest));
}
