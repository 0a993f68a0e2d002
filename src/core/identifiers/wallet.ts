import { readBase58Check } from './base58.ts';
import { readBech32 } from './bech32.ts';
import { KECCAK, keccak256 } from './hashes/keccak.ts';
import {
  because,
  formatUnknown,
  type IdentifierKind,
  judged,
  type NormalisedIdentifier,
  notCheckable,
} from './identifier.ts';

/** Networks by the version byte of a base58 address of 25 bytes. */
const NETWORK_OF: Readonly<Record<number, string>> = {
  0: 'Bitcoin',
  5: 'Bitcoin',
  48: 'Litecoin',
  50: 'Litecoin',
  30: 'Dogecoin',
  65: 'TRON',
};
const SEGWIT: Readonly<Record<string, string>> = { bc: 'Bitcoin', ltc: 'Litecoin' };
const ADDRESS_BYTES = 25;

/** Wallet address. Base58 keeps its case; bech32 and hexadecimal ones mean the same in any case. */
export const wallet: IdentifierKind = {
  kind: 'wallet',
  normalise(raw) {
    const text = raw.replace(/\s+/g, '').replace(/^((bitcoin|ethereum|tron):)+(?=.)/i, '');
    return ethereum(text) ?? segwit(text) ?? base58(text) ?? formatUnknown(text);
  },
};

/** EIP-55 hides a check in upper and lower case; written in one case there is none. */
function ethereum(text: string): NormalisedIdentifier | null {
  const [, digits] = /^0x([0-9a-f]{40})$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const lower = digits.toLowerCase();
  const value = `0x${lower}`;
  const network = because('identifier:network', { network: 'Ethereum / EVM' });
  if (digits === lower || digits === digits.toUpperCase()) {
    return notCheckable(value, because('identifier:oneCase'), network);
  }
  const digest = keccak256(
    Uint8Array.from(lower, (character) => character.charCodeAt(0)),
    KECCAK,
  );
  const passes = [...lower].every((digit, at) => {
    const half = at % 2 === 0 ? (digest[at >> 1] ?? 0) >> 4 : (digest[at >> 1] ?? 0) & 15;
    return digits[at] === (half > 7 ? digit.toUpperCase() : digit);
  });
  return judged(value, passes, 'EIP-55', network);
}

/** Upper and lower case mixed is not allowed: it may have been typed by hand. */
function segwit(text: string): NormalisedIdentifier | null {
  const value = text.toLowerCase();
  const address = readBech32(value);
  const network = address === null ? undefined : SEGWIT[address.prefix];
  if (address === null || network === undefined) return null;
  const isOneCase = text === value || text === text.toUpperCase();
  return judged(value, address.passes && isOneCase, address.rule, because('identifier:network', { network }));
}

function base58(text: string): NormalisedIdentifier | null {
  if (!/^[1-9A-HJ-NP-Za-km-z]{25,36}$/.test(text)) return null;
  const address = readBase58Check(text);
  if (address === null) return null;
  const network = address.length === ADDRESS_BYTES ? NETWORK_OF[address.version] : undefined;
  if (network !== undefined) {
    return judged(text, address.passes, 'SHA-256', because('identifier:network', { network }));
  }
  return /^[13TLMD]/.test(text) ? judged(text, false, 'SHA-256') : null;
}
