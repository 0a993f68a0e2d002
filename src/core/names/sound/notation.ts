/**
 * The notation all alphabets and spellings are brought to: one sign for one sound, S Z C for sh zh ch, c for ts. What
 * documents of the region write now one way, now another is one sign: h, kh and g; i, y, j; shch and sh; dz and z.
 */
const REDUCE: readonly (readonly [RegExp, string])[] = [
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/h/g, 'g'],
  [/Q/g, 'c'],
  [/dZ/g, 'Z'],
  [/dz/g, 'z'],
  [/t[cs]/g, 'c'],
  [/t[CS]/g, 'C'],
  [/SC/g, 'S'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/^ie/g, 'e'],
  [/(?<!^)i+(?=[aeou])/g, ''],
  [/(.)\1+/g, '$1'],
  [/of$/g, 'ov'],
  [/ef$/g, 'ev'],
];

export function reduced(sound: string): string {
  let result = sound;
  for (const [pattern, replacement] of REDUCE) result = result.replace(pattern, replacement);
  return result;
}

/** The same with the marks lost that a machine-readable zone and old computers lose: s for sh, z for zh, c for ch. */
export const coarse = (sound: string): string =>
  sound
    .replace(/S/g, 's')
    .replace(/Z/g, 'z')
    .replace(/C/g, 'c')
    .replace(/(.)\1+/g, '$1');

/** Most readings of one word that are worked out; a word with many doubtful letters keeps the first of them. */
const MOST = 8;

/** "k[a|o]t" → kat, kot. */
export function choices(pattern: string): string[] {
  const open = pattern.indexOf('[');
  if (open < 0) return [pattern];
  const close = pattern.indexOf(']', open);
  const found: string[] = [];
  for (const one of pattern.slice(open + 1, close).split('|')) {
    for (const rest of choices(pattern.slice(close + 1))) {
      if (found.length < MOST) found.push(pattern.slice(0, open) + one + rest);
    }
  }
  return found;
}
