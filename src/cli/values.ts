import type { z } from 'zod';
import { isTimeZone } from '../core/time/index.ts';
import { WrongCall } from './failure.ts';
import { say } from './messages.ts';

/** A number the contract takes: its own schema decides, and the refusal names its bounds. */
export function numberOf(schema: z.ZodNumber): (text: string) => number {
  const least = Math.max(schema.minValue ?? 0, 0);
  const most = schema.maxValue ?? Number.MAX_SAFE_INTEGER;
  return numberWithin(least, most, schema.isInt);
}

export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return numberWithin(least, most, true);
}

function numberWithin(least: number, most: number, isWhole: boolean): (text: string) => number {
  return (text) => {
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
    const kind = isWhole ? 'whole-number' : 'number';
    const key = most < Number.MAX_SAFE_INTEGER ? `cli:error.${kind}-range` : `cli:error.${kind}-least`;
    throw new WrongCall('cli.usage', say(key, { value: text, least, most }));
  };
}

/** A share: a score, or the threshold a score is held against. */
export const fraction = numberWithin(0, 1, false);

/** The number of an open file, as the set-up passes them on. */
export const descriptor = wholeNumber(0, 255);

/** A parser of one value out of a list; the refusal names what is allowed. */
export function oneOf<T extends string>(allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((one) => one === text);
    if (found !== undefined) return found;
    throw new WrongCall('cli.usage', say('cli:error.choice', { value: text, allowed: allowed.join(', ') }));
  };
}

/** The same for an option that may be given several times. */
export function someOf<T extends string>(allowed: readonly T[]): (text: string, before?: T[]) => T[] {
  const read = oneOf(allowed);
  return (text, before = []) => [...before, read(text)];
}

export function timeZone(text: string): string {
  if (isTimeZone(text)) return text;
  throw new WrongCall('cli.usage', say('cli:error.time-zone', { zone: text }));
}

const COUNTRY_NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** ISO 3166 alpha-2, in capital or small letters. */
export function country(text: string): string {
  const code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && COUNTRY_NAMES.of(code) !== undefined) return code;
  throw new WrongCall('cli.usage', say('cli:error.country', { country: text }));
}

/** Text that says something: an empty word is what an unset variable of a script leaves. */
export function filled(text: string): string {
  if (text.trim() !== '') return text;
  throw new WrongCall('cli.usage', say('cli:error.empty'));
}
