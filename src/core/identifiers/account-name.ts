import { type IdentifierKind, lower, notCheckable } from './identifier.ts';

/** Name of an account on a service, without a leading @; the service belongs to the entity's properties. */
export const accountName: IdentifierKind = {
  kind: 'account-name',
  normalise(raw) {
    const text = lower(raw).trim();
    return notCheckable(text.replace(/^[@\s]+(?=.)/, ''));
  },
};
