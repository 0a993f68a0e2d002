import type { Weighed } from './compare-person.ts';
import { compareWords } from './compare-words.ts';
import type { GivenNames } from './given-names.ts';
import { layWords, missing, ofPairs, reasonOf } from './lay.ts';
import type { ParsedOrganisation } from './parse-organisation.ts';
import type { NameModes, NameReason, WordReason } from './reasons.ts';
import { prepareWord } from './word.ts';

const ROLES = { asGiven: false, asSurname: false };
/** The worst word weighs more than with persons: companies share words that say little. */
const WORST_WEIGHS = 0.6;
const ONE_WORD_MORE = 0.65;
const OTHER_FORM = 0.6;
const NO_FORM = 0.95;

/** Compares two companies by their core words and the kind of their legal form; one word more is another company. */
export function compareOrganisations(
  left: ParsedOrganisation,
  right: ParsedOrganisation,
  modes: NameModes,
  given: GivenNames,
): Weighed {
  const words = (parsed: ParsedOrganisation) =>
    parsed.core.map((written) => ({ written, word: prepareWord(written, given) }));
  const { pairs, restLeft, restRight } = layWords(
    words(left),
    words(right),
    (a, b) => compareWords(a.word, b.word, ROLES, modes, given),
    () => false,
  );
  const form = ofForms(left, right);
  const missed = [
    ...restLeft.map(({ written }) => missing(written, null)),
    ...restRight.map(({ written }) => missing(null, written)),
  ];
  const all: WordReason[] = pairs.map((pair) => reasonOf(pair.left.written, pair.right.written, pair.found));
  all.push(...missed, ...(form.word === null ? [] : [form.word]));
  return {
    score: ofPairs(pairs, WORST_WEIGHS) * ONE_WORD_MORE ** missed.length * form.factor,
    reasons: [...new Set(all.map(({ rule }) => rule))],
    words: all,
  };
}

function ofForms(
  left: ParsedOrganisation,
  right: ParsedOrganisation,
): { factor: number; word: WordReason | null } {
  const [one = null] = left.formTexts;
  const [other = null] = right.formTexts;
  if (one === null && other === null) return { factor: 1, word: null };
  const verdict = (factor: number, verdict: WordReason['verdict'], rule: NameReason) => ({
    factor,
    word: { left: one, right: other, verdict, rule },
  });
  if (one === null || other === null) return verdict(NO_FORM, 'missing', 'legal-form-missing');
  const isSame = left.forms.some((form) => right.forms.includes(form));
  return isSame
    ? verdict(1, 'same', 'legal-form-same')
    : verdict(OTHER_FORM, 'different', 'legal-form-different');
}
