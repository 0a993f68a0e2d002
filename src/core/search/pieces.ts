import type { Span } from './query.ts';

/** What stands between blanks: an optional minus, an optional field before a colon, then a text, quoted or not. */
export interface Piece extends Span {
  readonly excluded: boolean;
  readonly field: string | null;
  readonly text: string;
  readonly quoted: boolean;
  /** A quotation mark that is not closed; the rest is taken as quoted. */
  readonly open: boolean;
}

const BLANK = /\s/u;
const FIELD = /^([\p{L}][\p{L}\p{N}_-]*):/u;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '”“"', '«': '»' };

/** Cuts a text into pieces in one pass; nothing in it can be wrong. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    if (BLANK.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const piece = pieceAt(text, at);
    if (piece.text !== '' || piece.field !== null) pieces.push(piece);
    at = Math.max(piece.end, at + 1);
  }
  return pieces;
}

function pieceAt(text: string, start: number): Piece {
  const next = text.charAt(start + 1);
  const excluded = text.charAt(start) === '-' && next !== '' && !BLANK.test(next) && next !== '-';
  const head = start + (excluded ? 1 : 0);
  const field = FIELD.exec(text.slice(head, head + 40))?.[1] ?? null;
  const from = head + (field === null ? 0 : field.length + 1);
  const closing = CLOSING[text.charAt(from)];
  if (closing !== undefined) {
    const end = endOfQuote(text, from + 1, closing);
    const inside = text.slice(from + 1, end ?? text.length);
    return {
      ...{ start, end: end === null ? text.length : end + 1 },
      ...{ excluded, field, text: inside.trim(), quoted: true, open: end === null },
    };
  }
  let end = from;
  while (end < text.length && !BLANK.test(text.charAt(end))) end += 1;
  return { start, end, excluded, field, text: text.slice(from, end), quoted: false, open: false };
}

function endOfQuote(text: string, from: number, closing: string): number | null {
  for (let at = from; at < text.length; at += 1) if (closing.includes(text.charAt(at))) return at;
  return null;
}
