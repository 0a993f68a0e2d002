import { cleanName } from './clean.ts';
import { CHILD_OF, FORMERLY, FORMERLY_OPEN, GENERATION, PARTICLES, TITLES } from './person-words.ts';

/** A person's name taken to pieces by its signs, before anything is known about the words. */
export interface PersonPieces {
  /** Words joined by hyphens stay one chunk. */
  readonly chunks: readonly Chunk[];
  readonly particles: readonly string[];
  readonly titles: readonly string[];
  /** Junior or senior, where the name says it. */
  readonly generation: 'younger' | 'elder' | null;
  readonly nicknames: readonly string[];
  readonly former: readonly string[];
  readonly hasLookAlikes: boolean;
  readonly text: string;
}

export interface Chunk {
  readonly words: readonly string[];
  /** Stands before the comma of "SURNAME, Given". */
  readonly place: 'before' | 'after' | 'free';
  readonly isCapitals: boolean;
  /** A father's name of the form "Heydar oglu" tells the sex of the child. */
  readonly childOf: 'm' | 'f' | null;
}

const NICKNAME = /["«„“”»](.{1,80}?)["»”“„]/gu;
const BRACKETS = /\(([^()]{1,120})\)|\[([^[\]]{1,120})\]/gu;
/** Dates and years of birth that registers put behind the name. */
const BORN =
  /\(?\b(?:\d{1,2}[./-]\d{1,2}[./-])?(?:19|20)\d\d\b\s*(?:р\.?\s?н\.?|г\.?\s?р\.?|року|года|рік|год|ur\.?)?(?:\s+народження|\s+рождения)?\)?/giu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Takes a person's name to pieces; never fails, whatever it is given. */
export function personPieces(raw: string): PersonPieces {
  const cleaned = cleanName(raw);
  const former: string[] = [];
  const nicknames: string[] = [];
  const outside = wordsOf(cleaned.text.replace(BRACKETS, ' ').replace(NICKNAME, ' ')).length;
  const bare = cleaned.text
    .replace(BORN, ' ')
    .replace(/<<+/g, ', ')
    .replaceAll('<', ' ')
    .replace(BRACKETS, (_, round: string | undefined, square: string | undefined) => {
      former.push(...wordsOf(round ?? square ?? '').filter((word) => !FORMERLY.has(word.toLowerCase())));
      return ' ';
    })
    .replace(NICKNAME, (whole: string, inside: string) => {
      if (outside < 2) return whole;
      nicknames.push(inside.trim());
      return ' ';
    });
  const main = withoutFormer(bare, former);
  return { ...sorted(main), nicknames, former, hasLookAlikes: cleaned.hasLookAlikes, text: cleaned.text };
}

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/** "Maria Rusu née Ceban": what follows the word is the former surname. */
function withoutFormer(text: string, former: string[]): string {
  const parts = text.split(' ');
  const at = parts.findIndex(
    (part, index) => index > 0 && FORMERLY_OPEN.has(part.toLowerCase().replace(/[.,]/g, '')),
  );
  if (at < 0) return /\bz (?:d\.|domu) /u.test(text) ? withoutPolish(text, former) : text;
  former.push(...wordsOf(parts.slice(at + 1).join(' ')));
  return parts.slice(0, at).join(' ').replace(/,\s*$/, '');
}

function withoutPolish(text: string, former: string[]): string {
  const [name = '', before = ''] = text.split(/ z (?:d\.|domu) /u);
  former.push(...wordsOf(before));
  return name;
}

function sorted(text: string): Pick<PersonPieces, 'chunks' | 'titles' | 'particles' | 'generation'> {
  const titles: string[] = [];
  const particles: string[] = [];
  const comma = /,\s*\p{L}/u.exec(text)?.index ?? -1;
  const all: Chunk[] = [];
  let generation: PersonPieces['generation'] = null;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-‐‑–][\p{L}\p{M}\p{N}]+)*/gu)) {
    const written = match[0];
    const words = wordsOf(written);
    const born = all.length > 1 ? GENERATION.get(written.toLowerCase()) : undefined;
    if (born !== undefined) generation = born;
    else if (TITLES.has(written.toLowerCase()) && text.length > written.length + 1) titles.push(written);
    else
      all.push({ words, place: placeOf(match.index, comma), isCapitals: isCapitals(written), childOf: null });
  }
  const chunks = withChildOf(all).flatMap((chunk, _, list) => {
    const [word = ''] = chunk.words;
    const isParticle =
      list.length > 2 && chunk.words.length === 1 && PARTICLES.has(word.toLowerCase()) && word.length > 1;
    if (isParticle) particles.push(word);
    return isParticle ? [] : [withoutLeadingParticle(chunk, particles)];
  });
  return { chunks: chunks.length > 0 ? chunks : all, titles, particles, generation };
}

/** "al-Rashid" is Rashid with a particle. */
function withoutLeadingParticle(chunk: Chunk, particles: string[]): Chunk {
  const [first = '', ...rest] = chunk.words;
  if (rest.length === 0 || !PARTICLES.has(first.toLowerCase())) return chunk;
  particles.push(first);
  return { ...chunk, words: rest };
}

const placeOf = (index: number, comma: number): Chunk['place'] =>
  comma < 0 ? 'free' : index < comma ? 'before' : 'after';

const isCapitals = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

/** "Heydar oglu" becomes one chunk that says whose child the person is. */
function withChildOf(chunks: readonly Chunk[]): Chunk[] {
  const result: Chunk[] = [];
  for (const chunk of chunks) {
    const last = chunk.words.at(-1)?.toLowerCase() ?? '';
    const sex = CHILD_OF.get(last) ?? null;
    if (sex === null) result.push(chunk);
    else if (chunk.words.length > 1) result.push({ ...chunk, words: chunk.words.slice(0, -1), childOf: sex });
    else {
      const father = result.pop();
      if (father !== undefined) result.push({ ...father, childOf: sex });
    }
  }
  return result;
}
