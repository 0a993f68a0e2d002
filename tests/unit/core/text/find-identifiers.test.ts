import { expect, test } from 'vitest';
import { findIdentifiers } from '../../../../src/core/text/find-identifiers.ts';

const kinds = (text: string, country = 'UA') =>
  findIdentifiers(text, country).map(({ kind, raw, value }) => [kind, raw, value]);

test('numbers of a statement are found with their place, each once', () => {
  const text =
    'Тел. 067 123-45-67, пошта olena.koval@example.org, авто АА1234ВВ, рахунок MD24AG000225100013104168 USD.';
  expect(kinds(text)).toEqual([
    ['phone', '067 123-45-67', '+380671234567'],
    ['email', 'olena.koval@example.org', 'olena.koval@example.org'],
    ['plate', 'АА1234ВВ', 'UA:AA1234BB'],
    ['iban', 'MD24AG000225100013104168', 'MD24AG000225100013104168'],
  ]);
  for (const { raw, start, end } of findIdentifiers(text, 'UA')) expect(text.slice(start, end)).toBe(raw);
});

test('devices, cards, wallets and chassis numbers need a form or a check digit that is right', () => {
  expect(
    kinds(
      'IMEI 490154203237518, card 4111 1111 1111 1111, 0x52908400098527886e0f7030069857d2e4169ee7, VIN 1M8GDM9AXKP042788',
    ).map(([kind]) => kind),
  ).toEqual(['imei', 'card-number', 'wallet', 'vin']);
  expect(kinds('IMEI 490154203237519, card 4111 1111 1111 1112, no 123456789012345678')).toEqual([]);
});

test('an IBAN whose check digits are wrong is offered and says so', () => {
  expect(findIdentifiers('MD25AG000225100013104168', 'MD')).toMatchObject([
    { kind: 'iban', check: 'check-failed' },
  ]);
});

test('the number of a document counts only behind the word for one', () => {
  expect(kinds('паспорт серія КВ 123456')).toMatchObject([['document-number', 'КВ 123456', '??:KB123456']]);
  expect(kinds('протокол КВ 123456 сторінок')).toEqual([]);
});

test('years, sums and dates are no phones', () => {
  expect(kinds('05.01.2026, 12 500 000 lei, 2026-01-05 08:00:00, art. 165 alin. 1')).toEqual([]);
});

test('a machine-readable zone gives the number of the document and its holder', () => {
  const zone = 'P<UKRKOVAL<<OLENA<<<<<<<<<<<<<<<<<<<<<<<<<<<\nFX12345678UKR9001011F3001019<<<<<<<<<<<<<<08';
  expect(findIdentifiers(`Скан:\n${zone}\nкінець`, 'UA')).toMatchObject([
    { kind: 'document-number', raw: 'FX1234567', holder: 'KOVAL OLENA', start: 6 },
  ]);
});

test('a long text without a number costs no more than reading it', () => {
  const text = 'Громадянин прибув до міста і зупинився біля вокзалу. '.repeat(20_000);
  const started = performance.now();
  expect(findIdentifiers(text, 'UA')).toEqual([]);
  expect(performance.now() - started).toBeLessThan(4000);
  expect(findIdentifiers('1'.repeat(200_000), 'UA')).toEqual([]);
  expect(findIdentifiers('+1 '.repeat(50_000), 'UA').length).toBeLessThan(50_000);
});
