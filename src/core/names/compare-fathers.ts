import { compareWords } from './compare-words.ts';
import type { GivenNames } from './given-names.ts';
import { missing } from './lay.ts';
import type { ReadPerson, Token } from './parse-person.ts';
import { isSameFather, type Patronymic } from './patronymic.ts';
import type { NameModes, NameReason, WordReason } from './reasons.ts';

/** What the fathers' names say: the factor for the score, the words it spoke of and the tokens that were fathers' names. */
export interface Fathers {
  readonly factor: number;
  readonly word: WordReason | null;
  readonly rule: NameReason | null;
  readonly used: readonly Token[];
}

const AS_GIVEN = { asGiven: true, asSurname: false };
const DIFFERENT = 0.4;
const NOTHING: Fathers = { factor: 1, word: null, rule: null, used: [] };

/** A father's name on one side says nothing; two that differ speak strongly against. */
export function compareFathers(
  left: ReadPerson,
  right: ReadPerson,
  restLeft: readonly Token[],
  restRight: readonly Token[],
  modes: NameModes,
  given: GivenNames,
): Fathers {
  if (left.father === null && right.father === null) return NOTHING;
  const a = left.father ?? inRegister(restLeft, right.father);
  const b = right.father ?? inRegister(restRight, left.father);
  if (a === null || b === null) {
    return { ...NOTHING, word: missing(a?.written ?? null, b?.written ?? null), used: [] };
  }
  const isSame = sameFather(a, b, modes, given);
  const rule: NameReason = isSame ? 'patronymic-same' : 'patronymic-different';
  return {
    factor: isSame ? 1 : DIFFERENT,
    rule,
    word: { left: a.written, right: b.written, verdict: isSame ? 'same' : 'different', rule },
    used: [a, b],
  };
}

/** Where only the other side has a father's name, a second given name here may be it: the field of a register. */
function inRegister(rest: readonly Token[], other: Token | null): Token | null {
  if (other?.patronymic == null || rest.length !== 1) return null;
  return rest.find((token) => token.role !== 'surname' && token.word.givenSex === 'm') ?? null;
}

function sameFather(a: Token, b: Token, modes: NameModes, given: GivenNames): boolean {
  if (a.word.text === b.word.text) return true;
  if (a.word.isInitial || b.word.isInitial) return sameInitial(a, b, modes, given);
  if (isSameFather(a.patronymic ?? asFather(a), b.patronymic ?? asFather(b))) return true;
  const { rule } = compareWords(a.word, b.word, AS_GIVEN, modes, given);
  return rule === 'same-without-marks' || rule === 'same-transliterated';
}

const asFather = (token: Token): Patronymic => ({
  sex: 'm',
  fathers: token.word.given,
  stems: token.word.sounds,
});

function sameInitial(a: Token, b: Token, modes: NameModes, given: GivenNames): boolean {
  const [short, long] = a.word.isInitial ? [a, b] : [b, a];
  const word = { ...long.word, given: long.patronymic?.fathers ?? [] };
  return compareWords(short.word, word, AS_GIVEN, modes, given).rule === 'initial';
}
