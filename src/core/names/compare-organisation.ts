import { pairWords } from './align.ts';
import type { Weighed } from './compare-person.ts';
import { compareWords, type WordMatch } from './compare-words.ts';
import type { GivenNames } from './given-names.ts';
import type { ParsedOrganisation } from './parse-organisation.ts';
import { type NameModes, type NameReason, verdictOf, type WordReason } from './reasons.ts';
import { type PreparedWord, prepareWord } from './word.ts';

const ROLES = { asGiven: false, asSurname: false };

/** Compares two companies by their core words and the kind of their legal form; one word more is another company. */
export function compareOrganisations(
  left: ParsedOrganisation,
  right: ParsedOrganisation,
  modes: NameModes,
  given: GivenNames,
): Weighed {
  const a = left.core.map((word) => prepareWord(word, given));
  const b = right.core.map((word) => prepareWord(word, given));
  const found = new Map<number, WordMatch>();
  const pairs = pairWords(a.length, b.length, (row, column) => {
    const result = compareWords(a[row] as PreparedWord, b[column] as PreparedWord, ROLES, modes, given);
    found.set(row * b.length + column, result);
    return result.score;
  });
  const laid = pairs.map((pair) => ({
    ...pair,
    found: found.get(pair.left * b.length + pair.right) as WordMatch,
  }));
  const words: WordReason[] = laid.map((pair) => ({
    left: left.core[pair.left] ?? null,
    right: right.core[pair.right] ?? null,
    verdict: verdictOf(pair.found.score),
    rule: pair.found.rule,
  }));
  const reasons = new Set<NameReason>(laid.map((pair) => pair.found.rule));
  let score = ofWords(laid.map((pair) => pair.found.score));
  const usedLeft = new Set(laid.map((pair) => pair.left));
  const usedRight = new Set(laid.map((pair) => pair.right));
  const rest = [
    ...left.core.filter((_, at) => !usedLeft.has(at)).map((word) => [word, null] as const),
    ...right.core.filter((_, at) => !usedRight.has(at)).map((word) => [null, word] as const),
  ];
  for (const [one, other] of rest) {
    words.push({ left: one, right: other, verdict: 'missing', rule: 'part-missing' });
    reasons.add('part-missing');
    score *= 0.65;
  }
  score *= ofForms(left, right, reasons, words);
  return { score, reasons: [...reasons], words };
}

/** The worst word weighs more than with persons: companies share words that say little. */
function ofWords(scores: readonly number[]): number {
  if (scores.length === 0) return 0;
  const sum = scores.reduce((total, one) => total + one, 0);
  return (sum / scores.length) * 0.4 + Math.min(...scores) * 0.6;
}

function ofForms(
  left: ParsedOrganisation,
  right: ParsedOrganisation,
  reasons: Set<NameReason>,
  words: WordReason[],
): number {
  const [one = null] = left.formTexts;
  const [other = null] = right.formTexts;
  if (one === null && other === null) return 1;
  if (one === null || other === null) {
    reasons.add('legal-form-missing');
    words.push({ left: one, right: other, verdict: 'missing', rule: 'legal-form-missing' });
    return 0.95;
  }
  const isSame = left.forms.some((form) => right.forms.includes(form));
  const rule: NameReason = isSame ? 'legal-form-same' : 'legal-form-different';
  reasons.add(rule);
  words.push({ left: one, right: other, verdict: isSame ? 'same' : 'different', rule });
  return isSame ? 1 : 0.6;
}
