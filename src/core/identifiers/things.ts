import { compact, formatUnknown, type IdentifierKind, judged, notCheckable } from './identifier.ts';
import { foldLookAlikes } from './look-alikes.ts';

/** Ship number: six digits weighted 7 … 2, check digit = last digit of the sum. */
export const imo: IdentifierKind = {
  kind: 'imo',
  normalise(raw) {
    const value = compact(raw).replace(/^IMO:?/, '');
    if (!/^\d{7}$/.test(value)) return formatUnknown(value);
    const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(value[at]), 0);
    return judged(value, sum % 10 === Number(value[6]));
  },
};

/** ISO 6346: letter values skip the multiples of 11, each times 2^position, mod 11 mod 10. */
export const containerNumber: IdentifierKind = {
  kind: 'container-number',
  normalise(raw) {
    const value = compact(raw);
    if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(value)) return formatUnknown(value);
    let sum = 0;
    for (let at = 0; at < 10; at += 1) {
      const number = Number.parseInt(value.charAt(at), 36);
      const weighted = number < 10 ? number : number + Math.floor((number - 1) / 10);
      sum += weighted * 2 ** at;
    }
    return judged(value, (sum % 11) % 10 === Number(value[10]));
  },
};

/** Serial of a firearm; not unique across models. O/0 and I/1 are folded, `?` stands for an unreadable character. */
export const firearmSerial: IdentifierKind = {
  kind: 'firearm-serial',
  normalise: (raw) => notCheckable(foldLookAlikes(compact(raw)).replace(/O/g, '0').replace(/I/g, '1')),
};

/** IP address or host name, lower case without a trailing dot. */
export const internetAddress: IdentifierKind = {
  kind: 'internet-address',
  normalise(raw) {
    const value = raw.trim().toLowerCase().replace(/\.$/, '');
    return /^[\da-z.:_-]+$/.test(value) ? notCheckable(value) : formatUnknown(value);
  },
};
