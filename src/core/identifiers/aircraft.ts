import { because, compact, formatUnknown, type IdentifierKind, notCheckable } from './identifier.ts';
import { folded } from './look-alikes.ts';

/** Nationality marks and what follows them in their registers. */
const REGISTERS: readonly (readonly [country: string, shape: RegExp])[] = [
  ['UA', /^UR[A-Z0-9]{3,6}$/],
  ['MD', /^ER[A-Z0-9]{3,5}$/],
  ['RO', /^YR([A-Z]{3}|\d{4}|D\d{4})$/],
  ['PL', /^SP[A-Z0-9]{3,4}$/],
  ['GE', /^4L[A-Z0-9]{3,5}$/],
  ['HU', /^HA[A-Z0-9]{3,4}$/],
  ['SK', /^OM[A-Z0-9]{3,4}$/],
  ['EE', /^ES[A-Z]{3}$/],
  ['LV', /^YL[A-Z]{3}$/],
  ['LT', /^LY[A-Z]{3}$/],
  ['BY', /^EW\d{3}[A-Z]{2}$/],
  ['TR', /^TC[A-Z]{3}$/],
  ['US', /^N\d{1,5}[A-Z]{0,2}$/],
];
/** Blocks of 24-bit transponder addresses; the bounds are inclusive. */
const BLOCKS: readonly (readonly [country: string, from: number, to: number])[] = [
  ['UA', 0x508000, 0x50ffff],
  ['MD', 0x504c00, 0x504fff],
  ['RO', 0x4a0000, 0x4a7fff],
  ['PL', 0x488000, 0x48ffff],
  ['GE', 0x514000, 0x5143ff],
  ['HU', 0x470000, 0x477fff],
];

/** Registration of an aircraft, or the address its transponder sends (six hexadecimal digits). Neither has a check digit. */
export const aircraft: IdentifierKind = {
  kind: 'aircraft',
  normalise(raw) {
    const { text, notes } = folded(compact(raw));
    const register = REGISTERS.find(([, shape]) => shape.test(text))?.[0];
    const none = because('identifier:noCheckDigit');
    if (register !== undefined) return notCheckable(text, none, countryRead(register), ...notes);
    if (!/^[0-9A-F]{6}$/.test(text) || !/\d/.test(text)) return formatUnknown(text, ...notes);
    const address = Number.parseInt(text, 16);
    const country = BLOCKS.find(([, from, to]) => address >= from && address <= to)?.[0];
    const place = country === undefined ? [] : [countryRead(country)];
    return notCheckable(text, none, because('identifier:transponder'), ...place, ...notes);
  },
};

function countryRead(country: string): ReturnType<typeof because> {
  return because('identifier:countryRead', { country });
}
