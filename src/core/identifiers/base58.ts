import { sha256 } from './hashes/sha256.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CHECK_BYTES = 4;

/** Bytes of base58 text; null where a character is none of the alphabet. */
function decodeBase58(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    if (carry < 0) return null;
    for (let at = 0; at < bytes.length; at += 1) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry & 255;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes.reverse()]);
}

export interface Base58Address {
  readonly version: number;
  readonly length: number;
  readonly passes: boolean;
}

/** Version byte and whether the last four bytes are the double SHA-256 of the others. */
export function readBase58Check(text: string): Base58Address | null {
  const bytes = decodeBase58(text);
  if (bytes === null || bytes.length <= CHECK_BYTES) return null;
  const content = bytes.subarray(0, -CHECK_BYTES);
  const digest = sha256(sha256(content));
  const passes = bytes.subarray(-CHECK_BYTES).every((byte, at) => byte === digest[at]);
  return { version: content[0] ?? 0, length: bytes.length, passes };
}
