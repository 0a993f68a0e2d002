import { cleanName } from './clean.ts';
import { formKey, type LegalForm, legalFormOf } from './legal-forms.ts';

/** A company's name without its legal form. */
export interface ParsedOrganisation {
  readonly core: readonly string[];
  readonly forms: readonly LegalForm[];
  /** As they were written. */
  readonly formTexts: readonly string[];
  /** The form is written so that it cannot be part of a person's name: more than two letters, or quotation marks;
   * or the name has a word only companies have. */
  readonly isCertain: boolean;
  readonly hasLookAlikes: boolean;
}

/** Words only companies have in their names. */
const COMPANY_WORDS = new Set([
  'firma',
  'фірма',
  'фирма',
  'company',
  'компанія',
  'компания',
  'compania',
  'holding',
  'холдинг',
  'банк',
  'bank',
  'banca',
  'завод',
  'фабрика',
  'корпорація',
  'корпорация',
  'концерн',
  'агентство',
]);
/** Words of the longest full form: "zártkörűen működő …", "товариство з обмеженою відповідальністю" and alike. */
const LONGEST = 6;
const QUOTED = /["«„“”]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Takes the legal form from the beginning and the end of a company's name, in any of the region's spellings. */
export function parseOrganisationName(text: string): ParsedOrganisation {
  const cleaned = cleanName(text);
  let words: string[] = cleaned.text.match(WORD) ?? [];
  const forms: LegalForm[] = [];
  const formTexts: string[] = [];
  for (;;) {
    const found = formAt(words, 'start') ?? formAt(words, 'end');
    if (found === null) break;
    forms.push(found.form);
    formTexts.push(found.text);
    words = found.rest;
  }
  const isNamed = words.some((word) => COMPANY_WORDS.has(word.toLowerCase()));
  const isCertain =
    isNamed || formTexts.some((one) => formKey(one).length > 2) || (forms.length > 0 && QUOTED.test(text));
  return {
    core: words,
    forms: [...new Set(forms)],
    formTexts,
    isCertain,
    hasLookAlikes: cleaned.hasLookAlikes,
  };
}

/** The longest legal form at one end; a name is never only its form. */
function formAt(
  words: readonly string[],
  end: 'start' | 'end',
): { form: LegalForm; text: string; rest: string[] } | null {
  for (let count = Math.min(LONGEST, words.length - 1); count > 0; count -= 1) {
    const taken = end === 'start' ? words.slice(0, count) : words.slice(-count);
    const form = legalFormOf(formKey(taken.join('')));
    if (form === undefined) continue;
    return {
      form,
      text: taken.join(' '),
      rest: end === 'start' ? words.slice(count) : words.slice(0, -count),
    };
  }
  return null;
}
