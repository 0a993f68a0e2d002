import { expect, test } from 'vitest';
import { formatDuration, formatInstant, formatMoney } from '../../../../src/renderer/ui/format.ts';

test('an instant is an ISO date with weekday in the displayed zone', () => {
  const instant = Date.UTC(2026, 0, 4, 22, 30, 5);
  expect(formatInstant(instant, 'UTC', 'en')).toBe('2026-01-04 Sun 22:30:05');
  expect(formatInstant(instant, 'Europe/Chisinau', 'en')).toBe('2026-01-05 Mon 00:30:05');
});
test('money takes its decimals from the currency', () => {
  expect(formatMoney(12345, 'EUR', 'en').replace(/\s/g, ' ')).toBe('EUR 123.45');
  expect(formatMoney(500, 'JPY', 'en').replace(/\s/g, ' ')).toBe('JPY 500');
});
test('a duration lines up as h:mm:ss', () => {
  expect(formatDuration(59.6)).toBe('0:01:00');
  expect(formatDuration(3725)).toBe('1:02:05');
});
