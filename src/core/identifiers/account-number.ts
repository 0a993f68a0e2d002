import { compact, type IdentifierKind, notCheckable, splitCountry } from './identifier.ts';

/** Number of a bank account that is no IBAN. Each country's banks count for themselves, so the country is part of it. */
export const accountNumber: IdentifierKind = {
  kind: 'account',
  normalise(raw, options) {
    const { country, text } = splitCountry(raw, options.country);
    const value = compact(text);
    return notCheckable(country === '' ? value : `${country}:${value}`);
  },
};
