import { isPartialDate } from '../time/partial-date.ts';
import type { DayRange } from './query.ts';

const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;
const MONTH_FIRST = /^(\d{1,2})[./](\d{4})$/;
const LOOSE = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/;

/** A year, month or day as people write it, as ISO as far as it goes; null where it is none. */
export function readPartialDay(text: string): string | null {
  const iso = isoOf(text.trim());
  return iso !== null && isPartialDate(iso) ? iso : null;
}

function isoOf(text: string): string | null {
  if (/^\d{4}$/.test(text)) return text;
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  if (year !== '') return `${year}-${two(month)}-${two(day)}`;
  const [, ofYear = '', only = ''] = MONTH_FIRST.exec(text) ?? [];
  if (only !== '') return `${only}-${two(ofYear)}`;
  const [, first = '', second = '', third] = LOOSE.exec(text) ?? [];
  if (first === '') return null;
  return third === undefined ? `${first}-${two(second)}` : `${first}-${two(second)}-${two(third)}`;
}

const two = (digits: string): string => digits.padStart(2, '0');

/** "2026-03", "2026-03-01..2026-03-31", "..2026": the days meant; null where it cannot be read. */
export function readDays(text: string): DayRange | null {
  const [left = '', right, more] = text.split(/\.{2,}|…/);
  if (more !== undefined) return null;
  if (right === undefined) {
    const day = readPartialDay(left);
    return day === null ? null : { from: firstDay(day), to: lastDay(day) };
  }
  const from = left === '' ? null : readPartialDay(left);
  const to = right === '' ? null : readPartialDay(right);
  if ((from === null && left !== '') || (to === null && right !== '')) return null;
  if (from === null && to === null) return null;
  return { from: from === null ? null : firstDay(from), to: to === null ? null : lastDay(to) };
}

export function firstDay(partial: string): string {
  return `${partial}-01-01`.slice(0, 10).padEnd(10, '-01');
}

export function lastDay(partial: string): string {
  if (partial.length === 10) return partial;
  if (partial.length === 4) return `${partial}-12-31`;
  const [year = 0, month = 1] = partial.split('-').map(Number);
  return `${partial}-${two(String(new Date(Date.UTC(year, month, 0)).getUTCDate()))}`;
}
