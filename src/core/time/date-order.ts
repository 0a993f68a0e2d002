import { monthOfName } from './month-names.ts';
import type { DateOrder } from './read-time.ts';

export interface DateOrderGuess {
  readonly order: DateOrder;
  /** True: every value fits both day-first and month-first, a person must say which. */
  readonly ambiguous: boolean;
  /** The value that decided, for the person to see; empty when none did. */
  readonly evidence: string;
  /** How many of the samples look like dates at all. */
  readonly dates: number;
}

/** `21-MAR-2026`, `21 березня 2026`, `Mar 21, 2026`: a date in any order, and it decides none. */
const NAMED = /^\s*(?:\d{1,4}[\s.-]+(\p{L}{3,})\.?[\s,.-]+\d{1,4}|(\p{L}{3,})\.?\s+\d{1,2},?\s+\d{4})(?!\d)/u;
const TRIPLE = /^\s*(\d{1,4})([.\-/ ])(\d{1,2})\2(\d{1,4})(?!\d)/;

/**
 * The order of day, month and year in a column. A part above 12 decides; dots alone also decide, because no country
 * writes month.day.year with dots. Otherwise day first is assumed and said to be ambiguous.
 */
export function detectDateOrder(samples: readonly string[]): DateOrderGuess {
  let dates = 0;
  let fallback: DateOrderGuess | null = null;
  for (const sample of samples) {
    const match = TRIPLE.exec(sample);
    if (match === null) {
      if (/^\d{14}$|^1\d{9}(\d{3})?$|^\d{5}[.,]\d+$/.test(sample.trim()) || isNamed(sample)) dates += 1;
      continue;
    }
    dates += 1;
    const decided = decide(match, sample);
    if (decided !== null && (fallback === null || fallback.ambiguous)) fallback = { ...decided, dates: 0 };
  }
  return { ...(fallback ?? { order: 'iso', ambiguous: false, evidence: '' }), dates };
}

function isNamed(sample: string): boolean {
  const [, between, first] = NAMED.exec(sample) ?? [];
  const word = between ?? first;
  return word !== undefined && monthOfName(word) !== null;
}

function decide(match: RegExpExecArray, sample: string): Omit<DateOrderGuess, 'dates'> | null {
  const [, first = '', separator = '', second = '', third = ''] = match;
  if (first.length === 4) return { order: 'ymd', ambiguous: false, evidence: sample };
  if (third.length === 3) return null;
  if (Number(first) > 31) return { order: 'ymd', ambiguous: false, evidence: sample };
  if (Number(first) > 12) return { order: 'dmy', ambiguous: false, evidence: sample };
  if (Number(second) > 12) return { order: 'mdy', ambiguous: false, evidence: sample };
  if (separator === '.') return { order: 'dmy', ambiguous: false, evidence: sample };
  return { order: 'dmy', ambiguous: true, evidence: '' };
}
