import { defaultGivenNames, type GivenNames, type Sex } from './given-names.ts';
import type { Patronymic } from './patronymic.ts';
import { type Chunk, type PersonPieces, personPieces } from './person-tokens.ts';
import { FATHER_FOLLOWS } from './person-words.ts';
import { type PreparedWord, prepareWord } from './word.ts';

/** `any`: the name itself does not tell whether it is the surname. */
export type Role = 'surname' | 'given' | 'patronymic' | 'any';

export interface Token {
  readonly written: string;
  readonly word: PreparedWord;
  readonly role: Role;
  /** Its place among the words. */
  readonly place: number;
  /** Set for the role `patronymic` where the word is one; an initial in that place has none. */
  readonly patronymic: Patronymic | null;
}

export interface ReadPerson {
  readonly tokens: readonly Token[];
  /** All but the father's name. */
  readonly main: readonly Token[];
  readonly father: Token | null;
  readonly former: readonly PreparedWord[];
  readonly pieces: PersonPieces;
  readonly sex: Sex | null;
}

/** A person's name in its parts, as far as the name itself tells them; what it does not tell is `unassigned`. */
export interface ParsedPerson {
  readonly surnames: readonly string[];
  readonly given: readonly string[];
  readonly patronymic: string | null;
  readonly unassigned: readonly string[];
  readonly particles: readonly string[];
  readonly titles: readonly string[];
  readonly nicknames: readonly string[];
  readonly formerSurnames: readonly string[];
  readonly sex: Sex | null;
  readonly hasLookAlikes: boolean;
}

export function parsePersonName(text: string, given: GivenNames = defaultGivenNames()): ParsedPerson {
  const { tokens, pieces, sex } = readPerson(text, given);
  const of = (role: Role): string[] =>
    tokens.filter((token) => token.role === role).map(({ written }) => written);
  return {
    surnames: of('surname'),
    given: of('given'),
    patronymic: of('patronymic')[0] ?? null,
    unassigned: of('any'),
    particles: pieces.particles,
    titles: pieces.titles,
    nicknames: pieces.nicknames,
    formerSurnames: pieces.former,
    sex,
    hasLookAlikes: pieces.hasLookAlikes,
  };
}

interface Part {
  readonly chunk: Chunk;
  readonly words: readonly PreparedWord[];
  readonly isKnown: boolean;
}

/** Reads who is who among the words: order, father's name, initials, words before a comma or in capitals. */
export function readPerson(text: string, given: GivenNames): ReadPerson {
  const pieces = personPieces(text);
  const parts = withoutFatherWords(pieces.chunks, given);
  const roles = rolesOf(parts);
  const tokens = parts.flatMap((part, at) =>
    part.words.map((word, index) => ({
      written: part.chunk.words[index] ?? '',
      word,
      role: roles[at] ?? 'any',
      place: at,
      patronymic: roles[at] === 'patronymic' ? fatherOf(part, word) : null,
    })),
  );
  const former = pieces.former.map((word) => prepareWord(word, given));
  const main = tokens.filter((token) => token.role !== 'patronymic');
  const father = tokens.find((token) => token.role === 'patronymic') ?? null;
  return { tokens, main, father, former, pieces, sex: sexOf(tokens) };
}

/** "fiul lui Vasile": the words before the father's name go, the father's name is marked. */
function withoutFatherWords(chunks: readonly Chunk[], given: GivenNames): Part[] {
  const parts: Part[] = [];
  let follows: Sex | null = null;
  for (const chunk of chunks) {
    const child =
      chunk.words.length === 1 ? FATHER_FOLLOWS.get((chunk.words[0] ?? '').toLowerCase()) : undefined;
    if (child !== undefined && parts.length > 0) {
      follows = child ?? follows;
      continue;
    }
    const words = chunk.words.map((word) => prepareWord(word, given));
    const childOf = follows ?? chunk.childOf;
    follows = null;
    parts.push({
      chunk: { ...chunk, childOf },
      words,
      isKnown: words.every((word) => word.given.length > 0),
    });
  }
  return parts;
}

function rolesOf(parts: readonly Part[]): Role[] {
  const roles: (Role | null)[] = parts.map(() => null);
  const father = patronymicAt(parts);
  if (father >= 0) roles[father] = 'patronymic';
  const hasCapitals = parts.some(isCapitalWord) && parts.some((part) => !part.chunk.isCapitals);
  for (const [at, part] of parts.entries()) {
    if (roles[at] !== null) continue;
    if (part.chunk.place === 'before') roles[at] = 'surname';
    else if (part.chunk.place === 'after') roles[at] = 'given';
    else if (isInitial(part)) roles[at] = 'given';
    else if (hasCapitals && isCapitalWord(part)) roles[at] = 'surname';
  }
  return guessed(parts, roles, father);
}

const isInitial = (part: Part): boolean => part.words.length === 1 && part.words[0]?.isInitial === true;
const isCapitalWord = (part: Part): boolean => part.chunk.isCapitals && !isInitial(part);

/** What signs did not tell: a known given name beside an unknown word is given; else the place beside a father's name. */
function guessed(parts: readonly Part[], roles: readonly (Role | null)[], father: number): Role[] {
  const open = parts.map((_, at) => at).filter((at) => roles[at] === null);
  const hasSurname = roles.includes('surname');
  const unknown = open.filter((at) => parts[at]?.isKnown === false);
  const result = roles.map((role) => role ?? 'any');
  const hasGiven = open.length > unknown.length || roles.includes('given');
  for (const at of open) {
    if (hasSurname)
      result[at] = parts[at]?.isKnown === true || unknown.length === open.length ? 'given' : 'any';
    else if (unknown.length > 0 && hasGiven) result[at] = parts[at]?.isKnown === true ? 'given' : 'surname';
    else if (father > 0 && open.length > 1) result[at] = at === father - 1 ? 'given' : 'surname';
    else if (roles.includes('given')) result[at] = 'surname';
  }
  return result;
}

/** Which part is the father's name; −1 for none. A surname in -ovych stands elsewhere: before or after both. */
function patronymicAt(parts: readonly Part[]): number {
  const marked = parts.findIndex((part) => part.chunk.childOf !== null);
  if (marked >= 0) return marked;
  const initials = parts.map((_, at) => at).filter((at) => isInitial(parts[at] as Part));
  if (initials.length === 2 && parts.length > 2) return initials[1] ?? -1;
  if (parts.length < 3) return -1;
  const fits = parts
    .map((_, at) => at)
    .filter((at) => at > 0 && parts[at]?.words.length === 1 && parts[at]?.words[0]?.patronymic !== null);
  const afterGiven = fits.find((at) => parts[at - 1]?.isKnown === true || isInitial(parts[at - 1] as Part));
  return afterGiven ?? fits.at(-1) ?? -1;
}

function fatherOf(part: Part, word: PreparedWord): Patronymic | null {
  const { childOf } = part.chunk;
  if (childOf === null) return word.patronymic;
  return { sex: childOf, fathers: word.given, stems: word.sounds };
}

/** By the given name, else by the father's name; a surname alone only where its ending is clear. */
function sexOf(tokens: readonly Token[]): Sex | null {
  const given = tokens.find(
    (token) => token.role !== 'patronymic' && token.role !== 'surname' && token.word.givenSex !== null,
  );
  const father = tokens.find((token) => token.patronymic !== null);
  return father?.patronymic?.sex ?? given?.word.givenSex ?? null;
}
