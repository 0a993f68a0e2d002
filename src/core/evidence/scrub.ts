import type { Properties } from './case-data.ts';

/** Shorter words are too common to be anybody's name. */
const SHORTEST_WORD = 4;
/** A text of at least this many words is prose, in which single names are looked for too. */
const PROSE_WORDS = 4;

export type Scrub = (text: string) => string;

function pattern(words: Iterable<string>): RegExp | null {
  const escaped = [...words]
    .sort((left, right) => right.length - left.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return escaped.length === 0 ? null : new RegExp(escaped.join('|'), 'giu');
}

/**
 * Replaces names and identifiers of hidden people wherever they stand in a text, because a note of somebody
 * else may name them. `names` maps each word to hide to its stand-in; whole values are replaced everywhere, the
 * single words of a name only in prose, so that a relative's record is not destroyed by a shared first name.
 */
export function scrubber(names: ReadonlyMap<string, string>): Scrub {
  const whole = new Map<string, string>();
  const single = new Map<string, string>();
  for (const [name, label] of names) {
    const text = name.trim();
    if (text.length < SHORTEST_WORD) continue;
    whole.set(text.toLocaleLowerCase(), label);
    const words = text.split(/[\s,]+/u).filter((word) => word.length > 0);
    if (words.length < 2) continue;
    whole.set([...words].reverse().join(' ').toLocaleLowerCase(), label);
    for (const word of words)
      if (word.length >= SHORTEST_WORD && /^\p{L}+$/u.test(word)) single.set(word.toLocaleLowerCase(), label);
  }
  const wholePattern = pattern(whole.keys());
  const singlePattern = pattern(single.keys());
  return (text) => {
    if (wholePattern === null) return text;
    let clean = text.replace(wholePattern, (hit) => whole.get(hit.toLocaleLowerCase()) ?? '–');
    if (singlePattern !== null && clean.split(/\s+/u).length >= PROSE_WORDS)
      clean = clean.replace(singlePattern, (hit) => single.get(hit.toLocaleLowerCase()) ?? '–');
    return clean;
  };
}

export function scrubProperties(properties: Properties, scrub: Scrub): Properties {
  const clean: Properties = {};
  for (const [name, value] of Object.entries(properties))
    clean[name] = typeof value === 'string' ? scrub(value) : value;
  return clean;
}
