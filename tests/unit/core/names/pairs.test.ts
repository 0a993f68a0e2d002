import { expect, test } from 'vitest';
import { labelledPairs } from '../../../helpers/name-pairs.ts';

test('the labelled parts are large, and each has both kinds of pairs', async () => {
  const counts = async (part: 'tuning' | 'measured') => {
    const pairs = await labelledPairs(part);
    return [pairs.length, pairs.filter(({ isMatch }) => isMatch).length];
  };
  expect([await counts('tuning'), await counts('measured')]).toEqual([
    [420, 192],
    [450, 224],
  ]);
});

test('the two parts have no pair and no name in common', async () => {
  const spellings = async (part: 'tuning' | 'measured') =>
    new Set((await labelledPairs(part)).flatMap(({ left, right }) => [left, right].map(nameKey)));
  const tuning = await spellings('tuning');
  expect([...(await spellings('measured'))].filter((key) => tuning.has(key))).toEqual([]);
  expect(tuning.size).toBeGreaterThan(500);
});

/** The words of a name in any order and case. */
function nameKey(name: string): string {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .sort()
    .join(' ');
}
