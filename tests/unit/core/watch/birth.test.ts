import { expect, test } from 'vitest';
import { birthDateReader, compareBirthDates } from '../../../../src/core/watch/index.ts';

const TODAY = '2026-05-01';
const read = birthDateReader('dmy');

test.each([
  ['1985-03-14', '1985-03-14'],
  ['14.03.1985', '1985-03-14'],
  ['14/03/1985', '1985-03-14'],
  ['14 березня 1985', '1985-03-14'],
  ['1985', '1985'],
  ['03.1985', '1985-03'],
  ['1985-03', '1985-03'],
  ['1985-00-00', '1985'],
  ['00.03.1985', '1985-03'],
  ['00.00.1985', '1985'],
  ['circa 1985', '1985'],
  ['~1985', '1985'],
  ['19850314', '1985-03-14'],
])('%s is read as far as it is known: %s', (text, known) => {
  expect(read(text, TODAY)).toBe(known);
});

test.each(['', 'unknown', '31.02.1985', '2030-01-01', '12', '1200-01-01', '1970-1972'])(
  '“%s” is no date of birth, and none is made of it',
  (text) => {
    expect(read(text, TODAY)).toBeNull();
  },
);

test('dates agree as far as both are known, and the best pair counts', () => {
  expect(compareBirthDates(['1985-03-14'], ['1985-03-14'])).toBe('same');
  expect(compareBirthDates(['1985'], ['1985-03-14'])).toBe('fits');
  expect(compareBirthDates(['1985'], ['1985'])).toBe('fits');
  expect(compareBirthDates(['1985-03-12'], ['1985-12-03'])).toBe('swapped');
  expect(compareBirthDates(['1985-03-14'], ['1986-03-14'])).toBe('differs');
  expect(compareBirthDates(['1986', '1985-03-14'], ['1985-03-14'])).toBe('same');
  expect(compareBirthDates([], ['1985'])).toBeNull();
});
