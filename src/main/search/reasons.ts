import { foldName } from '../../core/names/index.ts';
import type { SearchTerm } from '../../core/search/query.ts';
import { around, findWord } from '../../core/text/snippet.ts';
import { foldedWords, type KnownText } from './facts.ts';
import type { Why } from './look.ts';
import { meansNumber } from './number-keys.ts';

export interface Reason {
  /** Name of the field it stands in: `name`, a kind of number, a property; null where nothing is asked of the content. */
  readonly field: string | null;
  readonly matched: string;
}

const WIDTH = 40;
const LONG = 100;
const NAMES: readonly string[] = ['name', 'alias'];

/** Which of the known texts answers, and the part of it that does. */
export function reasonOf(term: SearchTerm | null, why: Why, texts: readonly KnownText[]): Reason {
  const [first] = texts;
  if (term === null || first === undefined) return { field: null, matched: first?.value ?? '' };
  const found = answering(term, why, texts) ?? first;
  return { field: found.field, matched: cut(found, term) };
}

function answering(term: SearchTerm, why: Why, texts: readonly KnownText[]): KnownText | undefined {
  if (term.kind === 'number' || term.kind === 'identifier') {
    const number = texts.find(
      ({ field, value, key }) => key !== undefined && meansNumber(term, field, key, value),
    );
    if (number !== undefined) return { ...number, value: number.key ?? number.value };
  }
  if (term.kind === 'property' || term.kind === 'born') {
    const name = term.kind === 'born' ? 'birthDate' : term.property;
    return texts.find(({ field }) => foldName(field) === foldName(name));
  }
  if (why === 'phonetic' || why === 'given-name') return texts.find(({ field }) => NAMES.includes(field));
  return 'words' in term ? bestText(term.words, texts) : undefined;
}

/** The text that holds most of the words; the earlier one of several. */
function bestText(words: readonly string[], texts: readonly KnownText[]): KnownText | undefined {
  const wanted = words.map(foldName);
  let best: { readonly text: KnownText; readonly count: number } | undefined;
  for (const text of texts) {
    const own = foldedWords(text.value);
    const count = wanted.filter((word) => own.some((one) => one.startsWith(word))).length;
    if (count > (best?.count ?? 0)) best = { text, count };
  }
  return best?.text;
}

/** A long text is shown around the word. */
function cut({ value }: KnownText, term: SearchTerm): string {
  if (value.length <= LONG) return value;
  const found = findWord(value, 'words' in term ? term.words : []) ?? { start: 0, end: 0 };
  const { before, after } = around(value, found.start, found.end, WIDTH);
  return `${before}${value.slice(found.start, found.end)}${after}`.trim();
}
