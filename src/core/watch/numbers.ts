import { KINDS_OF_A_COUNTRY } from '../identifiers/kinds.ts';

const WITH_COUNTRY = /^(?:[A-Z]{2}(?:-[A-Z]{2})?|\?\?):/;

/** The number without the country it was issued in, under which both sides are looked up. */
export function bareNumber(kind: string, value: string): string {
  return KINDS_OF_A_COUNTRY.includes(kind) ? value.replace(WITH_COUNTRY, '') : value;
}

/**
 * Two numbers of one kind whose bare forms are alike: the same where the countries are; possible where one side does
 * not say its country; another number where they differ.
 */
export function sameNumber(kind: string, left: string, right: string): 'same' | 'possible' | 'other' {
  if (left === right) return 'same';
  if (bareNumber(kind, left) !== bareNumber(kind, right)) return 'other';
  return left.startsWith('??:') || right.startsWith('??:') ? 'possible' : 'other';
}
