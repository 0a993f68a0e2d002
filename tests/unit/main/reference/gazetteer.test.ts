import { describe, expect, it } from 'vitest';
import { kilometresBetween } from '../../../../src/main/reference/distance.ts';
import { loadGazetteer } from '../../../../src/main/reference/gazetteer.ts';

const gazetteer = loadGazetteer('resources');

describe('gazetteer', () => {
  it.each([
    ['Кишинів', 'Chișinău'],
    ['Кишинев', 'Chișinău'],
    ['Chisinau', 'Chișinău'],
    ['Cernăuți', 'Chernivtsi'],
    ['Одесса', 'Odesa'],
    ['ODESA', 'Odesa'],
    ['თბილისი', 'Tbilisi'],
  ])('finds %s as %s first', (text, name) => {
    expect(gazetteer.search(text, 5)[0]?.name).toBe(name);
  });

  it('finds a border crossing point by one side and in Cyrillic', () => {
    expect(gazetteer.search('Leuseni', 3)[0]?.kind).toBe('border_crossing');
    expect(gazetteer.findPlace('Паланка–Маяки–Удобне')).toMatchObject({
      latitude: 46.416,
      longitude: 30.1025,
    });
  });

  it('answers null for a name of several villages and for nonsense', () => {
    expect(gazetteer.search('Palanca', 20).length).toBeGreaterThan(2);
    expect(gazetteer.findPlace('Palanca')).toBeNull();
    expect(gazetteer.findPlace('Xqzzv')).toBeNull();
    expect(gazetteer.findPlace('  ')).toBeNull();
    expect(gazetteer.search('—', 5)).toEqual([]);
  });

  it('knows the city a name means although villages share it', () => {
    expect(gazetteer.findPlace('Kyiv')?.latitude).toBeCloseTo(50.45, 1);
  });

  it('finds the nearest place', () => {
    const { place, kilometres } = gazetteer.nearest(47.01, 28.86);
    expect(place?.name).toBe('Chișinău');
    expect(kilometres).toBeLessThan(3);
    expect(gazetteer.nearest(-60, -120).place).toBeNull();
  });

  it('counts Crimea with Ukraine', () => {
    expect(gazetteer.search('Simferopol', 1)[0]?.country).toBe('UA');
  });

  it('measures distances on the sphere', () => {
    const [kyiv, odesa] = [
      { latitude: 50.45, longitude: 30.523 },
      { latitude: 46.482, longitude: 30.723 },
    ];
    expect(kilometresBetween(kyiv, odesa)).toBeCloseTo(441.5, 0);
  });
});
