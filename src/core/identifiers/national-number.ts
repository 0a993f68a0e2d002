import type { BirthInNumber } from './birth-in-number.ts';
import {
  because,
  checkFailed,
  type Explanation,
  formatUnknown,
  judged,
  type NormalisedIdentifier,
  notCheckable,
} from './identifier.ts';

export type Verdict = 'right' | 'wrong' | 'impossible' | 'unchecked';

/** One number a state gives to people or companies. */
export interface NumberScheme {
  readonly country: string;
  /** As its country calls it. */
  readonly name: string;
  readonly shape: RegExp;
  /** Name of the check, the same in every language. */
  readonly rule: string;
  judge(value: string): Verdict;
  born?(value: string): BirthInNumber;
  /** Genuine numbers that fail exist, so that failing says little. */
  readonly isLenient?: boolean;
  /** So much of it is checked that it is believed in a file of another country too. */
  readonly isDecisive?: boolean;
}

export interface SchemeFound {
  readonly scheme: NumberScheme;
  readonly verdict: Verdict;
  /** Other numbers of the same digits. */
  readonly rivals: readonly NumberScheme[];
}

/** Numbers this long are few enough to be known by their form alone. */
const TELLING_LENGTH = 13;
const isDecisive = ({ scheme }: { scheme: NumberScheme }): boolean => scheme.isDecisive === true;

/**
 * Which number this is. The source's own country comes first; another's is believed where the own has no such number,
 * or where it checks more than a digit. Null: it is nobody's for certain.
 */
export function findScheme(
  schemes: readonly NumberScheme[],
  value: string,
  country: string,
): SchemeFound | null {
  const shaped = schemes.filter(({ shape }) => shape.test(value));
  const found = (scheme: NumberScheme): SchemeFound => ({
    scheme,
    verdict: scheme.judge(value),
    rivals: [],
  });
  const own = shaped.filter((scheme) => scheme.country === country).map(found);
  const passes = own.find(({ verdict }) => verdict === 'right' || verdict === 'unchecked');
  if (passes !== undefined) return passes;
  const others = shaped.filter((scheme) => scheme.country !== country).map(found);
  const passing = others.filter(({ verdict }) => verdict === 'right');
  const [first] = own;
  const believed = first === undefined || first.scheme.isLenient ? passing : passing.filter(isDecisive);
  const [foreign, ...rivals] = believed;
  if (foreign !== undefined) return { ...foreign, rivals: rivals.map(({ scheme }) => scheme) };
  if (first !== undefined) return first;
  const failing = others.filter(({ verdict }) => verdict !== 'unchecked');
  const isTelling = failing.length === 1 && value.length >= TELLING_LENGTH;
  return isTelling || country === '' ? (failing[0] ?? null) : null;
}

/** The judgement of a scheme in words: which number it is, what was checked and what it says of its holder. */
export function explainScheme(
  found: SchemeFound | null,
  value: string,
  country: string,
): NormalisedIdentifier {
  if (found === null) {
    const why = country === '' ? 'identifier:countryMissing' : 'identifier:shapeNotOf';
    return formatUnknown(value, because(why, { country }));
  }
  const { scheme, verdict, rivals } = found;
  const read = because('identifier:numberRead', { name: scheme.name, country: scheme.country });
  const notes = [read, ...rivalNotes(rivals), ...birthNotes(scheme, value)];
  if (verdict === 'unchecked') return notCheckable(value, because('identifier:noCheckDigit'), ...notes);
  if (verdict === 'right') return judged(value, true, scheme.rule, ...notes);
  const key = verdict === 'impossible' ? 'identifier:impossible' : 'identifier:checkWrong';
  const wrong = because(key, { rule: scheme.rule });
  if (scheme.isLenient) return notCheckable(value, wrong, because('identifier:lenient'), ...notes);
  return checkFailed(value, wrong, ...notes);
}

function rivalNotes(rivals: readonly NumberScheme[]): Explanation[] {
  if (rivals.length === 0) return [];
  const names = rivals.map(({ name, country }) => `${name} (${country})`).join(', ');
  return [because('identifier:alsoFits', { names })];
}

function birthNotes({ born }: NumberScheme, value: string): Explanation[] {
  const birth = born?.(value);
  if (birth === undefined || birth.date === null) return [];
  const { date, sex } = birth;
  const says = because('identifier:born', { date });
  return sex === null ? [says] : [says, because(`identifier:sex.${sex}`)];
}
