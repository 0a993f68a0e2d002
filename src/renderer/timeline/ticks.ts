import {
  type TimeInterval,
  utcDay,
  utcHour,
  utcMinute,
  utcMonday,
  utcMonth,
  utcSecond,
  utcYear,
} from 'd3-time';
import { zoneClock } from '../../core/time/index.ts';
import type { TimeRange } from './range.ts';

export interface Tick {
  readonly at: number;
  readonly label: string;
}
type Unit = 'year' | 'month' | 'day' | 'hour' | 'second';
interface Step {
  readonly length: number;
  readonly unit: Unit;
  readonly interval: TimeInterval | null;
}
const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const LABEL_WIDTH = 84;

const STEPS: readonly Step[] = [
  ...[1, 5, 15, 30].map((n): Step => ({ length: n * SECOND, unit: 'second', interval: utcSecond.every(n) })),
  ...[1, 5, 15, 30].map((n): Step => ({ length: n * MINUTE, unit: 'hour', interval: utcMinute.every(n) })),
  ...[1, 3, 6, 12].map((n): Step => ({ length: n * HOUR, unit: 'hour', interval: utcHour.every(n) })),
  { length: DAY, unit: 'day', interval: utcDay },
  { length: 7 * DAY, unit: 'day', interval: utcMonday },
  ...[1, 3].map((n): Step => ({ length: n * 30 * DAY, unit: 'month', interval: utcMonth.every(n) })),
  ...[1, 2, 5, 10, 50].map(
    (n): Step => ({ length: n * 365 * DAY, unit: 'year', interval: utcYear.every(n) }),
  ),
];
const FORMATS: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

const isWithinDay = (step: Step | undefined): boolean => step?.unit === 'hour' || step?.unit === 'second';

function stepOf(range: TimeRange, width: number): Step | undefined {
  const most = Math.max(2, Math.floor(width / LABEL_WIDTH));
  return STEPS.find(({ length }) => (range.to - range.from) / length <= most) ?? STEPS.at(-1);
}

/** The day at the left edge, where the ticks say only hours or seconds; else nothing. */
export function edgeDate(range: TimeRange, zone: string, width: number, locale: string): string {
  if (!isWithinDay(stepOf(range, width))) return '';
  const format = { ...FORMATS.day, year: 'numeric', timeZone: zone } as const;
  return new Intl.DateTimeFormat(locale, format).format(range.from);
}

/** Ticks at round wall-clock times of the zone; a time the spring change skips has none. Labels in the locale. */
export function zoneTicks(range: TimeRange, zone: string, width: number, locale: string): Tick[] {
  const step = stepOf(range, width);
  const interval = step?.interval ?? utcYear;
  const clock = zoneClock(zone);
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...FORMATS[step?.unit ?? 'year'] });
  const midnight = new Intl.DateTimeFormat(locale, { timeZone: zone, ...FORMATS.day });
  const wall = interval.range(new Date(range.from - DAY), new Date(range.to + DAY));
  const at = new Map(wall.map((date) => [clock.toInstant(date.getTime()), date.getTime() % DAY === 0]));
  const seen = [...at].filter(([instant]) => instant >= range.from && instant <= range.to);
  seen.sort(([one], [two]) => one - two);
  return seen.map(([instant, isMidnight]) => {
    const label = isMidnight && isWithinDay(step) ? midnight : format;
    return { at: instant, label: label.format(instant) };
  });
}
