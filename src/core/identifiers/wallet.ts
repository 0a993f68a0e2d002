import { formatUnknown, type IdentifierKind, notCheckable } from './identifier.ts';

const KNOWN_SHAPES = [
  /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/,
  /^bc1[02-9ac-hj-np-z]{11,71}$/,
  /^0x[0-9a-f]{40}$/,
  /^T[1-9A-HJ-NP-Za-km-z]{33}$/,
];

/** Wallet address as text. Base58 keeps its case; bech32 and hexadecimal ones mean the same in any case. */
export const wallet: IdentifierKind = {
  kind: 'wallet',
  normalise(raw) {
    const text = raw.trim().replace(/\s+/g, '');
    const value = /^(bc1|0x)/i.test(text) ? text.toLowerCase() : text;
    return KNOWN_SHAPES.some((shape) => shape.test(value)) ? notCheckable(value) : formatUnknown(value);
  },
};
