import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ComparedRecord,
  comparisonKeys,
  HIT_FORMAT,
  HIT_KINDS,
  hashedText,
  padded,
  readHitDocument,
} from '../../../../src/core/hit-no-hit/index.ts';
import { normaliseIdentifier } from '../../../../src/core/identifiers/index.ts';

const NOBODY: ComparedRecord = { numbers: [], names: [], birthDates: [] };

function hashes(secret: string, record: ComparedRecord): Set<string> {
  const { keys } = comparisonKeys(record);
  return new Set(keys.map((key) => createHmac('sha256', secret).update(hashedText(key)).digest('hex')));
}

function common(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return [...left].filter((one) => right.has(one)).length;
}

function written(kind: string, raw: string, country = ''): ComparedRecord {
  return { ...NOBODY, numbers: [{ kind, value: normaliseIdentifier(kind, raw, { country }).value }] };
}

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const separator = fc.constantFrom('', ' ', '-', '.', ' - ');
/** The same signs as another desk writes them. */
const spaced = (text: string) =>
  fc
    .array(separator, { minLength: text.length, maxLength: text.length })
    .map((gaps) => [...text].map((sign, at) => sign + (at === text.length - 1 ? '' : gaps[at])).join(''));
const secrets = fc
  .tuple(fc.string({ minLength: 16 }), fc.string({ minLength: 16 }))
  .filter(([a, b]) => a !== b);

/** One number as two desks may have it: kind, raw here, raw there. */
const PAIRS = {
  phone: digits(7).chain((rest) =>
    fc.tuple(
      fc.constantFrom(`+3736${rest}`, `003736${rest}`),
      spaced(`3736${rest}`).map((text) => `+${text}`),
    ),
  ),
  imei: digits(14).chain((body) => fc.tuple(fc.constant(body), spaced(`${body}0`))),
  vin: fc
    .array(fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'), { minLength: 17, maxLength: 17 })
    .map((all) => all.join(''))
    .chain((vin) => fc.tuple(fc.constant(vin), spaced(vin.toLowerCase()))),
  iban: digits(20).chain((rest) =>
    fc.tuple(fc.constant(`MD24AG${rest.slice(0, 18)}`), spaced(`md24ag${rest.slice(0, 18)}`)),
  ),
};

describe('two sides with one secret', () => {
  test.each(Object.entries(PAIRS))('find the same %s however either of them writes it', (kind, pairs) => {
    fc.assert(
      fc.property(pairs, fc.string({ minLength: 16 }), ([here, there], secret) => {
        expect(common(hashes(secret, written(kind, here)), hashes(secret, written(kind, there)))).toBe(1);
      }),
    );
  });

  test.each([
    ['plate', 'ABC 123', 'abc-123', 'MD'],
    ['plate', 'АВ 1234 СТ', 'AB1234CT', 'UA'],
    ['document-number', 'AB 123456', 'ab123456', 'RO'],
    ['personal-number', '44051401359', '440-514-01359', 'EE'],
  ])('find %s %s of one country', (kind, here, there, country) => {
    expect(
      common(hashes('s', written(kind, here, country)), hashes('s', written(kind, there, country))),
    ).toBe(1);
    expect(common(hashes('s', written(kind, here, country)), hashes('s', written(kind, there, 'PL')))).toBe(
      0,
    );
  });

  test('find a person by name and whole date of birth, in whatever alphabet and order', () => {
    const person = (name: string, birthDate: string): ComparedRecord => ({
      ...NOBODY,
      names: [name],
      birthDates: [birthDate],
    });
    const here = hashes('s', person('Ткачук Олександр Іванович', '1984-03-02'));
    expect(common(here, hashes('s', person('Alexandru Tcaciuc', '1984-03-02')))).toBeGreaterThan(0);
    expect(common(here, hashes('s', person('TKACHUK Aleksandr', '1984-03-02')))).toBeGreaterThan(0);
    expect(common(here, hashes('s', person('Alexandru Tcaciuc', '1984-03-03')))).toBe(0);
    expect(common(here, hashes('s', person('Alexandru Munteanu', '1984-03-02')))).toBe(0);
    for (const partial of ['1984', '1984-03', '', '02.03.1984'])
      expect(comparisonKeys(person('Alexandru Tcaciuc', partial)).keys).toEqual([]);
    expect(comparisonKeys(person('Alexandru', '1984-03-02')).keys).toEqual([]);
  });
});

test('another secret never hits', () => {
  const any = fc.oneof(
    ...Object.entries(PAIRS).map(([kind, pairs]) => pairs.map(([raw]) => written(kind, raw))),
  );
  fc.assert(
    fc.property(any, secrets, (record, [one, other]) => {
      expect(common(hashes(one, record), hashes(other, record))).toBe(0);
    }),
  );
});

test('the kind is part of the hash: a card does not hit a phone of the same digits', () => {
  const value = '12345678901234';
  const imei = hashes('s', { ...NOBODY, numbers: [{ kind: 'imei', value }] });
  const card = hashes('s', { ...NOBODY, numbers: [{ kind: 'card-number', value }] });
  expect([imei.size, card.size, common(imei, card)]).toEqual([1, 1, 0]);
});

test('what means something else at every desk is not compared, and counted', () => {
  const numbers = [
    { kind: 'phone', value: 'MD:1212' },
    { kind: 'phone', value: 'BANK INFO' },
    { kind: 'plate', value: '??:ABC123' },
    { kind: 'personal-number', value: '??:44051401359' },
    { kind: 'case-reference', value: 'CAF-1' },
    { kind: 'firearm-serial', value: 'A1234' },
  ];
  expect(comparisonKeys({ ...NOBODY, numbers })).toEqual({ keys: [], left: numbers.length });
});

describe('what the file shows', () => {
  let count = 0;
  const random = (): string => {
    count += 1;
    return createHmac('sha256', 'noise').update(String(count)).digest('hex');
  };

  test('lists are filled up to a power of two, 64 at least, keep what is real and are in the order of chance', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 300 }), (texts) => {
        const real = texts.map((text) => createHmac('sha256', 's').update(text).digest('hex'));
        const list = padded(real, random);
        expect(list.length).toBeGreaterThanOrEqual(Math.max(64, real.length));
        expect(Math.log2(list.length) % 1).toBe(0);
        expect(list.length === 64 || list.length < 2 * real.length).toBe(true);
        expect(list).toEqual([...list].sort());
        expect(list).toEqual(expect.arrayContaining(real));
      }),
    );
  });
});

