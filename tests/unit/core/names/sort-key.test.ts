import { expect, test } from 'vitest';
import { sortKey } from '../../../../src/core/names/index.ts';

const sorted = (names: string[]): string[] =>
  [...names].sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));

test.each([
  [
    'Ukrainian',
    ['Бойко', 'Гук', 'Ґава', 'Дуб', 'Енко', 'Євчук', 'Жук', 'Ир', 'Ільчук', 'Їжак', 'Йосип', 'Ян'],
  ],
  [
    'Romanian',
    ['Albu', 'Azur', 'Ăla', 'Ânt', 'Bobu', 'Ion', 'Îmbru', 'Jar', 'Suru', 'Șandru', 'Tar', 'Țurcanu', 'Ursu'],
  ],
  ['Russian', ['Едов', 'Ёжов', 'Езин']],
])('the order of the %s alphabet', (_, names) => {
  expect(sorted([...names].reverse())).toEqual(names);
});

test('capitals and quotation marks do not matter, both forms of a letter with a mark are one', () => {
  expect(sortKey('«Мрія»')).toBe(sortKey('мРІЯ»'));
  expect(sortKey('S\u0326andru')).toBe(sortKey('Șandru'));
});
