import { pairWords } from './align.ts';
import { compareWords, endingsOfBothSexes, type WordMatch } from './compare-words.ts';
import type { GivenNames } from './given-names.ts';
import type { ReadPerson, Role, Token } from './parse-person.ts';
import { isSameFather, type Patronymic } from './patronymic.ts';
import { type NameModes, type NameReason, verdictOf, type WordReason } from './reasons.ts';

export interface Weighed {
  readonly score: number;
  readonly reasons: readonly NameReason[];
  readonly words: readonly WordReason[];
}

interface Laid {
  readonly left: Token;
  readonly right: Token;
  readonly found: WordMatch;
}

/** Compares two persons' names that were read; the former surname of either may stand in for the one of today. */
export function comparePersons(
  left: ReadPerson,
  right: ReadPerson,
  modes: NameModes,
  given: GivenNames,
): Weighed {
  const plain = weigh(left, right, modes, given);
  if (plain.score >= 0.9 || (left.former.length === 0 && right.former.length === 0)) return plain;
  let best = plain;
  for (const a of [left, ...withFormer(left)]) {
    for (const b of [right, ...withFormer(right)]) {
      if (a === left && b === right) continue;
      const found = weigh(a, b, modes, given);
      const score = found.score * 0.93;
      if (score > best.score) best = { ...found, score, reasons: [...found.reasons, 'former-surname'] };
    }
  }
  return best;
}

function withFormer(person: ReadPerson): ReadPerson[] {
  const at = person.tokens.findIndex((token) => token.role === 'surname' || token.role === 'any');
  return person.former.slice(0, 3).map((word) => ({
    ...person,
    tokens: person.tokens.map((token, index) =>
      index === at ? { ...token, word, written: word.text, role: 'surname' as const } : token,
    ),
  }));
}

function weigh(left: ReadPerson, right: ReadPerson, modes: NameModes, given: GivenNames): Weighed {
  const a = left.tokens.filter((token) => token.role !== 'patronymic');
  const b = right.tokens.filter((token) => token.role !== 'patronymic');
  const laid = lay(a, b, modes, given);
  const restA = a.filter((token) => laid.every((pair) => pair.left !== token));
  const restB = b.filter((token) => laid.every((pair) => pair.right !== token));
  const words: WordReason[] = laid.map(({ left: one, right: other, found }) => ({
    left: one.written,
    right: other.written,
    verdict: verdictOf(found.score),
    rule: found.rule,
  }));
  const reasons = new Set<NameReason>(laid.map(({ found }) => found.rule));
  let score = ofPairs(laid) * ofMissing(laid, [...restA, ...restB], reasons);
  score *= ofPatronymics(left, right, restA, restB, given, modes, reasons, words);
  score = Math.min(score, ofSexes(left, right, laid, reasons));
  if (left.pieces.generation !== null && right.pieces.generation !== null) {
    if (left.pieces.generation !== right.pieces.generation) {
      reasons.add('other-generation');
      score *= 0.4;
    }
  }
  for (const token of restA) words.push(missing(token.written, null));
  for (const token of restB) words.push(missing(null, token.written));
  return { score, reasons: [...reasons], words };
}

const missing = (left: string | null, right: string | null): WordReason => ({
  left,
  right,
  verdict: 'missing',
  rule: 'part-missing',
});

function lay(a: readonly Token[], b: readonly Token[], modes: NameModes, given: GivenNames): Laid[] {
  const found = new Map<number, WordMatch>();
  const scoreOf = (row: number, column: number): number => {
    const one = a[row];
    const other = b[column];
    if (one === undefined || other === undefined) return 0;
    const result = compareTokens(one, other, modes, given);
    found.set(row * b.length + column, result);
    return result.score * (one.role === other.role ? 1.01 : 1);
  };
  return pairWords(a.length, b.length, scoreOf).flatMap(({ left, right }) => {
    const one = a[left];
    const other = b[right];
    const result = found.get(left * b.length + right);
    return one === undefined || other === undefined || result === undefined
      ? []
      : [{ left: one, right: other, found: result }];
  });
}

const mayBe = (token: Token, role: Role): boolean => token.role === role || token.role === 'any';

function compareTokens(a: Token, b: Token, modes: NameModes, given: GivenNames): WordMatch {
  const asGiven = mayBe(a, 'given') && mayBe(b, 'given');
  const asSurname = mayBe(a, 'surname') && mayBe(b, 'surname');
  const found = compareWords(a.word, b.word, { asGiven, asSurname }, modes, given);
  if (asGiven || asSurname) return found;
  return { ...found, score: found.score * 0.9 };
}

function ofPairs(laid: readonly Laid[]): number {
  if (laid.length === 0) return 0;
  const scores = laid.map(({ found }) => found.score);
  const sum = scores.reduce((total, one) => total + one, 0);
  return (sum / scores.length) * 0.6 + Math.min(...scores) * 0.4;
}