describe('a file of a partner', () => {
  const sound = () => ({
    format: HIT_FORMAT,
    version: 1,
    id: 'a'.repeat(32),
    meeting: 'b'.repeat(16),
    created: '2026-03-14T10:00:00.000Z',
    bureau: { name: 'NCB', contact: 'desk 4', reference: 'CAF-1' },
    nameKeys: 'c'.repeat(16),
    keys: Object.fromEntries(HIT_KINDS.map((kind) => [kind, ['d'.repeat(64)]])),
  });
  const read = (change: object) => readHitDocument(JSON.stringify({ ...sound(), ...change }));

  test('is read as it was written', () => {
    expect(read({})).toEqual(sound());
  });

  test('is refused whole where anything is not as the format says', () => {
    expect(readHitDocument('')).toBe('not-one');
    expect(readHitDocument('[]')).toBe('not-one');
    expect(read({ format: 'other' })).toBe('not-one');
    expect(read({ version: 2 })).toBe('other-version');
    const { phone: _, ...fewer } = sound().keys;
    const wrong = [
      { id: 'x' },
      { meeting: 7 },
      { created: '2026' },
      { note: 'more than the format says' },
      { bureau: { name: 'NCB', contact: 'x'.repeat(501), reference: '' } },
      { bureau: { ...sound().bureau, phone: '+37360000001' } },
      { keys: null },
      { keys: fewer },
      { keys: { ...fewer, passports: [] } },
      { keys: { ...sound().keys, phone: ['D'.repeat(64)] } },
      { keys: { ...sound().keys, phone: 'd'.repeat(64) } },
    ];
    expect(wrong.map(read)).toEqual(wrong.map(() => 'malformed'));
  });

  test('never brings the reader down, whatever is in it', () => {
    const broken = fc.record(
      { format: fc.constant(HIT_FORMAT), version: fc.constant(1) },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(broken, fc.jsonValue(), fc.string(), (start, keys, text) => {
        expect(readHitDocument(JSON.stringify({ ...start, keys }))).toBe('malformed');
        expect(typeof readHitDocument(text)).toBe('string');
      }),
    );
  });
});
