import type { GivenNames, Sex } from './given-names.ts';

/** Endings of a father's name in the notation of `sound/`: -ovych, -evich, -ovici, -avich, -ych of Illich; -ivna, -ovna, -ichna. */
const SON =
  /(?:ov|ev|av|iv)(?:iC|ig|ik|ic|C)$|(?:^[ie]l|^gr?ig?or|^luk|^kuzm|^fom|^gom|^sav|^mikit|^nikit|^iak)(?:iC|ig|ik|ovC)$/;
const DAUGHTER = /(?:ov|ev|iv|av)na$|i(?:ni)?[CSs]na$|(?:ov|ev|iv)ni$/;

export interface Patronymic {
  readonly sex: Sex;
  /** The father's name families; empty where no list knows the name. */
  readonly fathers: readonly number[];
  /** The word without its ending, in every reading. */
  readonly stems: readonly string[];
}

/** Reads a word as an East Slavic father's name; null where it has no such ending. Surnames in -ovych look the same. */
export function asPatronymic(sounds: readonly string[], given: GivenNames): Patronymic | null {
  const found = new Set<string>();
  let sex: Sex | null = null;
  for (const sound of sounds) {
    const ending = SON.exec(sound) ?? DAUGHTER.exec(sound);
    if (ending === null || sound.length < 4) continue;
    sex ??= DAUGHTER.test(sound) ? 'f' : 'm';
    found.add(stemOf(sound));
  }
  if (sex === null) return null;
  const stems = [...found].filter((stem) => stem.length >= 2);
  return stems.length === 0 ? null : { sex, stems, fathers: fathersOf(stems, given) };
}

function stemOf(sound: string): string {
  return sound
    .replace(/(?:ov|ev|av|iv)(?:iC|ig|ik|ic|C|na|ni)$/, '')
    .replace(/(?:iC|ig|ik|i(?:ni)?[CSs]na)$/, '');
}

/** What a father's name loses before the ending: Mykola, Petro, Serhii, Vasyl, Mykolai. */
const LOST = ['', 'i', 'o', 'a', 'ei', 'ai', 'oi', 'e', 'la', 'il', 'iv', 'ov'];

function fathersOf(stems: readonly string[], given: GivenNames): readonly number[] {
  for (const lost of LOST) {
    const sounds = stems.flatMap((stem) => [
      stem + lost,
      stem.replace(/i$/, '') + lost,
      stem.replace(/vl$/, 'v') + lost,
    ]);
    const men = given.fathersOf(sounds);
    if (men.length > 0) return men;
  }
  return [];
}

const CONFUSED = /[aoeiu]/g;

/** Whether two father's names are one: of one family of names, or alike but for the vowels where no list knows them. */
export function isSameFather(a: Patronymic, b: Patronymic): boolean {
  if (a.stems.some((stem) => b.stems.includes(stem))) return true;
  if (a.fathers.length > 0 && b.fathers.length > 0) return a.fathers.some((id) => b.fathers.includes(id));
  const bones = (one: Patronymic): string[] => one.stems.map((stem) => stem.replace(CONFUSED, ''));
  const theirs = new Set(bones(b));
  return bones(a).some((stem) => stem.length > 1 && theirs.has(stem));
}
