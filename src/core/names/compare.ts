import { compareOrganisations } from './compare-organisation.ts';
import { comparePersons, type Weighed } from './compare-person.ts';
import type { GivenNames } from './given-names.ts';
import { type PreparedName, prepareName } from './prepare.ts';
import { ALL_MODES, type NameModes, type NameReason, type WordReason } from './reasons.ts';

export interface NameComparison {
  /** Ranking signal 0…1, not a probability: ≥ 0.95 same, 0.7–0.95 plausible, 0.4–0.7 borderline. */
  readonly score: number;
  readonly reasons: readonly NameReason[];
  /** Word by word: what equals, what differs, by which rule. */
  readonly words: readonly WordReason[];
}

export interface NameWish {
  /** Not given: a person, unless a name carries a legal form no person has. */
  readonly kind?: 'person' | 'organisation';
  readonly modes?: Partial<NameModes>;
  readonly givenNames?: GivenNames;
}

/**
 * Compares two names across alphabets: the words are laid beside each other in the order that fits best, each pair by the
 * strictest rule that holds. A missing father's name says nothing; a different one speaks strongly against. Nothing is
 * ever merged on this alone. Prepare names that are compared more than once, with the same given names.
 */
export function compareNames(
  left: string | PreparedName,
  right: string | PreparedName,
  wish: NameWish = {},
): NameComparison {
  const a = typeof left === 'string' ? prepareName(left, wish.givenNames) : left;
  const b = typeof right === 'string' ? prepareName(right, wish.givenNames) : right;
  return a.key <= b.key ? inOrder(a, b, wish) : turned(inOrder(b, a, wish), a.raw);
}

/** The sides are compared in one order always, so that the score cannot depend on which name came first. */
function inOrder(a: PreparedName, b: PreparedName, wish: NameWish): NameComparison {
  const modes = wish.modes === undefined ? ALL_MODES : { ...ALL_MODES, ...wish.modes };
  if (a.key === '' || b.key === '') return { score: 0, reasons: ['empty'], words: [] };
  const found = a.key === b.key ? identical(a, b) : weighed(a, b, modes, wish.kind);
  const reasons = new Set(found.reasons);
  if (a.hasLookAlikes || b.hasLookAlikes) reasons.add('look-alike-letters');
  const score = Math.max(0, Math.min(1, Math.round(found.score * 1000) / 1000));
  return { score, reasons: [...reasons], words: found.words };
}

function identical(a: PreparedName, b: PreparedName): Weighed {
  const words: WordReason[] = [{ left: a.raw, right: b.raw, verdict: 'same', rule: 'same-spelling' }];
  return { score: 1, reasons: ['same-spelling'], words };
}

function weighed(a: PreparedName, b: PreparedName, modes: NameModes, kind: NameWish['kind']): Weighed {
  if (a.isTooLong || b.isTooLong) return { score: 0, reasons: ['too-long'], words: [] };
  const { diacritics, transliterated, phonetic, givenNames } = modes;
  if (!diacritics && !transliterated && !phonetic && !givenNames) {
    const words: WordReason[] = [{ left: a.raw, right: b.raw, verdict: 'different', rule: 'part-different' }];
    return { score: 0, reasons: ['part-different'], words };
  }
  return isOrganisation(a, b, kind)
    ? compareOrganisations(a.organisation, b.organisation, modes, a.givenNames)
    : comparePersons(a.person(), b.person(), modes, a.givenNames);
}

/** Sole traders are persons with a legal form before the name. */
function isOrganisation(a: PreparedName, b: PreparedName, kind: NameWish['kind']): boolean {
  const areSole = [a, b].every(({ organisation }) => organisation.forms.includes('sole-trader'));
  if (areSole && [a, b].some(({ organisation }) => organisation.isCertain)) return false;
  if (kind !== undefined) return kind === 'organisation';
  return [a, b].some(
    ({ organisation }) => organisation.isCertain && !organisation.forms.includes('sole-trader'),
  );
}

/** The sides exchanged, the words in the order of the side that is now left. */
function turned(found: NameComparison, left: string): NameComparison {
  const place = ({ left: word }: WordReason): number => (word === null ? left.length : left.indexOf(word));
  const words = found.words.map((word) => ({ ...word, left: word.right, right: word.left }));
  return {
    ...found,
    words: words.length < 2 ? words : words.sort((one, other) => place(one) - place(other)),
  };
}
