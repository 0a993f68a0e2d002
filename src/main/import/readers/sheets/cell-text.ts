import type { ShownAs } from './number-format.ts';

const DAY_SECONDS = 86_400;
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;
const OFFSET_1904 = 1462;

export interface ReadNumber {
  readonly text: string;
  /** More digits than a spreadsheet keeps: the last of them may be made up. */
  readonly isRounded: boolean;
}

/**
 * The number as a person typed it: fifteen digits are certain, so what stands behind them is noise of the machine. A
 * whole number with more digits is given with an exponent where a spreadsheet may have rounded it, so that nobody takes
 * it for an account or a card.
 */
export function numberText(written: string): ReadNumber {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return { text: written, isRounded: false };
  if (!Number.isInteger(value)) return { text: withoutNoise(value), isRounded: false };
  if (Math.abs(value) < 1e15) return { text: String(value), isRounded: false };
  if (isExact(written.trim(), value)) return { text: written.trim(), isRounded: false };
  return {
    text: value.toExponential(14).replace(/0+e/, 'e').replace('.e', 'e').replace('e', 'E'),
    isRounded: true,
  };
}

function withoutNoise(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** Digits that no rounding gives back were written by a program that kept them all. */
function isExact(digits: string, value: number): boolean {
  if (!/^-?\d+$/.test(digits)) return false;
  if (Number.isSafeInteger(value)) return !/0$/.test(digits);
  return digits !== String(BigInt(value)) && !/0{2,}$/.test(digits) && digits.replace('-', '').length > 17;
}

/** A day number as the text its format shows: date, time of day or length of time; the bare number where it is none. */
export function serialText(written: string, shownAs: ShownAs, is1904: boolean): string {
  const value = Number(written);
  if (!Number.isFinite(value) || written.trim() === '') return written;
  if (shownAs === 'duration') return lengthText(value);
  if (shownAs === 'time' && value >= 0 && value < 1) return clockText(value);
  const serial = is1904 ? value + OFFSET_1904 : value;
  const isDay = serial >= 1 && serial < LAST_SERIAL + 1 && Math.floor(serial) !== 60;
  if (!isDay) return numberText(written).text;
  const seconds = Math.round(serial * DAY_SECONDS);
  const instant = new Date(epoch(serial) + seconds * 1000).toISOString();
  const hasClock = shownAs !== 'date' || seconds % DAY_SECONDS !== 0;
  return hasClock ? `${instant.slice(0, 10)} ${instant.slice(11, 19)}` : instant.slice(0, 10);
}

/** Spreadsheets count a 29 February 1900 that never was. */
function epoch(serial: number): number {
  return Date.UTC(1899, 11, serial < 60 ? 31 : 30);
}

function clockText(value: number): string {
  const seconds = Math.min(Math.round(value * DAY_SECONDS), DAY_SECONDS - 1);
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

function lengthText(value: number): string {
  const seconds = Math.round(Math.abs(value) * DAY_SECONDS);
  const two = (part: number): string => String(part).padStart(2, '0');
  const sign = value < 0 ? '-' : '';
  return `${sign}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `PT26H03M04S` of an open document, as hours, minutes and seconds. */
export function isoLengthText(text: string): string {
  const match = /^(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(text);
  if (match === null) return text;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const total = Number(days) * DAY_SECONDS + Number(hours) * 3600 + Number(minutes) * 60;
  const whole = total + Number(seconds.replace(',', '.'));
  return lengthText((sign === '-' ? -whole : whole) / DAY_SECONDS);
}
