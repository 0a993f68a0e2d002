import { expect, test } from 'vitest';
import {
  bareNumber,
  comparableNames,
  sameNumber,
  scoreOf,
  standingOn,
  type WatchSide,
} from '../../../../src/core/watch/index.ts';

const side = (more: Partial<WatchSide>): WatchSide => ({
  type: 'person',
  names: [],
  births: [],
  nationalities: [],
  numbers: [],
  ...more,
});
const codes = (entry: WatchSide, entity: WatchSide) =>
  scoreOf(entry, entity, 0.85)?.reasons.map(({ code }) => code) ?? null;

test('a name across alphabets is a hit, another date of birth speaks against it', () => {
  const entry = side({ names: ['Ткачук Олександр'], births: ['1985-03-14'] });
  const same = side({ names: ['Alexandru Tcaciuc'], births: ['1985-03-14'] });
  expect(scoreOf(entry, same, 0.85)?.score).toBeGreaterThan(0.9);
  expect(scoreOf(entry, { ...same, births: ['1961-01-01'] }, 0.85)).toBeNull();
  expect(scoreOf(entry, side({ names: ['Andrei Bondarenko'] }), 0.85)).toBeNull();
});

test('one word is borne by many: it takes the date of birth to be a hit', () => {
  const entry = side({ names: ['Олександр'] });
  expect(scoreOf(entry, side({ names: ['Олександр'] }), 0.85)).toBeNull();
  const born = { births: ['1985-03-14'] };
  expect(scoreOf({ ...entry, ...born }, side({ names: ['Олександр'], ...born }), 0.85)).not.toBeNull();
});

test('the same number under another name is a hit that says so', () => {
  const numbers = [{ kind: 'document-number', value: 'MD:AB1234567' }];
  const entry = side({ names: ['Ion Botnaru'], numbers });
  const entity = side({ names: ['Vasyl Petrenko'], numbers });
  expect(scoreOf(entry, entity, 0.85)?.score).toBe(1);
  expect(codes(entry, entity)).toEqual(['number', 'name-differs']);
});

test('people are not found under companies, things without a name not by one', () => {
  const entry = side({ type: 'organisation', names: ['Marea Neagră'] });
  expect(scoreOf(entry, side({ names: ['Marea Neagră'] }), 0.6)).toBeNull();
  expect(scoreOf(side({ type: null, names: ['Octavia Superb'] }), side({ type: 'vehicle' }), 0.6)).toBeNull();
});

test('numbers are of a country; what does not say its own is possible, no more', () => {
  expect(bareNumber('plate', 'MD:ABC123')).toBe('ABC123');
  expect(bareNumber('vin', 'MD:ABC123')).toBe('MD:ABC123');
  expect(sameNumber('plate', 'MD:ABC123', 'MD:ABC123')).toBe('same');
  expect(sameNumber('plate', 'MD:ABC123', '??:ABC123')).toBe('possible');
  expect(sameNumber('plate', 'MD:ABC123', 'RO:ABC123')).toBe('other');
});

test('what is no name is not compared: empty, one letter, a text', () => {
  expect(comparableNames(['', ' ', 'a', 'x'.repeat(10_000), 'Ion  Popa', '👤👤'])).toEqual([
    'Ion Popa',
    '👤👤',
  ]);
});

test('a list that ends with a month is valid to its last day', () => {
  expect(standingOn('2026-05-31', null, '2026-05')).toBe('valid');
  expect(standingOn('2026-06-01', null, '2026-05')).toBe('expired');
  expect(standingOn('2026-05-31', '2026-06', null)).toBe('not-yet');
  expect(standingOn('2026-05-31', '2026', '2026')).toBe('valid');
});
