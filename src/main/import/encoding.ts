import chardet from 'chardet';
import iconv from 'iconv-lite';
import { Failure } from '../../core/result.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1250', 'koi8-u'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface EncodingGuess {
  readonly encoding: Encoding;
  readonly confidence: number;
}

/** Small pieces keep the rows of one piece in the young part of the memory. */
const PIECE_BYTES = 128 * 1024;

const COMMON_CYRILLIC = new Map(
  [...'оаинетвріслкдмупязьбгчхйжшюцєїщфґыэ'].map((letter, at) => [letter, 1 - at / 60]),
);
const COMMON_LATIN = new Map<string, number>([
  ...[...'ăâîșțşţ'].map((letter): [string, number] => [letter, 1]),
  ...[...'ąćęłńóśźżáéíöőúüűčďěňřšťůýžľĺŕôä'].map((letter): [string, number] => [letter, 0.6]),
]);

/**
 * Which encoding the bytes are in: byte-order mark, then the pattern of zeros of UTF-16, then validity as UTF-8,
 * then letter frequencies of Ukrainian, Russian, Romanian and their neighbours; chardet breaks a tie.
 */
export function detectEncoding(sample: Uint8Array): EncodingGuess {
  const marked = byteOrderMark(sample);
  if (marked !== null) return { encoding: marked, confidence: 1 };
  const wide = wideWithoutMark(sample);
  if (wide !== null) return { encoding: wide, confidence: 0.9 };
  if (isUtf8(sample)) return { encoding: 'utf-8', confidence: 1 };
  const hints = chardet.analyse(sample).map((match) => match.name.toLowerCase());
  const scored = (['windows-1251', 'koi8-u', 'windows-1250'] as const).map((encoding) => {
    const hint = hints.findIndex((name) => name === encoding || (encoding === 'koi8-u' && name === 'koi8-r'));
    const bonus = hint < 0 ? 0 : 0.1 / (hint + 1);
    return { encoding, score: letterScore(iconv.decode(Buffer.from(sample), encoding)) + bonus };
  });
  scored.sort((left, right) => right.score - left.score);
  const [first, second] = scored;
  if (first === undefined) return { encoding: 'utf-8', confidence: 0 };
  const lead = first.score - (second?.score ?? 0);
  return { encoding: first.encoding, confidence: Math.max(0.3, Math.min(0.95, 0.5 + lead / 2)) };
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Digits, delimiters and line ends have a zero byte in UTF-16, always on the same side. */
function wideWithoutMark(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 65_536);
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const enough = length / 2 / 20;
  if (odd > enough && even <= odd / 50) return 'utf-16le';
  if (even > enough && odd <= even / 50) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Mean plausibility of the characters above ASCII, about −2 … 1. */
function letterScore(text: string): number {
  let score = 0;
  let count = 0;
  let before = '';
  for (const letter of text) {
    if (letter > '\u007f') {
      count += 1;
      score += plausibility(letter, before);
    } else if (/\p{Script=Cyrillic}/u.test(before) && /[a-z]/i.test(letter)) score -= 1;
    before = letter;
  }
  return count === 0 ? 0 : score / count;
}

function plausibility(letter: string, before: string): number {
  const lower = letter.toLowerCase();
  const isLower = letter === lower;
  if (!isLower && /\p{Ll}/u.test(before)) return -1.5;
  if (/\p{Script=Cyrillic}/u.test(letter)) {
    return /[a-z]/i.test(before) ? -1 : (COMMON_CYRILLIC.get(lower) ?? -0.5);
  }
  if (/\p{L}/u.test(letter)) {
    return before > '\u007f' && /\p{L}/u.test(before) ? -0.5 : (COMMON_LATIN.get(lower) ?? -0.5);
  }
  return /[«»“”„‘’–—№°§\u00A0€…]/.test(letter) ? 0.2 : -2;
}

/** Text of the sample, a cut character at its end left out. Failure import.encoding-unknown. */
export function decodeSample(sample: Uint8Array, encoding: string): string {
  checkEncoding(encoding);
  return iconv
    .getDecoder(encoding)
    .write(Buffer.from(sample))
    .replace(/^\uFEFF/, '');
}

/** Stands for what cannot be read; a row that holds one is rejected. */
const UNREADABLE = '\uFFFD';

/**
 * Decodes a stream piece by piece; a character split between two pieces is put together. Half a character at the end,
 * half a pair of UTF-16 and NUL, which a cut-off copy leaves in place of text, come out as U+FFFD.
 */
export async function* decodeStream(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncIterable<string> {
  checkEncoding(encoding);
  const decoder = iconv.getDecoder(encoding);
  let isFirst = true;
  let bytes = 0;
  let held = '';
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES);
      bytes += piece.length;
      const text = held + decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
      held = openPair(text);
      if (text === held) continue;
      const whole = readable(held === '' ? text : text.slice(0, -1));
      yield isFirst ? whole.replace(/^\uFEFF/, '') : whole;
      isFirst = false;
    }
  }
  const rest = readable(held + (decoder.end() ?? '')) + (isHalf(bytes, encoding) ? UNREADABLE : '');
  if (rest !== '') yield rest;
}

/** The first half of a pair at the end, whose second half comes with the next piece. */
function openPair(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : '';
}

function readable(text: string): string {
  const paired = text.toWellFormed();
  return paired.includes('\0') ? paired.replaceAll('\0', UNREADABLE) : paired;
}

/** The decoder drops the odd byte of a file of two-byte characters without a word. */
function isHalf(bytes: number, encoding: string): boolean {
  return encoding.toLowerCase().startsWith('utf-16') && bytes % 2 === 1;
}

function checkEncoding(encoding: string): void {
  if (!iconv.encodingExists(encoding)) throw new Failure('import.encoding-unknown', { encoding });
}
