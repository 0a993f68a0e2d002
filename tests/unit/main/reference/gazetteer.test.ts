import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadGazetteer } from '../../../../src/main/reference/gazetteer.ts';

const gazetteer = loadGazetteer(join(import.meta.dirname, '../../../../resources'));

test('a border crossing point is found in every spelling', () => {
  for (const name of ['Palanca', 'Паланка', 'PALANCA']) {
    expect(gazetteer.findPlace(name)).toMatchObject({ latitude: 46.411, longitude: 30.089 });
  }
});

test('an unknown or ambiguous name has no coordinates', () => {
  expect(gazetteer.findPlace('Nowhere at all')).toBeNull();
  expect(gazetteer.findPlace('')).toBeNull();
});

test('a town written in Cyrillic finds its Latin entry', () => {
  expect(gazetteer.search('Чернівці', 5)[0]).toMatchObject({ country: 'UA' });
});

test('the nearest place of a point in Chișinău is in Moldova', () => {
  const { place, kilometres } = gazetteer.nearest(47.01, 28.86);
  expect(place?.country).toBe('MD');
  expect(kilometres).toBeLessThan(5);
});
