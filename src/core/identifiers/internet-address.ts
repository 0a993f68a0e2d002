import { readDomain } from './domain-name.ts';
import { because, formatUnknown, type IdentifierKind, notCheckable } from './identifier.ts';
import { readIp } from './ip-address.ts';

/** IP address in its agreed form, or domain name in its own letters. */
export const internetAddress: IdentifierKind = {
  kind: 'internet-address',
  normalise(raw) {
    const text = raw
      .normalize('NFKC')
      .trim()
      .replace(/(?<=[^.\s])[.\s]+$/, '');
    const address = readIp(text);
    if (address !== null) {
      return notCheckable(address.value, because('identifier:noCheckDigit'), ...address.notes);
    }
    const { value, isWellFormed, notes } = readDomain(text);
    if (!isWellFormed || /^[\d.]+$/.test(value)) return formatUnknown(value === '' ? text : value, ...notes);
    return notCheckable(value, because('identifier:noCheckDigit'), ...notes);
  },
};
