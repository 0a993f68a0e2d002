import type { DateOrder } from '../../core/time/index.ts';

/** The zone the heads of columns of time name, as “Sent - UTC+02:00”; null where none does, or one of part of an hour. */
export function zoneOfHeaders(columns: readonly string[]): string | null {
  for (const column of columns) {
    const found = /\b(?:UTC|GMT)(?:\s?([+-])(\d{1,2})(?::?(\d{2}))?)?(?!\d)/.exec(column);
    if (found === null) continue;
    const [, sign = '+', hours = '0', minutes = '00'] = found;
    if (Number(minutes) > 0 || Number(hours) > 14) continue;
    // These names count westwards, so that their sign is the other one.
    return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
  }
  return null;
}

/** The order of day and month that a head states, as “(dd/MM/yyyy)” or “(M/d/yyyy)”; null where none does. */
export function orderOfHeaders(columns: readonly string[]): DateOrder | null {
  for (const column of columns) {
    if (/\bd{1,2}[./-]m{1,2}[./-]y{2,4}\b/i.test(column)) return 'dmy';
    if (/\bm{1,2}[./-]d{1,2}[./-]y{2,4}\b/i.test(column)) return 'mdy';
  }
  return null;
}
