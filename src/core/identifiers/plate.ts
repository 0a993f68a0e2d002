import { compact, formatUnknown, type IdentifierKind, valid } from './identifier.ts';
import { foldLookAlikes } from './look-alikes.ts';

/** Shapes of the countries of the region, hints only. MD-SN: plates of the Transnistrian region. */
const SHAPES: Readonly<Record<string, readonly RegExp[]>> = {
  UA: [/^[ABCDEHIKMOPTX]{2}\d{4}[ABCEHIKMOPTXYZ]{2}$/, /^\d{5}[A-Z]{2}$/],
  MD: [/^[A-Z]{3}\d{3}$/, /^(C|K|[A-Z]{2})[A-Z]{2}\d{1,3}$/, /^[ABEHKPCT]\d{3}[ABCEHKMPTXY]{2}$/],
  RO: [/^(B\d{2,3}|[A-Z]{2}\d{2})[A-Z]{3}$/],
  PL: [/^[A-Z]{2,3}[A-Z0-9]{4,5}$/],
  GE: [/^[A-Z]{2}\d{3}[A-Z]{2}$/, /^[A-Z]{3}\d{3}$/],
  HU: [/^[A-Z]{4}\d{3}$/, /^[A-Z]{3}\d{3}$/],
  SK: [/^[A-Z]{2}\d{3}[A-Z]{2}$/],
  EE: [/^\d{3}[A-Z]{3}$/],
  LV: [/^[A-Z]{2}\d{1,4}$/],
  LT: [/^[A-Z]{3}\d{3}$/],
};

/** The country is part of the key: the same letters and digits exist in Moldova, Lithuania, Hungary and Georgia. */
export const plate: IdentifierKind = {
  kind: 'plate',
  normalise(raw, { country }) {
    const text = foldLookAlikes(compact(raw));
    const value = `${country === '' ? '??' : country}:${text}`;
    return SHAPES[country]?.some((shape) => shape.test(text)) ? valid(value) : formatUnknown(value);
  },
};
