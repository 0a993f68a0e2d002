import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCoordinatePair, readCoordinates } from '../../../../src/core/places/coordinates.ts';

const near = (latitude: number, longitude: number) => ({
  latitude: expect.closeTo(latitude, 5),
  longitude: expect.closeTo(longitude, 5),
});

describe('two cells', () => {
  test.each([
    ['50.4501', '30.5234', 50.4501, 30.5234],
    ['50,4501', '30,5234', 50.4501, 30.5234],
    ['+50.45', '-30.5', 50.45, -30.5],
    ['50°27′0″ пн.ш.', '30°31′24″ сх.д.', 50.45, 30.52333],
    ["50° 27' пн. ш.", "30° 31' сх. д.", 50.45, 30.51667],
    ['50°27′0″ Пн', '30°31′24″ Зх', 50.45, -30.52333],
    ["50° 27,5' С", "30° 31,4' В", 50.45833, 30.52333],
    ["33°30' Ю", '70° З', -33.5, -70],
    ['50град. 27мин. 5сек. с.ш.', '30град. 31мин. в.д.', 50.45139, 30.51667],
    ['33.5 S', '70.5 V', -33.5, -70.5],
    ['47°01\'22" N', '28°50\'10" E', 47.02278, 28.83611],
    ['50°27’00’’N', '30°31’24’’E', 50.45, 30.52333],
    ['N 50 27 00', 'E 30 31 24', 50.45, 30.52333],
    ['50:27:00', '30:31:24', 50.45, 30.52333],
    ['5027.1234N', '03031.4567E', 50.45206, 30.52428],
    ['502700N', '0303124E', 50.45, 30.52333],
    ["30°31'E", "50°27'N", 50.45, 30.51667],
  ])('%s | %s', (north, east, latitude, longitude) => {
    expect(readCoordinates(north, east)).toEqual(near(latitude, longitude));
  });

  test.each([
    ['5590000', '320000', 'projected'],
    ['5590000,5', '320000,25', 'projected'],
    ['91', '30', 'unreadable'],
    ['948.2', '30', 'unreadable'],
    ["50°61'N", '30°E', 'unreadable'],
    ['50°27.5\'30"N', '30°E', 'unreadable'],
    ['50.45N', '30.5N', 'unreadable'],
    ['-50.45N', '30.5E', 'unreadable'],
    ['', '30', 'unreadable'],
    ['абв', '30', 'unreadable'],
  ])('%s | %s is %s', (north, east, trouble) => {
    expect(readCoordinates(north, east)).toBe(trouble);
  });

  test('the same number in both cells is twice that number, the same text of two numbers is read as both', () => {
    expect(readCoordinates('50,45', '50,45')).toEqual(near(50.45, 50.45));
    expect(readCoordinates('50.45, 30.52', '50.45, 30.52')).toEqual(near(50.45, 30.52));
  });
});

describe('one cell', () => {
  test.each([
    ['50.4501, 30.5234', 50.4501, 30.5234],
    ['(50.4501 30.5234)', 50.4501, 30.5234],
    ['50,4501; 30,5234', 50.4501, 30.5234],
    ['50,4501, 30,5234', 50.4501, 30.5234],
    ['50°27′00″ пн. ш., 30°31′24″ сх. д.', 50.45, 30.52333],
    ['50 27 00 N 30 31 24 E', 50.45, 30.52333],
    ["N50°27.5' E30°31.4'", 50.45833, 30.52333],
    ["30°31'E 50°27'N", 50.45, 30.51667],
    ['36UUA2000090000', 50.43439, 30.46533],
    ['36U UA 20000 90000', 50.43439, 30.46533],
    ['36U 320000 5590000', 50.43439, 30.46532],
    ['UTM 36N 320000 5590000', 50.43439, 30.46532],
    ['35S 500000 6000000', -36.14472, 27],
  ])('%s', (text, latitude, longitude) => {
    expect(readCoordinatePair(text)).toEqual(near(latitude, longitude));
  });

  test.each([
    '50,45',
    '45.5',
    '5590000 320000',
    'Chișinău',
    '',
    '36S 320000 4100000',
    '36U 320000 4000000',
    '61U 320000 5590000',
    '36UUA200009000',
  ])('%j is none', (text) => {
    expect(readCoordinatePair(text)).toBeNull();
  });
});

test('degrees, minutes and seconds come back as the degrees they were made of', () => {
  const seconds = fc.integer({ min: 0, max: 90 * 3600 });
  fc.assert(
    fc.property(seconds, seconds, fc.constantFrom('пд.ш.', 'S', 'Ю'), (south, west, side) => {
      const written = (total: number): string =>
        `${Math.floor(total / 3600)}°${Math.floor(total / 60) % 60}′${total % 60}″`;
      expect(readCoordinates(`${written(south)} ${side}`, `${written(west)} W`)).toEqual(
        near(-south / 3600, -west / 3600),
      );
    }),
  );
});

test('no text makes it fail or leave the earth', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (north, east) => {
      const found = readCoordinates(north, east);
      if (typeof found === 'object') expect(Math.abs(found.latitude)).toBeLessThanOrEqual(90);
    }),
  );
});
