import { readDomain } from './domain-name.ts';
import { because, formatUnknown, type IdentifierKind, lower, notCheckable } from './identifier.ts';

/** Lower case throughout: no provider of importance tells upper from lower case. The domain stands in its own letters. */
export const email: IdentifierKind = {
  kind: 'email',
  normalise(raw) {
    const text = lower(raw)
      .trim()
      .replace(/^(mailto:\s*)+(?=.)/, '');
    const [, user, host] = /^([^\s@<>]+)@([^\s@<>]+)$/u.exec(text) ?? [];
    if (user === undefined || host === undefined) return formatUnknown(text);
    const domain = readDomain(host);
    const value = `${user}@${domain.value}`;
    if (!domain.isWellFormed) return formatUnknown(value, ...domain.notes);
    return notCheckable(value, because('identifier:noCheckDigit'), ...domain.notes);
  },
};
