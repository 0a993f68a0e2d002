import { compact, formatUnknown, type IdentifierKind, notCheckable } from './identifier.ts';
import { foldLookAlikes } from './look-alikes.ts';

/** Shapes of passports and identity cards, hints only; the authority is PRADO. */
const DOCUMENT_SHAPES: Readonly<Record<string, RegExp>> = {
  UA: /^([A-ZА-ЯІЇЄҐ]{2}\d{6}|\d{9})$/u,
  MD: /^[A-Z]{1,2}\d{7}$/,
  RO: /^([A-Z]{2}\d{6}|\d{8,9})$/,
  PL: /^([A-Z]{2}\d{7}|[A-Z]{3}\d{6})$/,
  HU: /^[A-Z]{2}\d{6,7}$/,
  SK: /^[0-9A-Z]{2}\d{6,7}$/,
  EE: /^[A-Z]{1,2}\d{7}$/,
  LV: /^[A-Z0-9]{2}\d{7}$/,
  LT: /^[A-Z0-9]{8}$/,
  GE: /^\d{2}[A-Z]{2}\d{5}$/,
  BY: /^[A-Z]{2}\d{7}$/,
};

/** Number of a travel or identity document. The series of Ukrainian booklets is Cyrillic; look-alikes are folded. */
export const documentNumber: IdentifierKind = {
  kind: 'document-number',
  normalise(raw, { country }) {
    const value = foldLookAlikes(compact(raw));
    return DOCUMENT_SHAPES[country]?.test(value) ? notCheckable(value) : formatUnknown(value);
  },
};
