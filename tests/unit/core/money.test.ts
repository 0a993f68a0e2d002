import { expect, test } from 'vitest';
import { decimalsOf, moneyText } from '../../../src/core/money.ts';

const plain = (text: string): string => text.replace(/\s/g, ' ');

test('decimals are those of the standard, not those people print: forints and dinars keep theirs', () => {
  expect(['HUF', 'COP', 'RSD', 'EUR', 'JPY', 'KWD', 'IQD', 'CLF'].map(decimalsOf)).toEqual([
    2, 2, 2, 2, 0, 3, 3, 4,
  ]);
  expect(plain(moneyText(1_500_000, 'HUF', 'en'))).toBe('HUF 15,000.00');
  expect(plain(moneyText(500, 'JPY', 'en'))).toBe('JPY 500');
});

test('coins have more decimals, and names of four letters', () => {
  expect(plain(moneyText(123_456, 'BTC', 'en'))).toBe('BTC 0.00123456');
  expect(plain(moneyText(1_250_500_000, 'USDT', 'en'))).toBe('USDT 1,250.50');
});
