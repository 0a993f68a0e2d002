import { expect, it } from 'vitest';
import { comparer } from '../../../../src/renderer/ui/compare.ts';

it('sorts by the alphabet of the language, numbers by size, nothing last', () => {
  const uk = ['Яна', 'Іван', 'Єва', 'Ґала', 'Ганна', 'Ада'].sort(comparer('uk'));
  expect(uk).toEqual(['Ада', 'Ганна', 'Ґала', 'Єва', 'Іван', 'Яна']);
  const ro = ['Zoe', 'Țurcanu', 'Toma', 'Șerban', 'Sava', 'Ană'].sort(comparer('ro'));
  expect(ro).toEqual(['Ană', 'Sava', 'Șerban', 'Toma', 'Țurcanu', 'Zoe']);
  expect(['S-10', 'S-2', null].sort(comparer('en'))).toEqual(['S-2', 'S-10', null]);
});
