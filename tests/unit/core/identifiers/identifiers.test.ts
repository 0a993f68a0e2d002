import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IDENTIFIER_KINDS, normaliseIdentifier } from '../../../../src/core/identifiers/index.ts';
import { ENTITY_TYPES } from '../../../../src/core/model/entity-types.ts';

const VALID: [kind: string, raw: string, country: string, value: string][] = [
  ['phone', '067 123 45 67', 'UA', '+380671234567'],
  ['phone', '380671234567', 'MD', '+380671234567'],
  ['phone', '80671234567', 'UA', '+380671234567'],
  ['phone', '00373 621 12345', 'UA', '+37362112345'],
  ['phone', '+40 712 034 567', '', '+40712034567'],
  ['imei', '490154203237518', '', '49015420323751'],
  ['iban', 'UA21 3223 1300 0002 6007 2335 6600 1', '', 'UA213223130000026007233566001'],
  ['iban', 'MD24AG000225100013104168', '', 'MD24AG000225100013104168'],
  ['iban', 'RO49AAAA1B31007593840000', '', 'RO49AAAA1B31007593840000'],
  ['vin', '1M8GDM9AXKP042788', '', '1M8GDM9AXKP042788'],
  ['plate', 'АА 1234-ВС', 'UA', 'UA:AA1234BC'],
  ['plate', 'ABC 123', 'MD', 'MD:ABC123'],
  ['personal-number', '1759013776', 'UA', '1759013776'],
  ['personal-number', '2000000000004', 'MD', '2000000000004'],
  ['personal-number', '1630615123457', 'RO', '1630615123457'],
  ['company-number', '32855961', 'UA', '32855961'],
  ['company-number', '1008600038413', 'MD', '1008600038413'],
  ['company-number', 'RO 18547290', 'RO', '18547290'],
  ['card-number', '4111 1111 1111 1111', '', '4111111111111111'],
  ['imo', 'IMO 9319466', '', '9319466'],
  ['container-number', 'CSQU 305438 3', '', 'CSQU3054383'],
];

test.each(VALID)('%s %s is valid', (kind, raw, country, value) => {
  expect(normaliseIdentifier(kind, raw, { country })).toMatchObject({ value, check: 'valid' });
});

const FAILED: [string, string, string][] = [
  ['iban', 'UA213223130000026007233566002', ''],
  ['iban', 'MD24AG00022510001310416', ''],
  ['imei', '490154203237519', ''],
  ['vin', '1M8GDM9A1KP042788', ''],
  ['personal-number', '1759013777', 'UA'],
  ['company-number', '32855962', 'UA'],
];
test.each(FAILED)('%s %s is kept with its failing check', (kind, raw, country) => {
  expect(normaliseIdentifier(kind, raw, { country })).toMatchObject({ check: 'check-failed' });
});

describe('what must not be taken for a fault', () => {
  test('a European VIN whose check position means nothing', () => {
    expect(normaliseIdentifier('vin', 'WVWZZZ1JZ3W386752').check).toBe('not-checkable');
  });
  test('one device in 14, 15 and 16 digits and with a 0 for the check digit', () => {
    const forms = ['49015420323751', '490154203237518', '490154203237510', '4901542032375101'];
    expect(new Set(forms.map((form) => normaliseIdentifier('imei', form).value)).size).toBe(1);
  });
  test('a plate of two countries is two plates', () => {
    const plates = ['MD', 'LT'].map((country) => normaliseIdentifier('plate', 'AAA000', { country }).value);
    expect(new Set(plates).size).toBe(2);
  });
  test('short codes belong to a country, sender names to nobody', () => {
    expect(normaliseIdentifier('phone', '112', { country: 'UA' })).toMatchObject({
      value: 'UA:112',
      check: 'format-unknown',
    });
    expect(normaliseIdentifier('phone', ' Nova Bank', { country: 'UA' })).toMatchObject({
      value: 'NOVA BANK',
    });
  });
});

test('every kind an entity type names has a record', () => {
  const named = Object.values(ENTITY_TYPES).flatMap(({ identifier }) =>
    identifier === null ? [] : [identifier],
  );
  for (const kind of named) expect(IDENTIFIER_KINDS).toContain(kind);
});

test('every kind that is listed is read by a record of its own', () => {
  const onlyTrims = (kind: string): boolean => {
    const read = normaliseIdentifier(kind, ' Ab  c.1@ ');
    return read.value === 'Ab  c.1@' && read.explain.length === 1;
  };
  expect(onlyTrims('shoe-size')).toBe(true);
  expect(IDENTIFIER_KINDS.filter(onlyTrims)).toEqual([]);
});

test('nothing is rejected and nothing becomes empty', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...IDENTIFIER_KINDS),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (kind, raw) => {
        const { value } = normaliseIdentifier(kind, raw, { country: 'UA' });
        expect(value.length > 0 || raw.trim().length === 0).toBe(true);
      },
    ),
  );
});
