import { transliterations } from './transliterate.ts';

/** Spellings of other orthographies → the one plain spelling compared. Order matters: longer groups first. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/shtsch|schtsch|szcz|shch|sch(?=[aeiouy])/g, 'sh'],
  [/sch|sz|sh/g, 'sh'],
  [/tch|cz|tsch/g, 'ch'],
  [/^tc(?=a)/g, 'tk'],
  [/tca/g, 'tka'],
  [/ci(?=[aou])/g, 'ch'],
  [/c(?=[ei])/g, 'ch'],
  [/chh/g, 'ch'],
  [/gh(?=[ei])/g, 'g'],
  [/ciuc$|ciuk$/g, 'chuk'],
  [/kh|ch(?![aeiouy]|$|k)/g, 'h'],
  [/zgh/g, 'zg'],
  [/ck|q/g, 'k'],
  [/c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/zh|rz/g, 'j'],
  [/w/g, 'v'],
  [/(?<=[aeiou])y(?=[aeiou])|y(?=[aeiou])|(?<=[^aeiou])i(?=[aou])|^i(?=[aeou])|^j(?=[aeou])/g, 'i'],
  [/iie|ie/g, 'e'],
  [/ii$|yi$|iy$|ij$|yy$|y$/g, 'i'],
  [/y/g, 'i'],
  [/i+/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** One folded Latin word as it sounds, so that Șevcenco, Szewczenko and Shevchenko meet. */
export function soundOf(folded: string): string {
  let sound = folded;
  for (const [pattern, replacement] of RULES) sound = sound.replace(pattern, replacement);
  return sound;
}

/**
 * Coarse key of one word: consonant skeleton in sound classes with h and g, b and v, o and a together. Only names
 * that share one are compared, so it must bring the same name together always and may bring others together too.
 */
function skeleton(sound: string): string {
  return sound
    .replace(/sh|ch|ts|j|z|s/g, 's')
    .replace(/[gh]/g, 'g')
    .replace(/[bv]/g, 'v')
    .replace(/(?!^)[aeiou]/g, '')
    .replace(/^[aeiou]/, 'a')
    .replace(/(.)\1+/g, '$1')
    .slice(0, 6);
}

/** Keys under which a person's name is looked up; two spellings of one name share at least one. */
export function blockingKeys(text: string): string[] {
  const keys = new Set<string>();
  for (const spelling of transliterations(text)) {
    for (const word of spelling.split(' ')) {
      if (word.length < 2) continue;
      const key = skeleton(soundOf(word));
      if (key !== '') keys.add(key);
    }
  }
  return [...keys].sort();
}
