import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KECCAK, keccak256, SHA3 } from '../../../../src/core/identifiers/hashes/keccak.ts';
import { sha256 } from '../../../../src/core/identifiers/hashes/sha256.ts';
import { IDENTIFIER_KINDS, normaliseIdentifier } from '../../../../src/core/identifiers/index.ts';

const COUNTRIES = ['', 'UA', 'MD', 'RO', 'PL', 'GE', 'HU', 'SK', 'EE', 'LV', 'LT', 'BY', 'MD-SN', 'ZZ'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[ +()0-9./-]{0,24}$/),
  fc.stringMatching(/^[A-Z0-9<:| -]{0,95}$/),
  fc.stringMatching(/^[АВЕКМНОРСТУХ0-9 -]{0,20}$/),
  fc.stringMatching(/^[a-z0-9@.:-]{0,40}$/),
  fc.stringMatching(/^[0-9a-f:.]{2,39}$/),
);

describe.each(IDENTIFIER_KINDS)('%s', (kind) => {
  test('whatever is given, it is kept and explained, and its comparable form stays as it is', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...COUNTRIES), fc.boolean(), (raw, country, isAssumed) => {
        const { value, explain } = normaliseIdentifier(kind, raw, { country, isAssumed });
        expect(value !== '' || raw.trim() === '').toBe(true);
        expect(explain.length).toBeGreaterThan(0);
        expect(normaliseIdentifier(kind, value, { country, isAssumed }).value).toBe(value);
      }),
      { numRuns: 300 },
    );
  });
});

/** A number, its country, and how many of ten wrong digits its rule promises to find. */
const RATES: [kind: string, right: string, country: string, least: number][] = [
  ['imei', '354178036859789', '', 0.98],
  ['iccid', '8991101200003204514', '', 1],
  ['card-number', '4111111111111111', '', 1],
  ['iban', 'UA213223130000026007233566001', '', 1],
  ['iban', 'MD24AG000225100013104168', '', 1],
  ['iban', 'RO49AAAA1B31007593840000', '', 1],
  ['lei', '213800KUD8LAJWSQ9D15', '', 1],
  ['vin', '1M8GDM9AXKP042788', '', 0.9],
  ['personal-number', '1759013776', 'UA', 0.9],
  ['personal-number', '2009123456781', 'MD', 0.99],
  ['personal-number', '1630615123457', 'RO', 0.9],
  ['personal-number', '44051401359', 'PL', 1],
  ['personal-number', '36805280109', 'EE', 0.9],
  ['personal-number', '33309240064', 'LT', 0.9],
  ['personal-number', '7103192745', 'SK', 0.9],
  ['company-number', '32855961', 'UA', 0.9],
  ['company-number', '1008600038413', 'MD', 0.9],
  ['company-number', '18547290', 'RO', 0.85],
  ['company-number', '8567346215', 'PL', 1],
  ['company-number', '192598184', 'PL', 0.9],
  ['company-number', '12892312', 'HU', 1],
  ['imo', '9319466', '', 0.8],
  ['container-number', 'CSQU3054383', '', 0.9],
  ['document-number', 'ABA300000', 'PL', 1],
  ['wallet', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '', 1],
  ['wallet', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', '', 1],
  ['wallet', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '', 1],
];

test.each(RATES)('one wrong digit of %s %s (%s) is found at a rate of %d', (kind, right, country, least) => {
  expect(normaliseIdentifier(kind, right, { country }).check).toBe('valid');
  const wrong = [...right].flatMap((character, at) =>
    /\d/.test(character)
      ? [...'0123456789']
          .filter((digit) => digit !== character)
          .map((digit) => right.slice(0, at) + digit + right.slice(at + 1))
      : [],
  );
  const found = wrong.filter((one) => normaliseIdentifier(kind, one, { country }).check !== 'valid');
  expect(found.length / wrong.length).toBeGreaterThanOrEqual(least);
});

test('one changed letter case of an EVM address is found', () => {
  const right = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
  for (const [at, letter] of [...right].entries()) {
    if (at < 2 || !/[a-f]/i.test(letter)) continue;
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    const wrong = right.slice(0, at) + other + right.slice(at + 1);
    expect(normaliseIdentifier('wallet', wrong).check).toBe('check-failed');
  }
  expect(normaliseIdentifier('wallet', right).check).toBe('valid');
});

test('the hashes are those of the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(hex(keccak256(bytes, SHA3))).toBe(createHash('sha3-256').update(bytes).digest('hex'));
    }),
  );
  const empty = Buffer.from(keccak256(new Uint8Array(), KECCAK)).toString('hex');
  expect(empty).toBe('c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470');
});
