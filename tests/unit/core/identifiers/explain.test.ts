import { expect, test } from 'vitest';
import { normaliseIdentifier } from '../../../../src/core/identifiers/index.ts';

const keysOf = (kind: string, raw: string, country = ''): string[] =>
  normaliseIdentifier(kind, raw, { country }).explain.map(({ key }) => key.replace('identifier:', ''));

test('folded letters are named, others are not', () => {
  const { explain } = normaliseIdentifier('plate', 'AА 0001 ВB', { country: 'UA' });
  expect(explain).toContainEqual({ key: 'identifier:folded', params: { letters: 'А, В' } });
  expect(keysOf('plate', 'AA0001BB', 'UA')).toEqual(['shapeOf']);
});

test('an IBAN says what of it is wrong', () => {
  expect(keysOf('iban', 'UA213223130000026007233566002')).toContain('checkWrong');
  expect(keysOf('iban', 'MD24AG00022510001310416')).toContain('iban.length');

  expect(keysOf('iban', 'PL6110901014000007121981287X')).toContain('iban.form');
});

test('a personal number says what it is and whose', () => {
  const { explain } = normaliseIdentifier('personal-number', '2530414071', { country: 'UA' });
  expect(explain).toContainEqual({ key: 'identifier:numberRead', params: { name: 'РНОКПП', country: 'UA' } });
  expect(explain).toContainEqual({ key: 'identifier:born', params: { date: '1969-04-12' } });
  expect(explain).toContainEqual({ key: 'identifier:sex.male', params: {} });
});

test.each([
  ['RO', '1630615123457', '1963-06-15'],
  ['PL', '44051401359', '1944-05-14'],
  ['PL', '02070803628', '1902-07-08'],
  ['EE', '37605030299', '1976-05-03'],
  ['LT', '33309240064', '1933-09-24'],
  ['LV', '161175-19997', '1975-11-16'],
  ['SK', '710319/2745', '1971-03-19'],
])('a number of %s tells the day of birth: %s', (country, raw, date) => {
  const { explain } = normaliseIdentifier('personal-number', raw, { country });
  expect(explain).toContainEqual({ key: 'identifier:born', params: { date } });
});

test('a day or county that does not exist is told apart from a wrong digit', () => {
  expect(keysOf('personal-number', '1631315123457', 'RO')).toContain('impossible');
  expect(keysOf('personal-number', '1630615993457', 'RO')).toContain('impossible');
  expect(keysOf('personal-number', '1630615123458', 'RO')).toContain('checkWrong');
});

test('county 70, which all new registrations of Romania have, is a county', () => {
  const body = '500010170000';
  const weights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11;
  const whole = `${body}${rest === 10 ? 1 : rest}`;
  expect(normaliseIdentifier('personal-number', whole, { country: 'RO' }).check).toBe('valid');
});

test('a number of Latvia that fails is no proof of a forgery', () => {
  const { check, explain } = normaliseIdentifier('personal-number', '161175-19998', { country: 'LV' });
  expect(check).toBe('not-checkable');
  expect(explain.map(({ key }) => key)).toContain('identifier:lenient');
});

test('eleven digits of Estonia and Lithuania are two numbers, and nobody’s where the country is not known', () => {
  const values = ['EE', 'LT', 'UA'].map(
    (country) => normaliseIdentifier('personal-number', '37605030299', { country }).value,
  );
  expect(values).toEqual(['EE:37605030299', 'LT:37605030299', 'UA:37605030299']);
});

test('a Romanian number in a Moldovan or Ukrainian file is believed', () => {
  for (const country of ['MD', 'UA']) {
    const found = normaliseIdentifier('personal-number', '1630615123457', { country });
    expect(found).toMatchObject({ value: '1630615123457', check: 'valid' });
  }
});

test('the tags of an IMEI say how its last digit was read', () => {
  expect(keysOf('imei', '49015420323751')).toEqual(['imei.fourteen']);
  expect(keysOf('imei', '490154203237510')).toContain('imei.zero');
  expect(keysOf('imei', '4901542032375101')).toContain('imei.version');
});

test('networks and ranges that tell where a phone belongs', () => {
  expect(keysOf('phone', '+37377700001')).toContain('phone.transnistria');
  expect(keysOf('phone', '+79780000001')).toContain('phone.crimea');
  expect(normaliseIdentifier('imsi', '259150000000001').explain).toContainEqual({
    key: 'identifier:network',
    params: { network: 'Interdnestrcom' },
  });
});

