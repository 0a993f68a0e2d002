import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectDateOrder, isTimeZone, readDuration, timeReader } from '../../../../src/core/time/index.ts';

const kyiv = timeReader('dmy', 'Europe/Kyiv');
const iso = (text: string, read = kyiv): string | null => {
  const reading = read(text);
  return reading === null ? null : new Date(reading.at).toISOString();
};

test.each([
  ['31.03.2024 02:59:59', '2024-03-31T00:59:59.000Z'],
  ['31.03.2024 04:00:00', '2024-03-31T01:00:00.000Z'],
  ['27.10.2024 02:30:00', '2024-10-26T23:30:00.000Z'],
  ['27.10.2024 03:30:00', '2024-10-27T00:30:00.000Z'],
  ['27.10.2024 04:30:00', '2024-10-27T02:30:00.000Z'],
  ['15.07.2024 12:00', '2024-07-15T09:00:00.000Z'],
  ['15/7/24 2:05 PM', '2024-07-15T11:05:00.000Z'],
  ['2024-07-15T12:00:00Z', '2024-07-15T12:00:00.000Z'],
  ['2024-07-15T12:00:00.250+02:00', '2024-07-15T10:00:00.250Z'],
  ['15 липня 2024 12:00', '2024-07-15T09:00:00.000Z'],
  ['20240715120000', '2024-07-15T09:00:00.000Z'],
  ['1721044800', '2024-07-15T12:00:00.000Z'],
  ['45231,604166', '2023-11-01T12:30:00.000Z'],
])('%s in Kyiv is %s', (text, expected) => {
  expect(iso(text)).toBe(expected);
});

test.each([
  '',
  'вчора',
  '32.01.2024 10:00',
  '13.13.2024',
  '15.07.2024 25:00:00',
  '15.07.2024 10:61',
  '99.99.2024',
  '2024-02-30',
])('“%s” is unreadable and not guessed', (text) => {
  expect(kyiv(text)).toBeNull();
});

test('the order decides, a year in front wins over it', () => {
  expect(iso('03/04/2024 10:00:00', timeReader('mdy', 'UTC'))).toBe('2024-03-04T10:00:00.000Z');
  expect(iso('03/04/2024 10:00:00', timeReader('dmy', 'UTC'))).toBe('2024-04-03T10:00:00.000Z');
  expect(iso('2024-04-03 10:00:00', timeReader('mdy', 'UTC'))).toBe('2024-04-03T10:00:00.000Z');
});

test('precision is what the source said', () => {
  const texts = ['2024', '07.2024', '15.07.2024', '15.07.2024 12:00', '15.07.2024 12:00:01'];
  expect(texts.map((text) => kyiv(text)?.precision)).toEqual(['year', 'month', 'day', 'minute', 'second']);
});

test('every instant written in a zone is read back, summer time or not', () => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Chisinau',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const read = timeReader('ymd', 'Europe/Chisinau');
  const instant = fc
    .integer({ min: Date.UTC(1995, 0), max: Date.UTC(2030, 0) })
    .map((at) => at - (at % 1000));
  fc.assert(
    fc.property(instant, (at) => {
      const text = format.format(at);
      const back = read(text)?.at ?? 0;
      expect(format.format(back)).toBe(text);
    }),
  );
});

test('date order: a part above 12 or dots decide, otherwise it is said to be ambiguous', () => {
  expect(detectDateOrder(['01/02/2024', '13/04/2024'])).toMatchObject({
    order: 'dmy',
    ambiguous: false,
    evidence: '13/04/2024',
  });
  expect(detectDateOrder(['01/02/2024', '03/14/2024'])).toMatchObject({ order: 'mdy', ambiguous: false });
  expect(detectDateOrder(['01.02.2024'])).toMatchObject({ order: 'dmy', ambiguous: false });
  expect(detectDateOrder(['01/02/2024', '03/04/2024'])).toMatchObject({ ambiguous: true });
  expect(detectDateOrder(['2024-01-02 10:00'])).toMatchObject({ order: 'ymd', ambiguous: false });
});

test('durations', () => {
  expect(['75', '1:15', '00:01:15', '75 s', '1 хв 15 с', '1m 15s'].map(readDuration)).toEqual([
    75, 75, 75, 75, 75, 75,
  ]);
  expect(['', 'довго', '1:75', '-5'].map(readDuration)).toEqual([null, null, null, null]);
});

test('time zones', () => {
  expect(isTimeZone('Europe/Kyiv')).toBe(true);
  expect(isTimeZone('Europe/Nowhere')).toBe(false);
});

test.each([
  ['21-MAR-2026 12:15:30', 'iso'],
  ['21-MAR-2026 12:15:30', 'ymd'],
  ['21 березня 2026 12:15:30', 'iso'],
  ['2026-03-21 12:15:30 UTC+00:00 (Device)', 'ymd'],
] as const)(
  '“%s” is read in the order %s, because its month is a word or its year comes first',
  (text, order) => {
    expect(timeReader(order, 'UTC')(text)?.at).toBe(Date.UTC(2026, 2, 21, 12, 15, 30));
  },
);

test('a month by its name makes a date of a value and decides no order', () => {
  expect(detectDateOrder(['21-MAR-2026', 'Mar 21, 2026', '12-XYZ-2026'])).toMatchObject({
    dates: 2,
    ambiguous: false,
  });
});
