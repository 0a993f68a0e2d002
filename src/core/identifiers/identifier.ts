/** What a look at one value says. A failing check digit is an analytic signal (typo, forged paper), never a reason to reject. */
export const CHECK_RESULTS = ['valid', 'check-failed', 'format-unknown', 'not-checkable'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export interface NormalisedIdentifier {
  /** The form two values are compared in. Never empty for a non-empty raw value. */
  readonly value: string;
  readonly check: CheckResult;
  /** Message key of the sentence that says why. */
  readonly explain: string;
}

export interface IdentifierOptions {
  /** ISO 3166 alpha-2 of the source; empty when unknown. */
  readonly country: string;
}

/** One kind of identifier: normalise → validate → explain. The raw text stays with the caller and is never lost. */
export interface IdentifierKind {
  readonly kind: string;
  normalise(raw: string, options: IdentifierOptions): NormalisedIdentifier;
}

export function valid(value: string): NormalisedIdentifier {
  return { value, check: 'valid', explain: 'import:identifier.valid' };
}
export function checkFailed(value: string): NormalisedIdentifier {
  return { value, check: 'check-failed', explain: 'import:identifier.checkFailed' };
}
export function formatUnknown(value: string): NormalisedIdentifier {
  return { value, check: 'format-unknown', explain: 'import:identifier.formatUnknown' };
}
export function notCheckable(value: string): NormalisedIdentifier {
  return { value, check: 'not-checkable', explain: 'import:identifier.notCheckable' };
}
export function judged(value: string, passes: boolean): NormalisedIdentifier {
  return passes ? valid(value) : checkFailed(value);
}

/** Upper case without blanks, dashes, dots and slashes; the text itself where nothing would be left. */
export function compact(raw: string): string {
  const packed = raw
    .normalize('NFKC')
    .replace(/[\s\u00AD\u200B-\u200D\uFEFF.\-–—/\\_]+/g, '')
    .toUpperCase();
  return packed === '' ? raw.trim() : packed;
}
