import { foldName } from '../names/index.ts';

const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;
const SHORTEST = 3;
/** Endings of a declined name (Петренко, Петренка; Ionescu, Ionescului) differ in this many letters at most. */
const ENDING = 3;
const SHUT = '█████';

/** What stands before the ending of a folded word. */
export function stemOf(folded: string): string {
  return folded.length < 5 ? folded : folded.slice(0, Math.max(4, folded.length - 2));
}

/** Whether a folded word of a text can be a form of a folded word of a name. */
export function isFormOf(word: string, ofName: string): boolean {
  if (word === ofName) return true;
  if (/\d/.test(ofName) || ofName.length < 4 || Math.abs(word.length - ofName.length) > ENDING) return false;
  return word.startsWith(stemOf(ofName));
}

/** Writes over every word of a text that can be part of one of these names or numbers, in whatever alphabet or case. */
export function nameShutter(names: readonly string[]): (text: string) => string {
  const parts = new Set(
    names.flatMap((name) => foldName(name).split(' ')).filter((part) => part.length >= SHORTEST),
  );
  if (parts.size === 0) return (text) => text;
  const byStart = new Map<string, string[]>();
  for (const part of parts) byStart.set(part.slice(0, 3), [...(byStart.get(part.slice(0, 3)) ?? []), part]);
  const isShut = (word: string): boolean => {
    const folded = foldName(word);
    return (byStart.get(folded.slice(0, 3)) ?? []).some((part) => isFormOf(folded, part));
  };
  return (text) => text.replace(WORD, (word) => (isShut(word) ? SHUT : word));
}
