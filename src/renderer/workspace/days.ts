import { zoneClock } from '../../core/time/index.ts';

const DAY = 86_400_000;

/** The ISO day of an instant in a zone. */
export function isoDay(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);
}

/** The instant a day of the zone begins. */
export function dayStart(day: string, zone: string): number {
  return zoneClock(zone).toInstant(Date.parse(`${day}T00:00:00Z`));
}
/** The instant it is over: the first that is not of it any more. */
export function dayEnd(day: string, zone: string): number {
  return zoneClock(zone).toInstant(Date.parse(`${day}T00:00:00Z`) + DAY);
}

/** A day as people write it, year first or day first, as ISO; null where it is none. */
export function readDay(text: string): string | null {
  const [, first = '', month = '', last = ''] =
    /^\s*(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})\s*$/.exec(text) ?? [];
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  if (year.length !== 4 || day.length > 2) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : iso;
}