/** What words of one side only take away; a second given name little, the surname nearly all. */
function ofMissing(laid: readonly Laid[], rest: readonly Token[], reasons: Set<NameReason>): number {
  const hasSurname = laid.some(({ left, right }) => left.role === 'surname' || right.role === 'surname');
  const byFamily = laid.every(({ found }) => found.rule === 'same-given-name' || found.rule === 'initial');
  let factor = 1;
  if (laid.length > 1 && byFamily) {
    reasons.add('order-uncertain');
    factor *= 0.6;
  }
  if (rest.length === 0 && isSurnameByFamily(laid)) {
    reasons.add('order-uncertain');
    factor *= 0.7;
  }
  if (rest.length === 0) return factor;
  reasons.add('part-missing');
  if (laid.length === 1) return factor * 0.6;
  for (const token of rest) {
    if (token.role === 'given') factor *= 0.94;
    else if (token.role === 'surname') factor *= hasSurname ? 0.88 : 0.6;
    else factor *= 0.88;
  }
  return factor;
}

/** Two given names beside each other, and the one in the surname's place only of one family: Zlata Vlad, Zlata László. */
function isSurnameByFamily(laid: readonly Laid[]): boolean {
  const [first, second] = laid;
  if (laid.length !== 2 || first === undefined || second === undefined) return false;
  const isOpen = laid.every(({ left, right }) => left.role === 'any' && right.role === 'any');
  const last = Math.max(first.left.place, second.left.place) === second.left.place ? second : first;
  const isLastOfBoth = last.right.place === Math.max(first.right.place, second.right.place);
  return isOpen && isLastOfBoth && last.found.rule === 'same-given-name';
}

/** A father's name on one side says nothing; two that differ speak strongly against. */
function ofPatronymics(
  left: ReadPerson,
  right: ReadPerson,
  restLeft: Token[],
  restRight: Token[],
  given: GivenNames,
  modes: NameModes,
  reasons: Set<NameReason>,
  words: WordReason[],
): number {
  const a = fatherToken(left, restLeft, right);
  const b = fatherToken(right, restRight, left);
  if (a === null && b === null) return 1;
  if (a === null || b === null) {
    words.push(missing(a?.written ?? null, b?.written ?? null));
    return 1;
  }
  for (const rest of [restLeft, restRight]) {
    const at = rest.findIndex((token) => token === a || token === b);
    if (at >= 0) rest.splice(at, 1);
  }
  const isSame = sameFather(a, b, modes, given);
  const rule: NameReason = isSame ? 'patronymic-same' : 'patronymic-different';
  reasons.add(rule);
  words.push({ left: a.written, right: b.written, verdict: isSame ? 'same' : 'different', rule });
  return isSame ? 1 : 0.4;
}

/** The father's name; where only the other side has one, a second given name here may be it (the field of a register). */
function fatherToken(own: ReadPerson, rest: readonly Token[], other: ReadPerson): Token | null {
  const marked = own.tokens.find((token) => token.role === 'patronymic');
  if (marked !== undefined) return marked;
  const needed = other.tokens.some((token) => token.role === 'patronymic' && token.patronymic !== null);
  if (!needed || rest.length !== 1) return null;
  return rest.find((token) => token.role !== 'surname' && token.word.givenSex === 'm') ?? null;
}

function sameFather(a: Token, b: Token, modes: NameModes, given: GivenNames): boolean {
  if (a.word.text === b.word.text) return true;
  if (a.word.isInitial || b.word.isInitial) return sameInitial(a, b, modes, given);
  const fatherA = a.patronymic ?? asFather(a);
  const fatherB = b.patronymic ?? asFather(b);
  if (isSameFather(fatherA, fatherB)) return true;
  return compareWords(a.word, b.word, { asGiven: true, asSurname: false }, modes, given).score >= 0.8;
}

const asFather = (token: Token): Patronymic => ({
  sex: 'm',
  fathers: token.word.given,
  stems: token.word.sounds,
});

function sameInitial(a: Token, b: Token, modes: NameModes, given: GivenNames): boolean {
  const [short, long] = a.word.isInitial ? [a, b] : [b, a];
  const fathers = long.patronymic?.fathers ?? [];
  const word = { ...long.word, given: fathers };
  return compareWords(short.word, word, { asGiven: true, asSurname: false }, modes, given).rule === 'initial';
}

/** Highest score that what is known of the sexes leaves: Ivanov and Ivanova are one family, not one person. */
function ofSexes(
  left: ReadPerson,
  right: ReadPerson,
  laid: readonly Laid[],
  reasons: Set<NameReason>,
): number {
  if (left.sex !== null && right.sex !== null) {
    if (left.sex === right.sex) return 1;
    reasons.add('other-sex');
    return 0.4;
  }
  const differ = laid.some(
    ({ left: one, right: other, found }) =>
      found.rule === 'same-ending-aside' && endingsOfBothSexes(one.word, other.word),
  );
  if (!differ) return 1;
  reasons.add('other-sex');
  return 0.6;
}
