import { MARKS } from './whatsapp-words.ts';

const DATE = String.raw`(\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4})\.?(?:\s?[гр]\.)?`;
const TIME = String.raw`(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)\s?([ap]\.?\s?m\.?|дп|пп)?\.?`;
const LINK = String.raw`(?:,|\]\s?\[)?\s?(?:klo|um|в|о|la|at)?\s?`;
const BRACKETED = new RegExp(`^\\[\\s?${DATE}${LINK}${TIME}\\s?\\]:?\\s?`, 'iu');
const DASHED = new RegExp(`^${DATE}${LINK}${TIME}\\s?[-–—]\\s`, 'iu');

export interface ChatLine {
  /** Where the message begins in the file, counted from 1. */
  readonly line: number;
  /** Date and time with one blank between them and Latin AM or PM; the order of day and month is the file's. */
  readonly time: string;
  /** What follows the time, further lines of the message included. */
  readonly rest: string;
}

/** The time a line begins with, or null: then it continues the message before. */
export function headOf(line: string): { time: string; rest: string } | null {
  const plain = line.replace(/^[\u200E\u200F\uFEFF]+/, '').replace(/[\u00A0\u202F\u2009]/g, ' ');
  const match = BRACKETED.exec(plain) ?? DASHED.exec(plain);
  if (match === null) return null;
  const [whole, date = '', clock = '', half] = match;
  const day = date.replace(/\s/g, '');
  const time = `${day} ${clock.replaceAll('.', ':')}${half === undefined ? '' : ` ${latinHalf(half)}`}`;
  return { time, rest: plain.slice(whole.length) };
}

function latinHalf(half: string): string {
  return /^[aд]/i.test(half) ? 'AM' : 'PM';
}

/** The messages of a chat; a line before the first of them is given with an empty time. */
export function* chatLines(text: string): Generator<ChatLine> {
  let open: { line: number; time: string; rest: string[] } | null = null;
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    const head = headOf(line);
    if (head !== null) {
      if (open !== null) yield closed(open);
      open = { line: number, time: head.time, rest: [head.rest] };
    } else if (open !== null) open.rest.push(line);
    else if (line.replace(MARKS, '').trim() !== '') yield { line: number, time: '', rest: line };
  }
  if (open !== null) yield closed(open);
}

function closed({ line, time, rest }: { line: number; time: string; rest: string[] }): ChatLine {
  return { line, time, rest: rest.join('\n').trimEnd() };
}

/** One line after the other, without a list of all of them. */
function* linesOf(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    yield text.charCodeAt(end - 1) === 13 && end > at ? text.slice(at, end - 1) : text.slice(at, end);
    at = end + 1;
  }
}

const LONGEST_NAME = 120;

/** Who says it and what; null where no name stands before a colon. */
export function spokenBy(rest: string): { name: string; text: string; isMarked: boolean } | null {
  const colon = rest.search(/:(\s|$)/);
  const firstLine = rest.indexOf('\n');
  if (colon <= 0 || colon > LONGEST_NAME || (firstLine >= 0 && firstLine < colon)) return null;
  const name = rest.slice(0, colon).replace(MARKS, '').replace(/^~\s*/, '').trim();
  const said = rest.slice(colon + 1).replace(/^[ \t]/, '');
  if (name === '') return null;
  return { name, text: said.replace(MARKS, '').trim(), isMarked: /^\u200E/.test(said) };
}
