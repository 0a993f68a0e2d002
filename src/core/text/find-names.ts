import { foldName } from '../names/index.ts';
import { isFormOf, stemOf } from './shut-names.ts';

/** A name to look for and what it stands for. */
export interface Named<T> {
  readonly name: string;
  readonly of: T;
}

export interface FoundName<T> {
  readonly of: T;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;
const SHORTEST_ALONE = 5;
/** Words a name may be interrupted by: the father's name, a rank. */
const GAP = 1;

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

interface Sought<T> {
  readonly of: T;
  readonly parts: readonly string[];
}

/**
 * Finds names in texts whatever the alphabet, the order of surname and given name, and the ending of a declined
 * word. A name of one word counts only as it is written, and from five letters on.
 */
export class NameFinder<T> {
  readonly #byStem = new Map<string, Sought<T>[]>();
  readonly #folded = new Map<string, string>();

  constructor(names: readonly Named<T>[]) {
    for (const { name, of } of names) {
      const parts = foldName(name)
        .split(' ')
        .filter((part) => part.length > 1 && /\p{L}/u.test(part));
      const [first] = [...parts].sort((one, other) => other.length - one.length);
      if (first === undefined || (parts.length === 1 && first.length < SHORTEST_ALONE)) continue;
      const stem = stemOf(first);
      const list = this.#byStem.get(stem) ?? [];
      list.push({ of, parts: [first, ...without(parts, first)] });
      this.#byStem.set(stem, list);
    }
  }

  find(text: string): FoundName<T>[] {
    if (this.#byStem.size === 0) return [];
    const words = this.#wordsOf(text);
    const found: FoundName<T>[] = [];
    for (const [at, word] of words.entries()) {
      for (const sought of this.#startingLike(word.folded)) {
        const span = spanOf(words, at, sought.parts);
        if (span === null) continue;
        const [start, end] = span;
        found.push({ of: sought.of, raw: text.slice(start, end), start, end });
      }
    }
    return found;
  }

  /** A word is looked up by each of its beginnings: with many names few share a whole stem. */
  *#startingLike(folded: string): Generator<Sought<T>> {
    for (let length = 2; length <= folded.length; length += 1) {
      const list = this.#byStem.get(folded.slice(0, length));
      if (list !== undefined) yield* list;
    }
  }

  #wordsOf(text: string): Word[] {
    return [...text.matchAll(WORD)].map(({ 0: raw, index }) => {
      const folded = this.#folded.get(raw) ?? foldName(raw);
      this.#folded.set(raw, folded);
      return { folded, start: index, end: index + raw.length };
    });
  }
}

function without(parts: readonly string[], first: string): string[] {
  const at = parts.indexOf(first);
  return parts.filter((_, index) => index !== at);
}

/** Where all parts stand close together around a word that can be the first of them; null where they do not. */
function spanOf(
  words: readonly Word[],
  at: number,
  [first = '', ...others]: readonly string[],
): [number, number] | null {
  const own = words[at];
  if (own === undefined) return null;
  const isThere = others.length === 0 ? own.folded === first : isFormOf(own.folded, first);
  if (!isThere) return null;
  const reach = others.length + GAP;
  const near = words.slice(Math.max(0, at - reach), at + reach + 1).filter((word) => word !== own);
  const used = [own];
  for (const part of others) {
    const match = near.find((word) => !used.includes(word) && isFormOf(word.folded, part));
    if (match === undefined) return null;
    used.push(match);
  }
  return [Math.min(...used.map(({ start }) => start)), Math.max(...used.map(({ end }) => end))];
}
