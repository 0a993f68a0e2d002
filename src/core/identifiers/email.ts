import { formatUnknown, type IdentifierKind, notCheckable } from './identifier.ts';

/** Lower case throughout: no provider of importance tells upper from lower case. */
export const email: IdentifierKind = {
  kind: 'email',
  normalise(raw) {
    const value = raw
      .normalize('NFKC')
      .trim()
      .replace(/^mailto:/i, '')
      .toLowerCase();
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value) ? notCheckable(value) : formatUnknown(value);
  },
};
