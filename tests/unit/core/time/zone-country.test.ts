import { expect, test } from 'vitest';
import { countryOfZone, isTimeZone } from '../../../../src/core/time/index.ts';

test.each([
  ['Europe/Kyiv', 'UA'],
  ['Europe/Kiev', 'UA'],
  ['Europe/Chisinau', 'MD'],
  ['Europe/Bucharest', 'RO'],
  ['Europe/Warsaw', 'PL'],
  ['Asia/Tbilisi', 'GE'],
  ['Europe/Vilnius', 'LT'],
])('the clock of %s is that of %s', (zone, country) => {
  expect(isTimeZone(zone)).toBe(true);
  expect(countryOfZone(zone)).toBe(country);
});

test.each(['UTC', 'Etc/GMT-2', 'Mars/Olympus', ''])('%j tells no country', (zone) => {
  expect(countryOfZone(zone)).toBeNull();
});
