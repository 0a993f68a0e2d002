import { hasGaps, numberKey } from './pattern.ts';
import type { Piece } from './pieces.ts';
import type { SearchTerm, Wanted } from './query.ts';

const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;
const NUMBER = /^[+(]{0,2}[\d()?*.\-/]*\d[\d()?*.\-/]*$/;
const SHORT_CAPITALS = /^[\p{Lu}\p{N}?*-]{1,4}$/u;
/** A country may stand before it, as the program writes plates and documents. */
const LETTER_AND_DIGIT = /^(?:[A-Z]{2}:)?(?=.*\p{L})(?=.*\d)[\p{L}\p{N}?*-]+$/u;

export function wordsIn(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Part of a number or plate that may be written with blanks inside. */
export function isNumberPart({ text }: Pick<Piece, 'text'>): boolean {
  return NUMBER.test(text) || SHORT_CAPITALS.test(text) || LETTER_AND_DIGIT.test(text);
}

/** Plain pieces that stand side by side: numbers with their gaps put together, words, words with gaps. */
export function plainTerms(pieces: readonly Piece[]): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (let at = 0; at < pieces.length; ) {
    const end = endOfNumber(pieces, at);
    const next = end > at ? end : endOfWords(pieces, at);
    const run = pieces.slice(at, next);
    const wanted = end > at ? numberOf(run) : wordsOf(run);
    if (wanted !== null) terms.push({ ...wanted, ...spanOf(run), excluded: run[0]?.excluded ?? false });
    at = next;
  }
  return terms;
}

function endOfNumber(pieces: readonly Piece[], from: number): number {
  let end = from;
  while (end < pieces.length && isNumberPart(pieces[end] as Piece)) end += 1;
  const run = pieces.slice(from, end);
  return run.some(({ text }) => /\d/.test(text)) ? end : from;
}

function endOfWords(pieces: readonly Piece[], from: number): number {
  let end = from + 1;
  if (hasInnerGaps(pieces[from] as Piece)) return end;
  while (end < pieces.length && endOfNumber(pieces, end) === end && !hasInnerGaps(pieces[end] as Piece))
    end += 1;
  return end;
}

/** A star at the end says only what holds of every word: it may be a beginning. */
function hasInnerGaps({ text }: Piece): boolean {
  return hasGaps(text.replace(/\*$/, ''));
}

function numberOf(run: readonly Piece[]): Wanted {
  const text = run.map((piece) => piece.text).join(' ');
  return { kind: 'number', key: numberKey(text), words: wordsIn(text) };
}

function wordsOf(run: readonly Piece[]): Wanted | null {
  const [first] = run;
  if (first !== undefined && hasInnerGaps(first)) return { kind: 'word-pattern', pattern: first.text };
  const text = run.map((piece) => piece.text).join(' ');
  const words = wordsIn(text);
  if (words.length > 0) return { kind: 'words', words };
  return hasGaps(text) ? { kind: 'word-pattern', pattern: text } : null;
}

function spanOf(run: readonly Piece[]): { start: number; end: number } {
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}
