import { formatUnknown, type IdentifierKind, notCheckable } from './identifier.ts';

/** IP address or host name, lower case without a trailing dot. */
export const internetAddress: IdentifierKind = {
  kind: 'internet-address',
  normalise(raw) {
    const value = raw.trim().toLowerCase().replace(/\.$/, '');
    return /^[\da-z.:_-]+$/.test(value) ? notCheckable(value) : formatUnknown(value);
  },
};
