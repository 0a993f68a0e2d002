import { foldName } from '../names/transliterate.ts';
import { parseSearch } from './parse.ts';
import type { SearchTerm } from './query.ts';

function keyOf({ start: _, end: __, ...wanted }: SearchTerm): string[] {
  if (wanted.kind === 'words' || wanted.kind === 'phrase')
    return wanted.words.map((word) => `word|${foldName(word)}`);
  return [JSON.stringify(wanted)];
}

/** Whether one search goes on from another: they share a word or a filter. Two that share nothing are two beginnings. */
export function goesOnFrom(before: string, after: string): boolean {
  const known = new Set(parseSearch(before).terms.flatMap(keyOf));
  return parseSearch(after)
    .terms.flatMap(keyOf)
    .some((key) => known.has(key));
}
