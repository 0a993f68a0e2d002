import type { Sex } from './given-names.ts';

/** A surname without what sex and language add to it. */
export interface SurnameStem {
  readonly stem: string;
  readonly sex: Sex | null;
}

type Rule = readonly [RegExp, string, Sex | null];

/**
 * In the notation of `sound/`. Lithuanian -auskas is -ovski; -aitė, -utė, -ytė are daughters, -ienė is a wife; Latvian men end
 * in -s; Czech and Slovak women in -ová; adjectives in -yi have women in -a, which `~` keeps apart from the bare stem (Popa is
 * not Pop).
 */
const RULES: readonly Rule[] = [
  [/(?:au|av|ov)sk(?:as|is)$/, 'ovski', 'm'],
  [/(?:au|av|ov)sk(?:aite|ene)$/, 'ovski', 'f'],
  [/(?:iC)(?:us|s)$/, 'iC', 'm'],
  [/(?:iC)(?:ute|ene)$/, 'iC', 'f'],
  [/(ov|ev|in|sk|ck)as$/, '$1', 'm'],
  [/(?:ait|it|ut|at)e$/, '', 'f'],
  [/(?:uv|av)?ene$/, '', 'f'],
  [/(ov|ev|in)s$/, '$1', 'm'],
  [/(sk|ck|Sk)(?:is|ii|i)$/, '$1i', 'm'],
  [/(sk|ck|Sk)a$/, '$1i', 'f'],
  [/(ov|ev|in)a$/, '$1', 'f'],
  [/(?:as|is|us)$/, '', 'm'],
  [/(?<=[^aeiousS])[sS]$/, '', 'm'],
  [/(?<=[^aeiousS])[sS]$/, '~', 'm'],
  [/(?<=[^aeiou])(?:i|oi)$/, '~', 'm'],
  [/(?<=[^aeiou])a$/, '~', 'f'],
];

const LATIN_END = /[sS]$/;
/** Vrábelová is the wife of Vrábel; without the mark she might be the wife of Vrabelov. */
const CZECH_WIFE = /ová$/;

/** Every way a surname may come from a stem, itself first. */
export function stemsOf(sound: string, written: string): SurnameStem[] {
  const sex: Sex | null = /(?:ov|ev|in)$/.test(sound) ? 'm' : null;
  const found: SurnameStem[] = [{ stem: sound, sex }];
  if (sound.length < 4) return found;
  if (CZECH_WIFE.test(written)) found.push({ stem: sound.replace(/ova$/, ''), sex: 'f' });
  for (const [ending, instead, who] of RULES) {
    if (!ending.test(sound)) continue;
    const stem = sound.replace(ending, instead);
    if (stem.length >= (LATIN_END.test(sound) ? 4 : 3)) found.push({ stem, sex: who });
  }
  return found;
}

/** What makes another family of a common root: Bondarenko, Bondarchuk. The longest that fits counts. */
const SUFFIXES = [
  'ova',
  'eva',
  'ina',
  'ska',
  'cka',
  'Cenko',
  'Cenka',
  'enko',
  'enka',
  'ko',
  'ka',
  'Cuk',
  'iuk',
  'uk',
  'Cik',
  'ik',
  'ak',
  'ok',
  'ek',
  'ovski',
  'evski',
  'inski',
  'ski',
  'cki',
  'oviC',
  'eviC',
  'iC',
  'ov',
  'ev',
  'iv',
  'in',
  'isin',
  'iSin',
  'ec',
  'ovec',
  'esku',
  'anu',
  'an',
  'ian',
  'aru',
  'ari',
  'ar',
  'u',
  'Svili',
  'ze',
  'ava',
  'ua',
  'ia',
  'a',
  'o',
  'i',
  'e',
  'ig',
  'al',
  'el',
  'er',
  'or',
  'ovC',
  'oC',
  'us',
  'as',
  'is',
  's',
  'C',
  'c',
  'k',
  'ite',
  'ote',
  'i',
  'elli',
  'son',
  'man',
  'berg',
].sort((a, b) => b.length - a.length);

/** The family-making suffix of a stem; empty where none is known. */
export function suffixOf(stem: string): string {
  const found = SUFFIXES.find((suffix) => stem.endsWith(suffix) && stem.length - suffix.length >= 2) ?? '';
  return found.replace(/enka$/, 'enko');
}
