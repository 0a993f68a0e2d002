import { readField } from './fields.ts';
import { readDistance } from './near.ts';
import { fixedParts } from './pattern.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { isNumberPart, plainTerms, wordsIn } from './plain.ts';
import {
  asksContent,
  type ProblemCode,
  type SearchProblem,
  type SearchQuery,
  type SearchTerm,
} from './query.ts';
import { fieldOf, isField } from './words.ts';

const MOST_CHARACTERS = 2000;
const MOST_TERMS = 30;
const COUNTRY = /^[A-Z]{2}$/;

/**
 * Reads what a person typed. Never throws: what cannot be read is told with its place, and the rest is searched. No
 * part of it is syntax of anything but this language.
 */
export function parseSearch(text: string): SearchQuery {
  const problems: SearchProblem[] = [];
  const tell = (code: ProblemCode, { start, end }: { start: number; end: number }): void => {
    problems.push({ code, start, end, text: text.slice(start, Math.min(end, start + 80)) });
  };
  if (text.length > MOST_CHARACTERS) tell('too-long', { start: MOST_CHARACTERS, end: text.length });
  const pieces = piecesOf(text.slice(0, MOST_CHARACTERS)).map(withField);
  for (const piece of pieces) if (piece.open) tell('quote-open', piece);
  const all = readAll(pieces, tell);
  if (all.length > MOST_TERMS) tell('too-many', { start: all[MOST_TERMS]?.start ?? 0, end: text.length });
  const terms = all.slice(0, MOST_TERMS).filter((term) => isNarrow(term) || tell('wildcard-wide', term));
  const [first] = terms;
  if (first !== undefined && terms.every(({ excluded }) => excluded)) tell('only-excluded', first);
  return { terms, problems };
}

/** "MD:ABC123" is a plate with its country and "https://…" an address: the colon belongs to them. */
function withField(piece: Piece): Piece {
  const { field, text } = piece;
  if (field === null || isField(field)) return piece;
  const isPlain = COUNTRY.test(field) || text.startsWith('//') || text === '';
  return isPlain ? { ...piece, field: null, text: `${field}:${text}` } : piece;
}

function readAll(pieces: readonly Piece[], tell: (code: ProblemCode, at: Piece) => void): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let plain: Piece[] = [];
  const flush = (): void => {
    terms.push(...plainTerms(plain));
    plain = [];
  };
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece;
    if (piece.field !== null) {
      flush();
      const whole = wholeField(pieces, at);
      const wanted = readField(whole.piece, whole.kilometres);
      if (typeof wanted === 'string') tell(wanted, whole.piece);
      else terms.push({ ...wanted, start: piece.start, end: whole.piece.end, excluded: piece.excluded });
      at += whole.taken;
      continue;
    }
    if (piece.quoted || piece.excluded || plain.at(-1)?.excluded === true) flush();
    if (piece.quoted) terms.push(...phraseOf(piece));
    else plain.push(piece);
    at += 1;
  }
  flush();
  return terms;
}

function phraseOf({ text, start, end, excluded }: Piece): SearchTerm[] {
  const words = wordsIn(text);
  return words.length === 0 ? [] : [{ kind: 'phrase', words, start, end, excluded }];
}

interface WholeField {
  readonly piece: Piece;
  readonly kilometres: number | null;
  readonly taken: number;
}

/** A field with what belongs to it behind a blank: the other half of a position, a distance, the rest of a number. */
function wholeField(pieces: readonly Piece[], at: number): WholeField {
  const piece = pieces[at] as Piece;
  const { kind, name } = fieldOf(piece.field ?? '');
  const next = (by: number): Piece | undefined => {
    const found = pieces[at + by];
    return found === undefined || found.field !== null || found.quoted || found.excluded ? undefined : found;
  };
  const join = (whole: Piece, more: Piece): Piece => ({
    ...whole,
    text: `${whole.text} ${more.text}`.trim(),
    end: more.end,
  });
  let whole = piece;
  let taken = 1;
  if (kind === 'field' && name === 'near') {
    for (let more = next(taken); more !== undefined && /,$|^$/.test(whole.text); more = next(taken)) {
      whole = join(whole, more);
      taken += 1;
    }
    return { ...withDistance(whole, next(taken), next(taken + 1), taken) };
  }
  if (kind === 'identifier' && !piece.quoted) {
    for (let more = next(taken); more !== undefined && isNumberPart(more); more = next(taken)) {
      whole = join(whole, more);
      taken += 1;
    }
  }
  return { piece: whole, kilometres: null, taken };
}

function withDistance(
  piece: Piece,
  one: Piece | undefined,
  two: Piece | undefined,
  taken: number,
): WholeField {
  const both = two === undefined ? null : readDistance(`${one?.text ?? ''}${two.text}`);
  if (one !== undefined && two !== undefined && both !== null && /^\p{L}+$/u.test(two.text)) {
    return { piece: { ...piece, end: two.end }, kilometres: both, taken: taken + 2 };
  }
  const alone = one === undefined ? null : readDistance(one.text);
  if (one === undefined || alone === null) return { piece, kilometres: null, taken };
  return { piece: { ...piece, end: one.end }, kilometres: alone, taken: taken + 1 };
}

const LEAST_OF_WORD = 2;
const LEAST_OF_NUMBER = 3;

/** Gaps need something fixed beside them, or everything would have to be read. */
function isNarrow(term: SearchTerm): boolean {
  if (term.kind === 'word-pattern') return /^[\p{L}\p{N}]{2}/u.test(term.pattern.slice(0, LEAST_OF_WORD));
  if (term.kind !== 'number' || !/[?*]/.test(term.key)) return true;
  const fixed = fixedParts(term.key.replace(/\+/g, ''))[0]?.length ?? 0;
  const beginning = /^\+?[^?*]*/.exec(term.key)?.[0].length ?? 0;
  return fixed >= LEAST_OF_NUMBER || beginning >= LEAST_OF_NUMBER;
}

/** True where there is something to look for. */
export function asksAnything({ terms }: SearchQuery): boolean {
  return terms.some(({ excluded }) => !excluded);
}

/** True where the words, numbers or facts of things are asked, also by leaving some out. */
export function asksOfContent({ terms }: SearchQuery): boolean {
  return terms.some(asksContent);
}
