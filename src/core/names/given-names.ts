import data from '../../../resources/names/given-names.json' with { type: 'json' };
import { cleanName } from './clean.ts';
import { soundsOf } from './sound/index.ts';
import { spellingsOfWord } from './transliterate.ts';

export type Sex = 'm' | 'f';

/** One given name in all its languages, as resources/names/given-names.json lists them; a user's own list is alike. */
export interface GivenNameEntry {
  readonly sex: Sex;
  readonly names: readonly string[];
  /** Everyday forms; one may stand for several names (Sasha, Slava). */
  readonly short?: readonly string[];
}

interface Family {
  readonly sex: Sex;
  readonly spellings: ReadonlySet<string>;
}

/** The families a word belongs to, by their numbers, in order. Compare only numbers of one `GivenNames`. */
export interface GivenNames {
  readonly familiesOf: (
    lower: string,
    spellings: readonly string[],
    sounds: readonly string[],
  ) => readonly number[];
  /** Families of men whose full name sounds so; everyday forms make no father's name. */
  readonly fathersOf: (sounds: readonly string[]) => readonly number[];
  readonly family: (id: number) => Family | undefined;
}

const NONE: readonly number[] = [];
/** Endings that Latvian and Lithuanian put to a man's name of any language. */
const BALTIC_END = /(?:as|is|us|s)$/;

/** Index of given names. Later lists add to earlier ones: an entry that shares a full name with one joins its family. */
export function givenNamesFrom(...lists: readonly (readonly GivenNameEntry[])[]): GivenNames {
  const families: { sex: Sex; spellings: Set<string> }[] = [];
  const bySpelling = new Map<string, Set<number>>();
  const bySound = new Map<string, Set<number>>();
  const fullMen = new Map<string, Set<number>>();
  const byOwnWord = new Map<string, Set<number>>();
  const put = (index: Map<string, Set<number>>, key: string, id: number): void => {
    const held = index.get(key);
    if (held === undefined) index.set(key, new Set([id]));
    else held.add(id);
  };
  const joined = (entry: GivenNameEntry, isOwn: boolean): number => {
    const known = isOwn
      ? entry.names
          .flatMap((name) => [...(byOwnWord.get(keyOf(name)) ?? NONE)])
          .find((id) => families[id]?.sex === entry.sex)
      : undefined;
    return known ?? families.push({ sex: entry.sex, spellings: new Set() }) - 1;
  };
  for (const [at, list] of lists.entries()) {
    for (const entry of list) {
      const id = joined(entry, at > 0);
      for (const name of [...entry.names, ...(entry.short ?? [])]) {
        const lower = keyOf(name);
        put(byOwnWord, lower, id);
        for (const spelling of spellingsOfWord(lower)) {
          put(bySpelling, spelling, id);
          families[id]?.spellings.add(spelling);
        }
        for (const sound of soundsOf(lower)) put(bySound, sound, id);
      }
      if (entry.sex !== 'm') continue;
      for (const sound of entry.names.flatMap((name) => soundsOf(keyOf(name)))) put(fullMen, sound, id);
    }
  }
  const any = (index: ReadonlyMap<string, Set<number>>, keys: readonly string[]): readonly number[] => {
    const found = new Set(keys.flatMap((key) => [...(index.get(key) ?? NONE)]));
    return found.size === 0 ? NONE : [...found].sort((a, b) => a - b);
  };
  return {
    family: (id) => families[id],
    fathersOf: (sounds) => any(fullMen, sounds),
    familiesOf: (lower, spellings, sounds) => {
      const attempts = [
        () => any(byOwnWord, [lower]),
        () => any(bySpelling, spellings),
        () => any(bySound, sounds),
        () => any(bySound, endless(sounds)),
      ];
      for (const attempt of attempts) {
        const found = attempt();
        if (found.length > 0) return found;
      }
      return NONE;
    },
  };
}

const endless = (sounds: readonly string[]): string[] =>
  sounds.filter((sound) => BALTIC_END.test(sound)).map((sound) => sound.replace(BALTIC_END, ''));

const keyOf = (name: string): string => cleanName(name).text.toLowerCase();

let builtIn: GivenNames | undefined;

/** The list that comes with the program; built at the first use. */
export function defaultGivenNames(): GivenNames {
  builtIn ??= givenNamesFrom(data as readonly GivenNameEntry[]);
  return builtIn;
}
