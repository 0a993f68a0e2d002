import { foldName } from '../names/index.ts';
import { isFormOf, stemOf } from './shut-names.ts';
import { runThrough, type Steps } from './steps.ts';

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
const SHORTEST_STEM = 2;
/** Words a name may be interrupted by: the father's name, a rank. */
const GAP = 1;
const WORDS_A_STEP = 500;
const NAMES_A_STEP = 500;

interface Sought<T> {
  readonly of: T;
  /** The longest first. */
  readonly parts: readonly string[];
  readonly order: number;
}

/** Names whose longest word has one stem, by the stem of a second word: common surnames have thousands of bearers. */
interface Bearers<T> {
  readonly bySecond: Map<string, Sought<T>[]>;
  reach: number;
}

/** What one spelling of a word can be, worked out once however often it stands in the text. */
interface Spelling<T> {
  readonly folded: string;
  readonly stems: readonly string[];
  readonly bearers: readonly Bearers<T>[];
}

interface Word<T> {
  readonly spelling: Spelling<T>;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds names in texts whatever the alphabet, the order of surname and given name, and the ending of a declined
 * word. A name of one word counts only as it is written, and from five letters on. The names are an index, so that a
 * text is gone through once, however many names there are.
 */
export class NameFinder<T> {
  readonly #alone = new Map<string, Sought<T>[]>();
  readonly #byStem = new Map<string, Bearers<T>>();
  readonly #stems = new Set<string>();
  readonly #spellings = new Map<string, Spelling<T>>();
  #longestStem = 0;

  constructor(names: readonly Named<T>[] = []) {
    runThrough(this.add(names));
  }

  /** Before the first text is searched. */
  *add(names: readonly Named<T>[]): Steps<void> {
    for (const [order, { name, of }] of names.entries()) {
      if (order % NAMES_A_STEP === NAMES_A_STEP - 1) yield;
      const parts = foldName(name)
        .split(' ')
        .filter((part) => part.length > 1 && /\p{L}/u.test(part));
      const [first] = [...parts].sort((one, other) => other.length - one.length);
      if (first === undefined || (parts.length === 1 && first.length < SHORTEST_ALONE)) continue;
      this.#seek({ of, parts: [first, ...without(parts, first)], order });
    }
  }

  find(text: string): FoundName<T>[] {
    return runThrough(this.search(text));
  }

  *search(text: string): Steps<FoundName<T>[]> {
    if (this.#alone.size + this.#byStem.size === 0) return [];
    const words = yield* this.#wordsOf(text);
    const found: FoundName<T>[] = [];
    for (const [at, { spelling }] of words.entries()) {
      if (at % WORDS_A_STEP === 0) yield;
      for (const sought of this.#soughtAt(words, at, spelling)) {
        const span = spanOf(words, at, sought.parts);
        if (span === null) continue;
        const [start, end] = span;
        found.push({ of: sought.of, raw: text.slice(start, end), start, end });
      }
    }
    return found;
  }

  #seek(sought: Sought<T>): void {
    const [first = '', second] = sought.parts;
    if (second === undefined) {
      addTo(this.#alone, first, sought);
      return;
    }
    const stem = this.#stem(first);
    const bearers = this.#byStem.get(stem) ?? { bySecond: new Map(), reach: 0 };
    this.#byStem.set(stem, bearers);
    addTo(bearers.bySecond, this.#stem(second), sought);
    bearers.reach = Math.max(bearers.reach, reachOf(sought.parts.length));
  }

  #stem(part: string): string {
    const stem = stemOf(part);
    this.#stems.add(stem);
    this.#longestStem = Math.max(this.#longestStem, stem.length);
    return stem;
  }

  #soughtAt(words: readonly Word<T>[], at: number, { folded, bearers }: Spelling<T>): readonly Sought<T>[] {
    const alone = this.#alone.get(folded) ?? [];
    if (bearers.length === 0) return alone;
    const sought = new Set(alone);
    for (const { bySecond, reach } of bearers) {
      for (const { spelling } of near(words, at, reach)) {
        for (const stem of spelling.stems) for (const one of bySecond.get(stem) ?? []) sought.add(one);
      }
    }
    return [...sought].sort((one, other) => one.order - other.order);
  }

  *#wordsOf(text: string): Steps<Word<T>[]> {
    const words: Word<T>[] = [];
    for (const { 0: raw, index } of text.matchAll(WORD)) {
      if (words.length % WORDS_A_STEP === 0) yield;
      words.push({ spelling: this.#spellingOf(raw), start: index, end: index + raw.length });
    }
    return words;
  }

  #spellingOf(raw: string): Spelling<T> {
    const known = this.#spellings.get(raw);
    if (known !== undefined) return known;
    const folded = foldName(raw);
    const stems: string[] = [];
    for (let length = SHORTEST_STEM; length <= Math.min(folded.length, this.#longestStem); length += 1) {
      const start = folded.slice(0, length);
      if (this.#stems.has(start)) stems.push(start);
    }
    const bearers = stems.map((stem) => this.#byStem.get(stem)).filter((one) => one !== undefined);
    const spelling = { folded, stems, bearers };
    this.#spellings.set(raw, spelling);
    return spelling;
  }
}

function addTo<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

function without(parts: readonly string[], first: string): string[] {
  const at = parts.indexOf(first);
  return parts.filter((_, index) => index !== at);
}

/** How many words away the farthest part of a name may stand. */
function reachOf(parts: number): number {
  return parts - 1 + GAP;
}

function near<T>(words: readonly Word<T>[], at: number, reach: number): Word<T>[] {
  return [...words.slice(Math.max(0, at - reach), at), ...words.slice(at + 1, at + reach + 1)];
}

/** Where all parts stand close together around a word that can be the first of them; null where they do not. */
function spanOf<T>(
  words: readonly Word<T>[],
  at: number,
  [first = '', ...others]: readonly string[],
): [number, number] | null {
  const own = words[at];
  if (own === undefined) return null;
  const { folded } = own.spelling;
  if (!(others.length === 0 ? folded === first : isFormOf(folded, first))) return null;
  const around = near(words, at, reachOf(others.length + 1));
  const used = [own];
  for (const part of others) {
    const match = around.find((word) => !used.includes(word) && isFormOf(word.spelling.folded, part));
    if (match === undefined) return null;
    used.push(match);
  }
  return [Math.min(...used.map(({ start }) => start)), Math.max(...used.map(({ end }) => end))];
}
