/** Codes of what spoke for or against; sentences under `questions:reason.<code>`. */
export const NAME_REASONS = [
  'same-spelling',
  'same-without-marks',
  'same-transliterated',
  'same-sound',
  'same-given-name',
  'same-ending-aside',
  'similar-spelling',
  'initial',
  'initial-different',
  'patronymic-same',
  'patronymic-different',
  'given-name-different',
  'former-surname',
  'other-sex',
  'other-generation',
  'order-uncertain',
  'number-different',
  'part-missing',
  'part-different',
  'look-alike-letters',
  'unknown-alphabet',
  'legal-form-same',
  'legal-form-different',
  'legal-form-missing',
  'too-long',
  'empty',
] as const;
export type NameReason = (typeof NAME_REASONS)[number];

export type WordVerdict = 'same' | 'similar' | 'different' | 'missing';

/** What became of one word, or of two that were laid beside each other. */
export interface WordReason {
  readonly left: string | null;
  readonly right: string | null;
  readonly verdict: WordVerdict;
  readonly rule: NameReason;
}

/** Ways of comparing that a person switches one by one; all off: the same text or nothing. */
export interface NameModes {
  readonly diacritics: boolean;
  readonly transliterated: boolean;
  readonly phonetic: boolean;
  readonly givenNames: boolean;
}

export const ALL_MODES: NameModes = {
  diacritics: true,
  transliterated: true,
  phonetic: true,
  givenNames: true,
};

export const verdictOf = (score: number): WordVerdict =>
  score >= 0.94 ? 'same' : score >= 0.6 ? 'similar' : 'different';