test('addresses in one form, and what they are', () => {
  const value = (raw: string): string => normaliseIdentifier('internet-address', raw).value;
  expect(value('2001:0DB8:0000:0000:0001:0000:0000:0001')).toBe('2001:db8::1:0:0:1');
  expect(value('2001:db8:0:1:1:1:1:1')).toBe('2001:db8:0:1:1:1:1:1');
  expect(value('::FFFF:192.0.2.128')).toBe('192.0.2.128');
  expect(value('[2001:db8::1]:443')).toBe('2001:db8::1');
  expect(value('0:0:0:0:0:0:0:0')).toBe('::');
  expect(value('198.51.100.7:55012')).toBe('198.51.100.7');
  expect(keysOf('internet-address', '198.51.100.7:55012')).toContain('ip.port');
  expect(keysOf('internet-address', '10.0.0.5')).toContain('ip.local');
  expect(keysOf('internet-address', '100.64.1.1')).toContain('ip.shared');
  expect(normaliseIdentifier('internet-address', '300.1.1.1').check).toBe('format-unknown');
  expect(normaliseIdentifier('internet-address', 'not an address').check).toBe('format-unknown');
});

test('a name in its own letters and as xn-- is one name; scripts mixed in a label are told', () => {
  const names = ['xn--80a1acny.com', 'ПОЧТА.com', 'почта.com.'];
  expect(new Set(names.map((raw) => normaliseIdentifier('internet-address', raw).value))).toEqual(
    new Set(['почта.com']),
  );
  expect(normaliseIdentifier('email', 'Info@XN--80A1ACNY.com').value).toBe('info@почта.com');
  expect(keysOf('email', 'bank@xn--pple-43d.com')).toContain('domain.mixed');
  expect(keysOf('internet-address', 'почта.com')).not.toContain('domain.mixed');
});

test('a machine-readable zone says which check digit fails and what was put right', () => {
  const lines = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408123F1204159ZE184226B<<<<<10';
  const found = normaliseIdentifier('mrz', lines);
  expect(found.check).toBe('check-failed');
  expect(found.explain).toContainEqual({
    key: 'identifier:mrz.wrong',
    params: { field: { key: 'identifier:mrz.field.birth', params: {} } },
  });
  expect(normaliseIdentifier('mrz', lines.replace('7408123', '74O8122'))).toMatchObject({
    check: 'valid',
    value: lines.replace('7408123', '7408122'),
  });
  expect(keysOf('mrz', lines.replace('7408123', '74O8122'))).toContain('mrz.corrected');
  expect(normaliseIdentifier('mrz', 'P<UTO').check).toBe('format-unknown');
});

test('a wallet of one case has no check, a wrong constant of bech32 fails', () => {
  expect(keysOf('wallet', '0xde709f2102306220921060314715629080e2fb77')).toContain('oneCase');
  expect(normaliseIdentifier('wallet', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5').check).toBe(
    'check-failed',
  );
  const mixed = 'bc1QW508D6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
  expect(normaliseIdentifier('wallet', mixed).check).toBe('check-failed');
  expect(normaliseIdentifier('wallet', 'somebody').check).toBe('format-unknown');
});

test('a firearm is its make, model, calibre and serial; a serial alone says so, and so does an unreadable one', () => {
  const key = (raw: string): string => normaliseIdentifier('firearm-serial', raw).value;
  expect(key('Colt|1903|.32|АO1234')).toBe(key('COLT | 1903 | .32 | A01234'));
  expect(key('Colt|1903|.32|1234')).not.toBe(key('Colt|1908|.380|1234'));
  expect(keysOf('firearm-serial', '1234')).toContain('firearm.serialAlone');
  expect(keysOf('firearm-serial', '12?4')).toContain('firearm.partial');
});

test('the letters O and I of a VIN are digits', () => {
  expect(normaliseIdentifier('vin', '1M8GDM9AXKPO42788')).toMatchObject({
    value: '1M8GDM9AXKP042788',
    check: 'valid',
  });
  expect(keysOf('vin', '1M8GDM9AXKPO42788')).toContain('vin.letters');
});

test('a value that names its country is of that country, whatever the file is', () => {
  expect(normaliseIdentifier('plate', 'MD: ABC 123', { country: 'UA' }).value).toBe('MD:ABC123');
  expect(normaliseIdentifier('document-number', 'ro:05000001', { country: '' }).value).toBe('RO:05000001');
});
