import {
  because,
  compact,
  countryKey,
  formatUnknown,
  type IdentifierKind,
  splitCountry,
  valid,
} from './identifier.ts';
import { folded } from './look-alikes.ts';

/** Plates of the Transnistrian region, which no other plate of Moldova looks like. */
const TRANSNISTRIA = 'MD-SN';
const TRANSNISTRIAN = /^[ABEHKPCT]\d{3}[ABCEHKMPTXY]{2}$/;

/** Shapes of the countries of the region, hints only. */
const SHAPES: Readonly<Record<string, readonly RegExp[]>> = {
  UA: [/^[ABCDEHIKMOPTX]{2}\d{4}[ABCEHIKMOPTXYZ]{2}$/, /^\d{5}[A-Z]{2}$/],
  MD: [/^[A-Z]{3}\d{3}$/, /^(C|K|[A-Z]{2})[A-Z]{2}\d{1,3}$/],
  [TRANSNISTRIA]: [TRANSNISTRIAN],
  RO: [/^(B\d{2,3}|[A-Z]{2}\d{2})[A-Z]{3}$/],
  PL: [/^[A-Z]{2,3}[A-Z0-9]{4,5}$/],
  GE: [/^[A-Z]{2}\d{3}[A-Z]{2}$/, /^[A-Z]{3}\d{3}$/],
  HU: [/^[A-Z]{4}\d{3}$/, /^[A-Z]{3}\d{3}$/],
  SK: [/^[A-Z]{2}\d{3}[A-Z]{2}$/],
  EE: [/^\d{3}[A-Z]{3}$/],
  LV: [/^[A-Z]{2}\d{1,4}$/],
  LT: [/^[A-PR-VYZ]{3}\d{3}$/],
  BY: [/^\d{4}[A-Z]{2}\d$/, /^[A-Z]{2}\d{5}$/, /^[A-Z]\d{4}[A-Z]\d$/, /^E\d{3}[A-Z]{2}\d$/],
};

/** The country is part of the key: the same letters and digits exist in Moldova, Lithuania, Hungary and Georgia. */
export const plate: IdentifierKind = {
  kind: 'plate',
  normalise(raw, options) {
    const stated = splitCountry(raw, options.country);
    const { text, notes } = folded(compact(stated.text));
    const isTransnistrian = stated.country === 'MD' && TRANSNISTRIAN.test(text);
    const country = isTransnistrian ? TRANSNISTRIA : stated.country;
    const value = countryKey(country, text);
    if (country === '') return formatUnknown(value, because('identifier:countryMissing'), ...notes);
    const shapes = SHAPES[country];
    if (shapes?.some((shape) => shape.test(text))) {
      return valid(value, because('identifier:shapeOf', { country }), ...notes);
    }
    const key = shapes === undefined ? 'identifier:shapeNotKnown' : 'identifier:shapeNotOf';
    return formatUnknown(value, because(key, { country }), ...notes);
  },
};
