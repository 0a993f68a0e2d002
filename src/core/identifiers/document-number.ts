import { passesWeights } from './checks.ts';
import {
  because,
  compact,
  countryKey,
  formatUnknown,
  type IdentifierKind,
  judged,
  notCheckable,
  splitCountry,
} from './identifier.ts';
import { folded } from './look-alikes.ts';

/** Shapes of passports and identity cards, hints only; the authority is PRADO. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  UA: /^([A-ZА-ЯІЇЄҐ]{2}\d{6}|\d{9})$/u,
  MD: /^[A-Z]{1,2}\d{7}$/,
  RO: /^([A-Z]{2}\d{6}|\d{8,9})$/,
  PL: /^([A-Z]{2}\d{7}|[A-Z]{3}\d{6})$/,
  HU: /^[A-Z]{2}\d{6,7}$/,
  SK: /^([0-9A-Z]\d{7}|[A-Z]{2}\d{6})$/,
  EE: /^[A-Z]{1,2}\d{7}$/,
  LV: /^[A-Z0-9]{2}\d{7}$/,
  LT: /^[A-Z0-9]{8}$/,
  GE: /^(\d{2}[A-Z]{2}\d{5}|\d{11})$/,
  BY: /^[A-Z]{2}\d{7}$/,
  RU: /^\d{9,10}$/,
};

/** Documents of Poland have a check digit among the digits: identity card, then passport. */
const POLISH: readonly (readonly [shape: RegExp, weights: readonly number[]])[] = [
  [/^[A-Z]{3}\d{6}$/, [7, 3, 1, 9, 7, 3, 1, 7, 3]],
  [/^[A-Z]{2}\d{7}$/, [7, 3, 9, 1, 7, 3, 1, 7, 3]],
];

/**
 * Number of a travel or identity document. Series and numbers repeat between countries, so the issuing one is part
 * of the key where it is stated. The country of the file is not: travellers carry papers of every country, and it only
 * says which forms to expect. The series of Ukrainian booklets is Cyrillic; look-alikes are folded.
 */
export const documentNumber: IdentifierKind = {
  kind: 'document-number',
  normalise(raw, options) {
    const { country, text: given } = splitCountry(raw, options.country);
    const isAssumed = options.isAssumed === true && country === options.country;
    const { text, notes } = folded(compact(given.replace(/[№#＃]/g, ' ')) || given.trim());
    const value = countryKey(isAssumed ? '' : country, text);
    const shape = SHAPES[country];
    if (country === '') return formatUnknown(value, because('identifier:countryMissing'), ...notes);
    if (!shape?.test(text)) {
      const key = shape === undefined ? 'identifier:shapeNotKnown' : 'identifier:shapeNotOf';
      return formatUnknown(value, because(key, { country }), ...notes);
    }
    const shapeOf = because(isAssumed ? 'identifier:shapeAssumed' : 'identifier:shapeOf', { country });
    const weights = country === 'PL' ? POLISH.find(([form]) => form.test(text))?.[1] : undefined;
    if (weights === undefined)
      return notCheckable(value, because('identifier:noCheckDigit'), shapeOf, ...notes);
    return judged(value, passesWeights(text, weights), '7-3-1, mod 10', shapeOf, ...notes);
  },
};
