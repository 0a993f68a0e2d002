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
    expect(gazetteer.findPlace('Паланка–Маяки–Удобне').found).toMatchObject({
      latitude: 46.416,
      longitude: 30.1025,
    });
  });

  it('answers null for a name of several villages and for nonsense', () => {
    expect(gazetteer.search('Palanca', 20).length).toBeGreaterThan(2);
    const palanca = gazetteer.findPlace('Palanca');
    expect(palanca.found).toBeNull();
    expect(palanca.meanings.length).toBeGreaterThan(2);
    expect(gazetteer.findPlace('Xqzzv')).toEqual({ found: null, meanings: [] });
    expect(gazetteer.findPlace('  ')).toEqual({ found: null, meanings: [] });
    expect(gazetteer.search('—', 5)).toEqual([]);
  });

  it.each([
    ['Паланка', 46.416],
    ['ППр «Паланка»', 46.416],
    ['Leușeni', 46.793],
    ['PTF Leuşeni', 46.793],
    ['Албіца', 46.793],
    ['Albița', 46.793],
    ['Порубне', 47.983],
    ['Порубное', 47.983],
    ['Джурджулешти', 45.473],
    ['Giurgiulești', 45.473],
    ['Костешти', 47.834],
    ['Costești', 47.834],
    ['Могилів-Подільський', 48.4444],
    ['or. Otaci', 48.4444],
    ['Пункт пропуску "Старокозаче"', 46.4117],
  ])('%s in a column of crossing points is that point', (name, latitude) => {
    expect(gazetteer.findPlace(name, 'crossing').found).toMatchObject({ latitude, accuracyMetres: 1000 });
  });

  it('never takes a village elsewhere for a crossing point', () => {
    expect(gazetteer.findPlace('Старе Село', 'crossing')).toEqual({ found: null, meanings: [] });
    expect(gazetteer.findPlace('Паланка').found).toBeNull();
    expect(gazetteer.findPlace('Костешти').found).toBeNull();
  });

  it.each(['м. Одеса', 'м.Одеса', 'місто Одеса', 'г. Одесса', 'or. Odesa'])('%s is the city', (name) => {
    expect(gazetteer.findPlace(name).found?.latitude).toBeCloseTo(46.48, 1);
  });

  it('knows the city a name means although villages share it', () => {
    expect(gazetteer.findPlace('Kyiv').found?.latitude).toBeCloseTo(50.45, 1);
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
