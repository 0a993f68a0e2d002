import { expect, test } from 'vitest';
import { measureNames, nameVerdict, PLAUSIBLE_NAME } from '../../../../src/core/names/index.ts';
import { jaroWinkler, tokenSetRatio } from '../../../helpers/name-baselines.ts';

const scored = (isMatch: boolean, score: number) => ({ pair: { left: 'A', right: 'B', isMatch }, score });

test('counts, shares and wrong pairs at a threshold that itself counts as a match', () => {
  const list = [scored(true, 0.7), scored(true, 0.69), scored(true, 1), scored(false, 0.9), scored(false, 0)];
  const { wrong, ...figures } = measureNames(list, 0.7);
  expect(figures).toEqual({
    pairs: 5,
    matches: 3,
    threshold: 0.7,
    found: 2,
    wronglyFound: 1,
    missed: 1,
    rightlyLeft: 1,
    precision: 2 / 3,
    recall: 2 / 3,
    f1: 2 / 3,
  });
  expect(wrong).toEqual([list[1], list[3]]);
});

test('where there is nothing to divide by there is no share', () => {
  expect(measureNames([], 0.5)).toMatchObject({ pairs: 0, precision: null, recall: null, f1: null });
  expect(measureNames([scored(true, 0)], 0.5)).toMatchObject({ precision: null, recall: 0, f1: 0 });
  expect(measureNames([scored(false, 1)], 0.5)).toMatchObject({ precision: 0, recall: null, f1: 0 });
});

test('a score in words', () => {
  expect([1, 0.95, 0.94, PLAUSIBLE_NAME, 0.69, 0.4, 0.39, 0].map(nameVerdict)).toEqual([
    'same',
    'same',
    'plausible',
    'plausible',
    'borderline',
    'borderline',
    'different',
    'different',
  ]);
});

test.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['abc', 'xyz', 0],
])('the yardstick Jaro–Winkler of %s and %s', (left, right, expected) => {
  expect(jaroWinkler(left, right)).toBeCloseTo(expected, 3);
});

test('the yardstick token-set ratio does not mind order, repetition and what only one has', () => {
  expect(tokenSetRatio('new york mets', 'mets york new')).toBe(1);
  expect(tokenSetRatio('fuzzy fuzzy was a bear', 'fuzzy was a bear')).toBe(1);
  expect(tokenSetRatio('kovalenko ivan', 'ivan petrovych kovalenko')).toBe(1);
  expect(tokenSetRatio('ab', 'cd')).toBe(0);
});
