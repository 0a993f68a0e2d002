import type { GivenNames } from './given-names.ts';
import type { NameModes, NameReason } from './reasons.ts';
import { similarity } from './similar.ts';
import type { PreparedWord, WordRoles } from './word.ts';

export interface WordMatch {
  readonly score: number;
  readonly rule: NameReason;
  /** Names of one family that also sound the same would be the same as surnames too. */
  readonly isSameSound?: true;
}

const match = (score: number, rule: NameReason): WordMatch => ({ score, rule });
const SAME = match(1, 'same-spelling');
const WITHOUT_MARKS = match(0.99, 'same-without-marks');
const TRANSLITERATED = match(0.98, 'same-transliterated');
const SAME_GIVEN = match(0.97, 'same-given-name');
const SOUND_OF_GIVEN: WordMatch = { ...SAME_GIVEN, isSameSound: true };
const SOUND = match(0.95, 'same-sound');
const COARSE = match(0.9, 'same-sound');
const OPENED = match(0.88, 'same-sound');
const ENDING = match(0.93, 'same-ending-aside');
const INITIAL = match(0.8, 'initial');
const OTHER_INITIAL = match(0.1, 'initial-different');
const OTHER_GIVEN = match(0.1, 'given-name-different');
const OTHER_NUMBER = match(0, 'number-different');
const OTHER = match(0.2, 'part-different');
const UNKNOWN = match(0, 'unknown-alphabet');

/** Compares two words by every rule that is switched on, the strictest first. Symmetric. */
export function compareWords(
  a: PreparedWord,
  b: PreparedWord,
  roles: WordRoles,
  modes: NameModes,
  given: GivenNames,
): WordMatch {
  if (a.text === b.text) return SAME;
  if (a.isNumber || b.isNumber) return OTHER_NUMBER;
  if (a.isForeign || b.isForeign) return UNKNOWN;
  if (a.isInitial || b.isInitial) return modes.transliterated ? compareInitial(a, b, given) : OTHER;
  if (modes.diacritics && a.plain === b.plain) return WITHOUT_MARKS;
  const shareFamily = meet(a.given, b.given);
  if (modes.transliterated && meet(a.spellings, b.spellings)) return TRANSLITERATED;
  if (roles.asGiven && modes.givenNames) {
    if (shareFamily) return modes.phonetic && meet(a.sounds, b.sounds) ? SOUND_OF_GIVEN : SAME_GIVEN;
    if (a.given.length > 0 && b.given.length > 0) return OTHER_GIVEN;
  }
  return modes.phonetic ? bySound(a, b, roles) : OTHER;
}

function bySound(a: PreparedWord, b: PreparedWord, roles: WordRoles): WordMatch {
  if (meet(a.sounds, b.sounds)) return SOUND;
  if ((a.mayLackMarks || b.mayLackMarks) && meet(a.coarse, b.coarse)) return COARSE;
  if (roles.asSurname && shareStem(a, b)) return ENDING;
  if ((a.isBelarusian || b.isBelarusian) && meet(a.opened, b.opened)) return OPENED;
  const score = similarity(a, b, roles);
  return score === 0 ? OTHER : match(score, 'similar-spelling');
}

function meet<T>(a: readonly T[], b: readonly T[]): boolean {
  for (const one of a) if (b.includes(one)) return true;
  return false;
}

function shareStem(a: PreparedWord, b: PreparedWord): boolean {
  for (const one of a.stems) {
    for (const other of b.stems) if (one.stem === other.stem) return true;
  }
  return false;
}

/** Whether two surnames of one stem are those of a man and of a woman. */
export function endingsOfBothSexes(a: PreparedWord, b: PreparedWord): boolean {
  let differ = false;
  for (const one of a.stems) {
    for (const other of b.stems) {
      if (one.stem !== other.stem) continue;
      if (one.sex === other.sex || one.sex === null || other.sex === null) {
        if (one.sex === other.sex) return false;
      } else differ = true;
    }
  }
  return differ;
}

/** An initial fits a word that begins so in any romanisation, or any name of the word's family. */
function compareInitial(a: PreparedWord, b: PreparedWord, given: GivenNames): WordMatch {
  const [short, long] = a.isInitial ? [a, b] : [b, a];
  const begins = (spelling: string): boolean => short.spellings.some((start) => alikeStart(spelling, start));
  if (long.spellings.some(begins)) return INITIAL;
  if (long.isInitial) return OTHER_INITIAL;
  const fits = long.given.some((id) => [...(given.family(id)?.spellings ?? [])].some(begins));
  return fits ? INITIAL : OTHER_INITIAL;
}

/** Initials of two alphabets: i, j and y; h and g are one. */
function alikeStart(spelling: string, start: string): boolean {
  if (start === '') return false;
  const plain = (text: string): string => text.replace(/[jy]/g, 'i').replace(/^h/, 'g').replace(/^w/, 'v');
  return plain(spelling).startsWith(plain(start));
}
