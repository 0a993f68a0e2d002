import { KINDS_OF_A_COUNTRY } from './kinds.ts';

/** What a look at one value says. A failing check digit is an analytic signal (typo, forged paper), never a reason to reject. */
export const CHECK_RESULTS = ['valid', 'check-failed', 'format-unknown', 'not-checkable'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** One sentence of the catalogues that says what was looked at and what came of it. A blank may hold another one. */
export interface Explanation {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number | Explanation>>;
}

export interface NormalisedIdentifier {
  /** The form two values are compared in. Never empty for a non-empty raw value. */
  readonly value: string;
  readonly check: CheckResult;
  readonly explain: readonly Explanation[];
}

export interface IdentifierOptions {
  /** ISO 3166 alpha-2 of the source, MD-SN for the Transnistrian region; empty when unknown. */
  readonly country: string;
  /** The country is that of the file only: the row does not say it. */
  readonly isAssumed?: boolean;
}

/** One kind of identifier: normalise → validate → explain. The raw text stays with the caller and is never lost. */
export interface IdentifierKind {
  readonly kind: string;
  normalise(raw: string, options: IdentifierOptions): NormalisedIdentifier;
}

export function because(key: string, params: Explanation['params'] = {}): Explanation {
  return { key, params };
}

const UNKNOWN_FORM = because('identifier:formUnknown');
const NO_CHECK_DIGIT = because('identifier:noCheckDigit');
const FORM_RIGHT = because('identifier:formRight');

export function valid(value: string, ...explain: Explanation[]): NormalisedIdentifier {
  return { value, check: 'valid', explain: explain.length === 0 ? [FORM_RIGHT] : explain };
}
export function checkFailed(value: string, ...explain: Explanation[]): NormalisedIdentifier {
  return { value, check: 'check-failed', explain };
}
export function formatUnknown(value: string, ...explain: Explanation[]): NormalisedIdentifier {
  return { value, check: 'format-unknown', explain: [UNKNOWN_FORM, ...explain] };
}
export function notCheckable(value: string, ...explain: Explanation[]): NormalisedIdentifier {
  return { value, check: 'not-checkable', explain: explain.length === 0 ? [NO_CHECK_DIGIT] : explain };
}

/** A check digit by a rule whose name is the same in every language (Luhn, mod 97). */
export function judged(
  value: string,
  passes: boolean,
  rule: string,
  ...more: Explanation[]
): NormalisedIdentifier {
  const key = passes ? 'identifier:checkRight' : 'identifier:checkWrong';
  return { value, check: passes ? 'valid' : 'check-failed', explain: [because(key, { rule }), ...more] };
}

const SEPARATORS = /[\s\u00AD\u200B-\u200D\uFEFF.\-–—/\\_]+/g;
/** So often a separator that goes can bring a letter and a mark together. */
const ROUNDS = 4;

/** Upper case without blanks, dashes, dots and slashes; the text itself where nothing would be left. */
export function compact(raw: string): string {
  let packed = raw;
  for (let round = 0, before = ''; packed !== before && round < ROUNDS; round += 1) {
    before = packed;
    packed = upper(packed).replace(SEPARATORS, '');
  }
  return packed === '' ? raw.trim() : packed;
}

/** One form of what looks alike, in capitals. A capital may fall apart into letter and mark, so it is put together after. */
export function upper(text: string): string {
  return text.normalize('NFKC').toUpperCase().normalize('NFKC');
}
export function lower(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}

const STATED_COUNTRY = /^\s*([A-Z]{2}(?:-[A-Z]{2})?|\?\?):(.*)$/isu;

/** A value may bring its country itself (`MD:ABC123`), as the program writes it; else the source's counts. */
export function splitCountry(raw: string, country: string): { country: string; text: string } {
  const [, stated, rest] = STATED_COUNTRY.exec(raw) ?? [];
  if (stated === undefined || rest === undefined) return { country, text: raw };
  return { country: stated === '??' ? country : stated.toUpperCase(), text: rest };
}

/** The country a compared value says it is of; empty where it says none. */
export function countryOfKey(kind: string, value: string): string {
  return KINDS_OF_A_COUNTRY.includes(kind) ? splitCountry(value, '').country : '';
}

/** Where the same characters exist in several countries, the country is part of the key. */
export function countryKey(country: string, text: string): string {
  return `${country === '' ? '??' : country}:${text}`;
}
