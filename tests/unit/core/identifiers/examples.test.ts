import { expect, test } from 'vitest';
import { type CheckResult, normaliseIdentifier } from '../../../../src/core/identifiers/index.ts';

type Example = [kind: string, raw: string, country: string, value: string, check?: CheckResult];

const TD3 = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const TD2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';
const TD1 = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';

/** Documentation and test values of the bodies that give the numbers; of each the form it is compared in. */
const EXAMPLES: readonly Example[] = [
  ['phone', '039 123 4567', 'UA', '+380391234567'],
  ['phone', '0 621 12 345', 'MD', '+37362112345'],
  ['phone', '0712 034 567', 'RO', '+40712034567'],
  ['phone', '512 345 678', 'PL', '+48512345678'],
  ['phone', '555 12 34 56', 'GE', '+995555123456'],
  ['phone', '06 20 123 4567', 'HU', '+36201234567'],
  ['phone', '0912 123 456', 'SK', '+421912123456'],
  ['phone', '5123 4567', 'EE', '+37251234567'],
  ['phone', '21 234 567', 'LV', '+37121234567'],
  ['phone', '8 612 34 567', 'LT', '+37061234567'],
  ['phone', '8 029 491 19 11', 'BY', '+375294911911'],
  ['phone', '8 (912) 345-67-89', 'RU', '+79123456789'],
  ['imei', '490154203237518', '', '49015420323751'],
  ['imei', '35-417803-685978-9', '', '35417803685978'],
  ['imsi', '429011234567890', '', '429011234567890', 'not-checkable'],
  ['imsi', '310150123456789', '', '310150123456789', 'not-checkable'],
  ['iccid', '8991101200003204514', '', '8991101200003204514'],
  ['iban', 'UA213223130000026007233566001', '', 'UA213223130000026007233566001'],
  ['iban', 'MD24 AG00 0225 1000 1310 4168', '', 'MD24AG000225100013104168'],
  ['iban', 'RO49AAAA1B31007593840000', '', 'RO49AAAA1B31007593840000'],
  ['iban', 'PL61109010140000071219812874', '', 'PL61109010140000071219812874'],
  ['iban', 'GE29NB0000000101904917', '', 'GE29NB0000000101904917'],
  ['iban', 'HU42117730161111101800000000', '', 'HU42117730161111101800000000'],
  ['iban', 'SK3112000000198742637541', '', 'SK3112000000198742637541'],
  ['iban', 'EE382200221020145685', '', 'EE382200221020145685'],
  ['iban', 'LV80BANK0000435195001', '', 'LV80BANK0000435195001'],
  ['iban', 'LT121000011101001000', '', 'LT121000011101001000'],
  ['bic', 'AGRIFRPP882', '', 'AGRIFRPP882'],
  ['bic', 'ABNABE2A', '', 'ABNABE2A'],
  ['bic', 'ABNABE2AXXX', '', 'ABNABE2A'],
  ['lei', '213800KUD8LAJWSQ9D15', '', '213800KUD8LAJWSQ9D15'],
  ['vin', '1M8GDM9AXKP042788', '', '1M8GDM9AXKP042788'],
  ['vin', '11111111111111111', '', '11111111111111111'],
  ['vin', 'WVWZZZ1JZ3W386752', '', 'WVWZZZ1JZ3W386752', 'not-checkable'],
  ['mrz', TD3, '', TD3],
  ['mrz', TD2, '', TD2],
  ['mrz', TD1.replaceAll('\n', ' / '), '', TD1],
  ['personal-number', '1759013776', 'UA', '1759013776'],
  ['personal-number', '2530414071', 'UA', '2530414071'],
  ['company-number', '32855961', 'UA', '32855961'],
  ['company-number', '14360570', 'UA', '14360570'],
  ['company-number', '1008600038413', 'MD', '1008600038413'],
  ['company-number', '1001600000105', 'MD', '1001600000105'],
  ['personal-number', '2000000000004', 'MD', '2000000000004'],
  ['personal-number', '2009123456781', 'MD', '2009123456781'],
  ['personal-number', '1630615123457', 'RO', '1630615123457'],
  ['personal-number', '1800101221144', 'RO', '1800101221144'],
  ['company-number', 'RO18547290', '', '18547290'],
  ['personal-number', '44051401359', 'PL', 'PL:44051401359'],
  ['personal-number', '02070803628', 'PL', 'PL:02070803628'],
  ['company-number', '856-734-62-15', 'PL', '8567346215'],
  ['company-number', '192598184', 'PL', '192598184'],
  ['company-number', '123456785', 'PL', '123456785'],
  ['document-number', 'ABA 300000', 'PL', 'PL:ABA300000'],
  ['document-number', 'ZS0000177', 'PL', 'PL:ZS0000177'],
  ['personal-number', '36805280109', 'EE', 'EE:36805280109'],
  ['personal-number', '37605030299', 'EE', 'EE:37605030299'],
  ['personal-number', '33309240064', 'LT', 'LT:33309240064'],
  ['personal-number', '10101010005', 'LT', 'LT:10101010005'],
  ['personal-number', '161175-19997', 'LV', 'LV:16117519997'],
  ['personal-number', '328673-00679', 'LV', 'LV:32867300679'],
  ['personal-number', '710319/2745', 'SK', '7103192745'],
  ['personal-number', '991231/123', 'SK', '991231123', 'not-checkable'],
  ['personal-number', '01008012345', 'GE', 'GE:01008012345', 'not-checkable'],
  ['company-number', '12892312-2-41', 'HU', '12892312'],
  ['imo', 'IMO 9319466', '', '9319466'],
  ['imo', '8814275', '', '8814275'],
  ['mmsi', '272123456', '', '272123456', 'not-checkable'],
  ['container-number', 'CSQU 305438-3', '', 'CSQU3054383'],
  ['container-number', 'TSTU1234568', '', 'TSTU1234568'],
  ['aircraft', 'UR-PSA', '', 'URPSA', 'not-checkable'],
  ['aircraft', '4L-ABC', '', '4LABC', 'not-checkable'],
  ['aircraft', '508123', '', '508123', 'not-checkable'],
  ['wallet', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['wallet', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', '', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  [
    'wallet',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    '',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  ],
  ['wallet', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
  ['wallet', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', '', '0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359'],
  ['wallet', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
  ['wallet', 'TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC', '', 'TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC'],
];

test.each(EXAMPLES)('%s %s (%s) is %s', (kind, raw, country, value, check = 'valid') => {
  expect(normaliseIdentifier(kind, raw, { country })).toMatchObject({ value, check });
});

/** Shapes of the passports validators and authorities name; their numbers are made up. */
const PASSPORTS: [string, string][] = [
  ['UA', 'FA000001'],
  ['UA', 'АВ 000001'],
  ['UA', '000000001'],
  ['MD', 'A0000001'],
  ['MD', 'AB0000001'],
  ['RO', '05000001'],
  ['HU', 'BA0000001'],
  ['SK', 'A0000001'],
  ['SK', '10000001'],
  ['EE', 'K0000001'],
  ['LV', 'LV0000001'],
  ['LT', '00000001'],
  ['GE', '00AA00001'],
  ['BY', 'MP0000001'],
  ['RU', '700000001'],
];
test.each(PASSPORTS)('a passport of %s: %s', (country, raw) => {
  expect(normaliseIdentifier('document-number', raw, { country }).check).toBe('not-checkable');
});

const PLATES: [country: string, raw: string, value: string][] = [
  ['UA', 'АА 1234 ВС', 'UA:AA1234BC'],
  ['UA', 'KA0001ZZ', 'UA:KA0001ZZ'],
  ['UA', '12345 КА', 'UA:12345KA'],
  ['MD', 'ABC 123', 'MD:ABC123'],
  ['MD', 'C AB 123', 'MD:CAB123'],
  ['MD', 'BL AB 12', 'MD:BLAB12'],
  ['MD', 'Т 123 АВ', 'MD-SN:T123AB'],
  ['RO', 'B-123-ABC', 'RO:B123ABC'],
  ['RO', 'CJ 01 ABC', 'RO:CJ01ABC'],
  ['PL', 'WA 12345', 'PL:WA12345'],
  ['GE', 'AA-123-BB', 'GE:AA123BB'],
  ['GE', 'AAA-123', 'GE:AAA123'],
  ['HU', 'AA BB-123', 'HU:AABB123'],
  ['HU', 'ABC-123', 'HU:ABC123'],
  ['SK', 'BA-123AB', 'SK:BA123AB'],
  ['EE', '123 ABC', 'EE:123ABC'],
  ['LV', 'AB-1234', 'LV:AB1234'],
  ['LT', 'ABC 123', 'LT:ABC123'],
  ['BY', '1234 АВ-7', 'BY:1234AB7'],
];
test.each(PLATES)('a plate of %s: %s', (country, raw, value) => {
  expect(normaliseIdentifier('plate', raw, { country })).toMatchObject({ value, check: 'valid' });
});
test('the letters AAA000 are four plates', () => {
  const values = ['MD', 'LT', 'HU', 'GE'].map(
    (country) => normaliseIdentifier('plate', 'AAA000', { country }).value,
  );
  expect(new Set(values).size).toBe(4);
});
