import type { GivenNames, Sex } from './given-names.ts';
import { asPatronymic, type Patronymic } from './patronymic.ts';
import { hasForeignLetters } from './script.ts';
import { coarse, soundsOf } from './sound/index.ts';
import { type SurnameStem, stemsOf, suffixOf } from './surname.ts';
import { withoutMarks } from './tables/machine-readable.ts';
import { spellingsOfWord } from './transliterate.ts';

/** All that comparison needs of one word, worked out once. */
export interface PreparedWord {
  /** Lower case, as cleaned. */
  readonly text: string;
  /** Without marks; letters that only look marked (й, ї) stay. */
  readonly plain: string;
  readonly spellings: readonly string[];
  readonly sounds: readonly string[];
  readonly coarse: readonly string[];
  /** Latin letters without any mark: s may stand for sh, as in a machine-readable zone. */
  readonly mayLackMarks: boolean;
  readonly isLatin: boolean;
  /** With a, o and e as one: Belarusian writes unstressed vowels as they sound. */
  readonly opened: readonly string[];
  readonly isBelarusian: boolean;
  readonly stems: readonly SurnameStem[];
  /** The family-making suffix of each of `sounds`. */
  readonly suffixes: readonly string[];
  /** Families of given names it belongs to, and their sex where all agree. */
  readonly given: readonly number[];
  readonly givenSex: Sex | null;
  readonly patronymic: Patronymic | null;
  readonly isInitial: boolean;
  readonly isNumber: boolean;
  readonly isForeign: boolean;
}

/** How two words are to be read: as given names (families count), as surnames (endings count), as words of a company. */
export interface WordRoles {
  readonly asGiven: boolean;
  readonly asSurname: boolean;
}

/** Words held per list of given names; names repeat, so most words of a long list are found here. */
const MOST_HELD = 100_000;
const held = new WeakMap<GivenNames, Map<string, PreparedWord>>();

/** One clean word (no blanks), prepared for comparison; from the cache where it was seen before. */
export function prepareWord(word: string, given: GivenNames): PreparedWord {
  const text = word.toLowerCase().normalize('NFC');
  let cache = held.get(given);
  if (cache === undefined) {
    cache = new Map();
    held.set(given, cache);
  }
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= MOST_HELD) cache.clear();
  const prepared = prepare(text, given);
  cache.set(text, prepared);
  return prepared;
}

const LATIN = /\p{Script=Latin}/u;
/** Initials of Cyrillic letters that take two Latin ones. */
const LONG_INITIALS = new Set('zh sh ch kh ts yu ya ye iu ia ie ju ja je dz cz sz dj'.split(' '));
const BELARUSIAN = /ў|э.*і|і.*э|шч|[аеэ]нка$|[aeo]u(?=[^aeiouy]|$)|enka$|dz[ei]|tsi/;

function prepare(text: string, given: GivenNames): PreparedWord {
  const isForeign = hasForeignLetters(text);
  const spellings = spellingsOfWord(text);
  const sounds = soundsOf(text);
  const isInitial = ([...text].length === 1 && /\p{L}/u.test(text)) || LONG_INITIALS.has(text);
  const families = isInitial || isForeign ? [] : given.familiesOf(text, spellings, sounds);
  const stems = sounds.flatMap((sound) => stemsOf(sound, text));
  return {
    text,
    plain: plainOf(text),
    spellings,
    sounds,
    coarse: [...new Set(sounds.map(coarse))],
    mayLackMarks: /^[a-z]{4,}$/.test(text),
    isLatin: LATIN.test(text),
    opened: [...new Set(sounds.map((sound) => sound.replace(/[aoe]/g, 'a')))],
    isBelarusian: BELARUSIAN.test(text),
    stems,
    suffixes: sounds.map(suffixOf),
    given: families,
    givenSex: commonSex(families, given),
    patronymic: families.length > 0 ? null : asPatronymic(sounds, given),
    isInitial,
    isNumber: /\p{N}/u.test(text),
    isForeign,
  };
}

/** й, ї and Ґ are letters, not marked forms of others. */
function plainOf(text: string): string {
  return [...text].map((letter) => (/[йїґў]/.test(letter) ? letter : withoutMarks(letter))).join('');
}

function commonSex(families: readonly number[], given: GivenNames): Sex | null {
  const [first, ...rest] = new Set(families.map((id) => given.family(id)?.sex ?? null));
  return rest.length > 0 ? null : (first ?? null);
}
