import { validateBIC } from 'ibantools';
import { because, compact, formatUnknown, type IdentifierKind, valid } from './identifier.ts';
import { folded } from './look-alikes.ts';

/** Bank and, with 11 characters, branch (ISO 9362). XXX is the head office, which 8 characters mean as well. */
export const bic: IdentifierKind = {
  kind: 'bic',
  normalise(raw) {
    const { text, notes } = folded(compact(raw).replace(/^(BIC|SWIFT):?(?=.{8})/, ''));
    const value = /^.{8}XXX$/.test(text) ? text.slice(0, 8) : text;
    if (!validateBIC(value).valid) return formatUnknown(value, ...notes);
    return valid(value, because('identifier:countryRead', { country: value.slice(4, 6) }), ...notes);
  },
};
