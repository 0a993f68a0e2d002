import { monthOfName } from './month-names.ts';
import type { Precision } from './precision.ts';
import { type ZoneClock, zoneClock } from './zone.ts';

/** Order in which a source writes day, month and year. A four-digit year first or a full ISO form is read as such in any order. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy' | 'iso';

export interface TimeReading {
  /** Milliseconds UTC; for a reading coarser than a second the beginning of it. */
  readonly at: number;
  readonly precision: Precision;
}

interface WallParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  precision: Precision;
  /** Minutes east of UTC written in the text itself; it wins over the zone of the source. */
  offset: number | null;
}

const DAY = 86_400_000;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const CLOCK =
  /[T\s,]+(\d{1,2})[:.hг](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

/**
 * A reader for one column. Returns null for anything it cannot read with certainty: the caller rejects the row;
 * nothing is ever guessed as "now" or midnight without saying so in `precision`.
 */
export function timeReader(order: DateOrder, zone: string): (text: string) => TimeReading | null {
  const clock = zoneClock(zone);
  return (text) => fastReading(text, order, clock) ?? slowReading(plainOffset(text.trim()), order, clock);
}

/** Reports of phone examinations write the offset as `(UTC+2)`. */
function plainOffset(text: string): string {
  if (!/(?:UTC|GMT)/i.test(text)) return text;
  return text.replace(
    /\s*\(?(?:UTC|GMT)\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\)?$/i,
    (_, sign, hours, minutes) =>
      sign === undefined ? ' Z' : `${sign}${String(hours).padStart(2, '0')}:${minutes ?? '00'}`,
  );
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** `yyyy-mm-dd hh:mm:ss`, `dd.mm.yyyy hh:mm:ss` and their like, without seconds too: nearly all rows of call lists. */
function fastReading(text: string, order: DateOrder, clock: ZoneClock): TimeReading | null {
  const { length } = text;
  if ((length !== 19 && length !== 16) || text.charCodeAt(13) !== 58) return null;
  const between = text.charCodeAt(10);
  if (between !== 32 && between !== 84) return null;
  const year = digits(text, 0, 4);
  const yearFirst = !Number.isNaN(year);
  if (!yearFirst && order !== 'dmy' && order !== 'mdy') return null;
  const first = yearFirst ? digits(text, 5, 7) : digits(text, 0, 2);
  const second = yearFirst ? digits(text, 8, 10) : digits(text, 3, 5);
  const dayFirst = !yearFirst && order === 'dmy';
  const seconds = length === 19 ? digits(text, 17, 19) : 0;
  if (!isSeparator(text.charCodeAt(yearFirst ? 4 : 2)) || !isSeparator(text.charCodeAt(yearFirst ? 7 : 5)))
    return null;
  if (length === 19 && text.charCodeAt(16) !== 58) return null;
  const wall = wallTime(
    yearFirst ? year : digits(text, 6, 10),
    dayFirst ? second : first,
    dayFirst ? first : second,
    digits(text, 11, 13),
    digits(text, 14, 16),
    seconds,
  );
  if (wall === null) return null;
  return { at: clock.toInstant(wall), precision: length === 19 ? 'second' : 'minute' };
}

function isSeparator(code: number): boolean {
  return code === 45 || code === 46 || code === 47;
}

function wallTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59)) return null;
  if (!(year >= 1000 && year <= 9999 && day <= daysIn(year, month))) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function daysIn(year: number, month: number): number {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
}

function slowReading(text: string, order: DateOrder, clock: ZoneClock): TimeReading | null {
  if (text === '') return null;
  if (/^\d+([.,]\d+)?$/.test(text)) {
    const number = numberReading(text, clock) ?? compactReading(text, clock);
    if (number !== null || !/^\d{1,2}\.\d{4}$/.test(text)) return number;
  }
  const time = CLOCK.exec(text);
  const parts = dateParts(time === null ? text : text.slice(0, time.index), order);
  if (parts === null || (time !== null && !addClock(parts, time))) return null;
  return finish(parts, clock);
}

function finish(parts: WallParts, clock: ZoneClock): TimeReading | null {
  const wall = wallTime(parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second);
  if (wall === null) return null;
  const exact = wall + parts.millisecond;
  const at = parts.offset === null ? clock.toInstant(exact) : exact - parts.offset * 60_000;
  return { at, precision: parts.precision };
}

