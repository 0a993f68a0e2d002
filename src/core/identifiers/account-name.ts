import { type IdentifierKind, notCheckable } from './identifier.ts';

/** Name of an account on a service, without a leading @; the service belongs to the entity's properties. */
export const accountName: IdentifierKind = {
  kind: 'account-name',
  normalise(raw) {
    const text = raw.normalize('NFKC').trim().toLowerCase();
    return notCheckable(text.length > 1 ? text.replace(/^@/, '') : text);
  },
};
