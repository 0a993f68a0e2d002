import { expect, test } from 'vitest';
import {
  currencyBeside,
  exactAmount,
  readAmount,
  readMinorUnits,
} from '../../../../src/main/import/amount.ts';
import { decimalMarkOf } from '../../../../src/main/import/suggest-money.ts';

test('blanks of every width, signs and the name of the money around a sum', () => {
  for (const text of ['1\u00a0234,56', '1\u202f234,56 грн.', '₴1234,56', 'UAH 1 234,56', "1'234,56 UAH"])
    expect(readAmount(text, 'UAH', ',')).toBe(123_456);
  for (const text of ['-$5.00', '$-5.00', '−5.00 USD', '($5.00)', 'USD 5.00-'])
    expect(readAmount(text, 'USD', '.')).toBe(-500);
  expect(readAmount('5,', 'EUR', ',')).toBe(500);
  expect(readAmount(',50', 'EUR', ',')).toBe(50);
});

test('a word that is no money makes the sum unreadable: thousands are not units', () => {
  for (const text of ['100 тис', '5 mln', '12 шт', '100.00 DR', 'a', '', '.', '-'])
    expect(readAmount(text, 'EUR', '.')).toBeNull();
});

test('the currency beside a sum', () => {
  expect(currencyBeside('1 000,00 USD', 'UA')).toBe('USD');
  expect(currencyBeside('-€5', 'UA')).toBe('EUR');
  expect(currencyBeside('5 lei', 'RO')).toBe('RON');
  expect(currencyBeside('15 000 Ft', 'HU')).toBe('HUF');
  expect(currencyBeside('100 тис', 'UA')).toBeNull();
  expect(currencyBeside('100,00', 'UA')).toBeNull();
});

test('minor units are whole, and coins finer than they are counted stay a text', () => {
  expect(readMinorUnits('-12 050', ',')).toBe(-12_050);
  expect(readMinorUnits('120.5', '.')).toBeNull();
  expect(readAmount('0.123456789012345678', 'ETH', '.')).toBeNull();
  expect(exactAmount('0.123456789012345678', '.')).toBe('0.123456789012345678');
  expect(readAmount('0.00123456', 'BTC', '.')).toBe(123_456);
});

test.each([
  [['1.234,50', 'o sută'], ','],
  [['1,234.50'], '.'],
  [['1 234,5 грн'], ','],
  [['-1\u00a0234,56 zł', '10'], ','],
  [['1.000.000'], ','],
  [['0,123'], ','],
  [['1,000', '2,500'], '.'],
] as const)('the decimal mark of %j', (amounts, mark) => {
  expect(decimalMarkOf(amounts)).toBe(mark);
});
