import { foldName } from '../names/index.ts';

const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;

/** Some text on either side of a place, cut at blanks, on one line. */
export function around(
  text: string,
  start: number,
  end: number,
  width: number,
): { before: string; after: string } {
  const left = text.slice(Math.max(0, start - width), start);
  const right = text.slice(end, end + width);
  const isCutLeft = start > width;
  const isCutRight = end + width < text.length;
  return {
    before: oneLine(isCutLeft ? `…${left.replace(/^\S*\s/, '')}` : left),
    after: oneLine(isCutRight ? `${right.replace(/\s\S*$/, '')}…` : right),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Where the first of these words stands, whole or as a beginning, in whatever alphabet; null where none does. */
export function findWord(text: string, words: readonly string[]): { start: number; end: number } | null {
  const wanted = words.map(foldName).filter((word) => word !== '');
  const seen = new Map<string, boolean>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const known = seen.get(word) ?? isWanted(foldName(word), wanted);
    seen.set(word, known);
    if (known) return { start: index, end: index + word.length };
  }
  return null;
}

function isWanted(folded: string, wanted: readonly string[]): boolean {
  return wanted.some((word) => folded.startsWith(word));
}