/** Seconds or milliseconds since 1970 (UTC by definition), or a spreadsheet's day number (wall clock of the zone). */
function numberReading(text: string, clock: ZoneClock): TimeReading | null {
  const number = Number(text.replace(',', '.'));
  if (/^1\d{9}([.,]\d+)?$/.test(text)) {
    return { at: Math.round(number * 1000), precision: /[.,]/.test(text) ? 'millisecond' : 'second' };
  }
  if (/^1\d{12}$/.test(text)) return { at: number, precision: 'millisecond' };
  const isDayNumber = number >= 10_000 && number < 80_000 && /^\d{5}([.,]\d+)?$/.test(text);
  if (!isDayNumber) return null;
  const wall = EXCEL_EPOCH + Math.round((number * DAY) / 1000) * 1000;
  return { at: clock.toInstant(wall), precision: Number.isInteger(number) ? 'day' : 'second' };
}

/** `yyyymmdd`, `yyyymmddhhmm`, `yyyymmddhhmmss` and a bare year. */
function compactReading(text: string, clock: ZoneClock): TimeReading | null {
  if (!/^(1[5-9]|2[01])\d{2}(\d{4}(\d{4}(\d{2})?)?)?$/.test(text)) return null;
  const parts = emptyParts(digits(text, 0, 4), 'year');
  if (text.length >= 8) {
    Object.assign(parts, { month: digits(text, 4, 6), day: digits(text, 6, 8), precision: 'day' });
  }
  if (text.length >= 12) {
    Object.assign(parts, { hour: digits(text, 8, 10), minute: digits(text, 10, 12), precision: 'minute' });
  }
  if (text.length === 14) Object.assign(parts, { second: digits(text, 12, 14), precision: 'second' });
  return finish(parts, clock);
}

function emptyParts(year: number, precision: Precision): WallParts {
  return { year, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0, precision, offset: null };
}

function dateParts(text: string, order: DateOrder): WallParts | null {
  const pieces = text
    .trim()
    .split(/[\s.\-/,]+/)
    .filter((piece) => piece !== '');
  if (pieces.length === 0 || pieces.length > 3) return null;
  const named = pieces.findIndex((piece) => /^\p{L}{3,}$/u.test(piece));
  const numbers = pieces.map((piece, at) => (at === named ? monthOfName(piece) : toNumber(piece)));
  if (numbers.some((number) => number === null)) return null;
  const [first = 0, second = 0, third = 0] = numbers as number[];
  const [one = '', two = ''] = pieces;
  if (pieces.length === 1) return one.length === 4 && named < 0 ? emptyParts(first, 'year') : null;
  if (pieces.length === 2) return monthParts(one.length === 4 ? [first, second] : [second, first], one, two);
  return dayParts([first, second, third], pieces, order, named);
}

function toNumber(piece: string): number | null {
  return /^\d{1,4}$/.test(piece) ? Number(piece) : null;
}

function monthParts([year, month]: [number, number], one: string, two: string): WallParts | null {
  if (one.length !== 4 && two.length !== 4) return null;
  return { ...emptyParts(year, 'month'), month };
}

function dayParts(
  [first, second, third]: [number, number, number],
  pieces: readonly string[],
  order: DateOrder,
  named: number,
): WallParts | null {
  const yearFirst = (pieces[0] ?? '').length === 4;
  if (yearFirst) return { ...emptyParts(first, 'day'), month: second, day: third };
  if ((order === 'iso' && named < 0) || (pieces[2] ?? '').length === 3) return null;
  if (order === 'ymd' && (named < 0 || (pieces[2] ?? '').length < 4)) {
    return (pieces[2] ?? '').length > 2
      ? null
      : { ...emptyParts(fullYear(first), 'day'), month: second, day: third };
  }
  const monthFirst = named === 0 || (named < 0 && order === 'mdy');
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return { ...emptyParts(fullYear(third), 'day'), month, day };
}

/** Two-digit years: 00–49 are 2000–2049, 50–99 are 1950–1999. */
function fullYear(year: number): number {
  if (year > 99) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function addClock(parts: WallParts, time: RegExpExecArray): boolean {
  const [, hour = '', minute = '', second, fraction, half, zone] = time;
  parts.hour = Number(hour);
  parts.minute = Number(minute);
  parts.second = Number(second ?? 0);
  parts.precision = second === undefined ? 'minute' : 'second';
  if (fraction !== undefined) {
    parts.millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
    parts.precision = 'millisecond';
  }
  if (half !== undefined) {
    if (parts.hour < 1 || parts.hour > 12) return false;
    parts.hour = (parts.hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (zone !== undefined) parts.offset = offsetMinutes(zone);
  return true;
}

function offsetMinutes(zone: string): number {
  if (!/^[+-]/.test(zone)) return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const plain = zone.slice(1).replace(':', '');
  return sign * (Number(plain.slice(0, 2)) * 60 + Number(plain.slice(2) || 0));
}
