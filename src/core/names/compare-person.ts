import { compareFathers } from './compare-fathers.ts';
import { compareWords, endingsOfBothSexes, type WordMatch } from './compare-words.ts';
import type { GivenNames } from './given-names.ts';
import { type Laid, layWords, missing, ofPairs, reasonOf } from './lay.ts';
import type { ReadPerson, Role, Token } from './parse-person.ts';
import type { NameModes, NameReason, WordReason } from './reasons.ts';
import type { WordRoles } from './word.ts';

export interface Weighed {
  readonly score: number;
  readonly reasons: readonly NameReason[];
  readonly words: readonly WordReason[];
}

/** Scores from which a former surname can add nothing, and what it is worth. */
const ENOUGH = 0.9;
const FORMER = 0.93;
const WORST_WEIGHS = 0.4;

/** Compares two persons' names that were read; the former surname of either may stand in for the one of today. */
export function comparePersons(
  left: ReadPerson,
  right: ReadPerson,
  modes: NameModes,
  given: GivenNames,
): Weighed {
  const plain = weigh(left, right, modes, given);
  if (plain.score >= ENOUGH || (left.former.length === 0 && right.former.length === 0)) return plain;
  let best = plain;
  for (const a of [left, ...withFormer(left)]) {
    for (const b of [right, ...withFormer(right)]) {
      if (a === left && b === right) continue;
      const found = weigh(a, b, modes, given);
      const score = found.score * FORMER;
      if (score > best.score) best = { ...found, score, reasons: [...found.reasons, 'former-surname'] };
    }
  }
  return best;
}

function withFormer(person: ReadPerson): ReadPerson[] {
  const at = person.main.findIndex((token) => token.role === 'surname' || token.role === 'any');
  return person.former.slice(0, 3).map((word) => ({
    ...person,
    main: person.main.map((token, index) =>
      index === at ? { ...token, word, written: word.text, role: 'surname' as const } : token,
    ),
  }));
}

function weigh(left: ReadPerson, right: ReadPerson, modes: NameModes, given: GivenNames): Weighed {
  const compare = (a: Token, b: Token): WordMatch => compareTokens(a, b, modes, given);
  const { pairs, restLeft, restRight } = layWords(left.main, right.main, compare, sameRole);
  const reasons = new Set<NameReason>();
  const words: WordReason[] = [];
  for (const pair of pairs) {
    reasons.add(pair.found.rule);
    words.push(reasonOf(pair.left.written, pair.right.written, pair.found));
  }
  const fathers = compareFathers(left, right, restLeft, restRight, modes, given);
  if (fathers.rule !== null) reasons.add(fathers.rule);
  if (fathers.word !== null) words.push(fathers.word);
  const isOpen = (token: Token): boolean => !fathers.used.includes(token);
  const rest = restLeft.length + restRight.length === 0 ? [] : [...restLeft, ...restRight].filter(isOpen);
  let score = ofPairs(pairs, WORST_WEIGHS) * fathers.factor;
  score *= ofOrder(pairs, rest, reasons) * ofMissing(pairs, rest, reasons);
  score = Math.min(score, ofSexes(left, right, pairs, reasons)) * ofGenerations(left, right, reasons);
  for (const token of rest) {
    const isLeft = restLeft.includes(token);
    words.push(isLeft ? missing(token.written, null) : missing(null, token.written));
  }
  return { score, reasons: [...reasons], words };
}

const sameRole = (a: Token, b: Token): boolean => a.role === b.role;
const mayBe = (token: Token, role: Role): boolean => token.role === role || token.role === 'any';

const ROLES: readonly WordRoles[] = [
  { asGiven: false, asSurname: false },
  { asGiven: true, asSurname: false },
  { asGiven: false, asSurname: true },
  { asGiven: true, asSurname: true },
];

function compareTokens(a: Token, b: Token, modes: NameModes, given: GivenNames): WordMatch {
  const asGiven = mayBe(a, 'given') && mayBe(b, 'given') ? 1 : 0;
  const asSurname = mayBe(a, 'surname') && mayBe(b, 'surname') ? 2 : 0;
  const roles = ROLES[asGiven + asSurname] as WordRoles;
  const found = compareWords(a.word, b.word, roles, modes, given);
  return asGiven + asSurname > 0 ? found : { ...found, score: found.score * 0.9 };
}

/** Where the names leave open which word is the surname, a family of given names makes no surnames equal. */
function ofOrder(pairs: readonly Laid<Token>[], rest: readonly Token[], reasons: Set<NameReason>): number {
  if (pairs.length < 2) return 1;
  const byFamily = pairs.every(({ found }) => isByFamily(found) || found.rule === 'initial');
  const factor = byFamily ? 0.6 : rest.length === 0 && isSurnameByFamily(pairs) ? 0.7 : 1;
  if (factor < 1) reasons.add('order-uncertain');
  return factor;
}

const isByFamily = (found: WordMatch): boolean =>
  found.rule === 'same-given-name' && found.isSameSound !== true;

/** Two given names beside each other, and the one in the surname's place only of one family: Zlata Vlad, Zlata László. */
function isSurnameByFamily(pairs: readonly Laid<Token>[]): boolean {
  const [first, second] = pairs;
  if (pairs.length !== 2 || first === undefined || second === undefined) return false;
  const isOpen = pairs.every(({ left, right }) => left.role === 'any' && right.role === 'any');
  const [last, other] = second.left.place > first.left.place ? [second, first] : [first, second];
  return isOpen && last.right.place > other.right.place && isByFamily(last.found);
}

/** What words of one side only take away; a second given name little, the surname nearly all. */
function ofMissing(pairs: readonly Laid<Token>[], rest: readonly Token[], reasons: Set<NameReason>): number {
  if (rest.length === 0) return 1;
  reasons.add('part-missing');
  if (pairs.length === 1) return 0.6;
  const hasSurname = pairs.some(({ left, right }) => left.role === 'surname' || right.role === 'surname');
  let factor = 1;
  for (const token of rest) {
    if (token.role === 'given') factor *= 0.94;
    else if (token.role === 'surname' && !hasSurname) factor *= 0.6;
    else factor *= 0.88;
  }
  return factor;
}

/** Highest score that what is known of the sexes leaves: Ivanov and Ivanova are one family, not one person. */
function ofSexes(
  left: ReadPerson,
  right: ReadPerson,
  pairs: readonly Laid<Token>[],
  reasons: Set<NameReason>,
): number {
  if (left.sex !== null && right.sex !== null) {
    if (left.sex === right.sex) return 1;
    reasons.add('other-sex');
    return 0.4;
  }
  const differ = pairs.some(
    (pair) => pair.found.rule === 'same-ending-aside' && endingsOfBothSexes(pair.left.word, pair.right.word),
  );
  if (!differ) return 1;
  reasons.add('other-sex');
  return 0.6;
}

function ofGenerations(left: ReadPerson, right: ReadPerson, reasons: Set<NameReason>): number {
  const [one, other] = [left.pieces.generation, right.pieces.generation];
  if (one === null || other === null || one === other) return 1;
  reasons.add('other-generation');
  return 0.4;
}
