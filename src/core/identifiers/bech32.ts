const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

export interface SegwitAddress {
  readonly prefix: string;
  readonly rule: 'bech32' | 'bech32m';
  readonly passes: boolean;
}

/** Segwit address in lower case: version 0 carries the constant of bech32, every later one that of bech32m (BIP 350). */
export function readBech32(text: string): SegwitAddress | null {
  const [, prefix, data] = /^([a-z]{1,10})1([02-9ac-hj-np-z]{8,})$/.exec(text) ?? [];
  if (prefix === undefined || data === undefined || text.length > 90) return null;
  const values = [...data].map((character) => ALPHABET.indexOf(character));
  const version = values[0] ?? 0;
  const rule = version === 0 ? 'bech32' : 'bech32m';
  const expected = version === 0 ? BECH32 : BECH32M;
  const passes = polymod([...expanded(prefix), ...values]) === expected && isProgram(version, values);
  return { prefix, rule, passes };
}

function expanded(prefix: string): number[] {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of GENERATOR.entries()) if (((top >> bit) & 1) === 1) sum ^= generator;
  }
  return sum >>> 0;
}

/** Version up to 16 and a program of 2 to 40 bytes, for version 0 of 20 or 32. */
function isProgram(version: number, values: readonly number[]): boolean {
  const bytes = Math.floor(((values.length - 7) * 5) / 8);
  return version <= 16 && bytes >= 2 && bytes <= 40 && (version !== 0 || bytes === 20 || bytes === 32);
}
