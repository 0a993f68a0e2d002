import { compact, type IdentifierKind, notCheckable } from './identifier.ts';

/** Number of a bank account that is no IBAN. Each country's banks count for themselves, so the country is part of it. */
export const accountNumber: IdentifierKind = {
  kind: 'account',
  normalise(raw, { country }) {
    const value = compact(raw);
    return notCheckable(country === '' ? value : `${country}:${value}`);
  },
};
