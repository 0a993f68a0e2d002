import { compareNames } from '../names/index.ts';

/** A word of a name; `differs` where no word of the other name is the same one, however it is spelled. */
interface MarkedWord {
  readonly text: string;
  readonly differs: boolean;
}

/** Words at least this alike are one word in two spellings. */
const SAME_WORD = 0.85;

/** The words of a name, those marked that none of the other names answers. */
export function differingWords(name: string, others: readonly string[]): MarkedWord[] {
  const words = others.flatMap(wordsOf);
  return wordsOf(name).map((text) => ({
    text,
    differs: !words.some((other) => other === text || compareNames(text, other).score >= SAME_WORD),
  }));
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/u).filter((word) => word !== '');
}
