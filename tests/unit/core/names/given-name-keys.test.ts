import { expect, test } from 'vitest';
import { givenNameKeys } from '../../../../src/core/names/index.ts';

const meet = (left: string, right: string): boolean =>
  givenNameKeys(left).some((key) => givenNameKeys(right).includes(key));

test('equivalent given names of all languages share a key, whatever the surname', () => {
  expect(meet('Олександр Ткачук', 'Alexandru Tcaciuc')).toBe(true);
  expect(meet('Ткачук Олександр Іванович', 'Nagy Sándor')).toBe(true);
  expect(meet('Олена Вигадана', 'Ilona Kitalált')).toBe(true);
});

test('other given names do not; neither do an initial, a surname and nothing at all', () => {
  expect(meet('Марія Бондар', 'Марина Бондар')).toBe(false);
  expect(givenNameKeys('О. Ткачук')).toEqual([]);
  expect(givenNameKeys('Ткачук')).toEqual([]);
  expect(givenNameKeys('')).toEqual([]);
  expect(givenNameKeys('x'.repeat(10_000))).toEqual([]);
});
