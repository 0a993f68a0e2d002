import type { PersonStatus } from '../model/case-terms.ts';

/** Half a year, after the EDPS order of 3 January 2022; a file may set another number. */
export const CATEGORISE_DAYS = 183;
const DAY = 86_400_000;

/** Whole days left to give a person a status; at 0 and below it is overdue. Never -0, which no screen should show. */
export function daysLeft(since: number, days: number, now: number): number {
  return Math.ceil((since + days * DAY - now) / DAY) + 0;
}

/** People recorded at this time or before are overdue now. */
export function overdueBefore(days: number, now: number): number {
  return now - days * DAY;
}

/** Keys by which people are categorised one after another, by their place on a Latin keyboard. */
export const STATUS_KEYS: Readonly<Record<PersonStatus, string>> = {
  suspect: 'S',
  convicted: 'O',
  charged: 'H',
  wanted: 'W',
  potential_offender: 'P',
  contact: 'C',
  victim: 'V',
  witness: 'T',
  informant: 'I',
  missing: 'M',
  deceased: 'D',
  to_be_identified: 'U',
};
