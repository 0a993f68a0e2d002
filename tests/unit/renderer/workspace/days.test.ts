import { expect, it } from 'vitest';
import { dayEnd, dayStart, isoDay, readDay } from '../../../../src/renderer/workspace/index.ts';

it('reads days year first and day first, and nothing else', () => {
  for (const text of ['2026-07-05', '5.7.2026', '05/07/2026', ' 2026.7.5 '])
    expect(readDay(text)).toBe('2026-07-05');
  for (const text of ['2026-13-01', '2026-02-30', '31.06.2026', '7/2026', 'tomorrow', '', '2026-07-05T10:00'])
    expect(readDay(text)).toBeNull();
});

it('a day is that of the zone, 23 and 25 hours long at the changes of the clock', () => {
  const hours = (day: string): number =>
    (dayEnd(day, 'Europe/Chisinau') - dayStart(day, 'Europe/Chisinau')) / 3_600_000;
  expect([hours('2026-03-29'), hours('2026-07-01'), hours('2026-10-25')]).toEqual([23, 24, 25]);
  expect(dayStart('2026-07-01', 'Europe/Kyiv')).toBe(Date.UTC(2026, 5, 30, 21));
  expect(isoDay(Date.UTC(2026, 5, 30, 21), 'Europe/Kyiv')).toBe('2026-07-01');
});
