import chardet from 'chardet';
import iconv from 'iconv-lite';
import { Failure } from '../../core/result.ts';
import { plausibility } from './encoding-score.ts';
import { rememberedOfBytes } from './of-bytes.ts';

/** One-byte encodings of the region; where two give the same text, the first is meant. */
const ONE_BYTE = [
  'windows-1251',
  'koi8-u',
  'iso-8859-5',
  'maccyrillic',
  'cp866',
  'windows-1250',
  'iso-8859-2',
  'windows-1252',
  'windows-1257',
  'windows-1254',
] as const;
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'koi8-r', ...ONE_BYTE] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface EncodingGuess {
  readonly encoding: Encoding;
  readonly confidence: number;
}

/** Small pieces keep the rows of one piece in the young part of the memory. */
const PIECE_BYTES = 128 * 1024;

/** Bytes that are looked at closely: lines of plain ASCII tell nothing. */
const TELLING_BYTES = 6 * 1024;

/** Names of the same letters elsewhere. */
const HINTED: Readonly<Record<string, readonly Encoding[]>> = {
  'koi8-r': ['koi8-u'],
  'iso-8859-1': ['windows-1252'],
  'iso-8859-2': ['iso-8859-2', 'windows-1250'],
  'iso-8859-9': ['windows-1254'],
};

/**
 * Which encoding the bytes are in: byte-order mark, then the pattern of zeros of UTF-16, then validity as UTF-8,
 * then letter frequencies of Ukrainian, Russian, Romanian and their neighbours; chardet breaks a tie.
 */
export const detectEncoding: (sample: Uint8Array) => EncodingGuess = rememberedOfBytes(guessEncoding);

function guessEncoding(sample: Uint8Array): EncodingGuess {
  const marked = byteOrderMark(sample);
  if (marked !== null) return { encoding: marked, confidence: 1 };
  const wide = wideWithoutMark(sample);
  if (wide !== null) return { encoding: wide, confidence: 0.9 };
  if (isUtf8(sample)) return { encoding: 'utf-8', confidence: 1 };
  const telling = tellingLines(sample);
  const hints = chardet.analyse(telling).map(({ name }) => name.toLowerCase());
  const scored = ONE_BYTE.map((encoding) => {
    const text = iconv.decode(telling, encoding);
    return { encoding, text, score: plausibility(text) + hintOf(encoding, hints) };
  });
  scored.sort((left, right) => right.score - left.score);
  const [first, second] = scored;
  if (first === undefined) return { encoding: 'utf-8', confidence: 0 };
  const lead = first.score - (second?.score ?? 0);
  const encoding = first.encoding === 'koi8-u' && isRussian(first.text) ? 'koi8-r' : first.encoding;
  return { encoding, confidence: Math.max(0.3, Math.min(0.95, 0.5 + lead / 2)) };
}

/** What chardet thinks, as far as a tie goes; a neighbour's text is likelier here than one from further west. */
function hintOf(encoding: Encoding, hints: readonly string[]): number {
  const rank = hints.findIndex((name) => name === encoding || HINTED[name]?.includes(encoding) === true);
  return (rank < 0 ? 0 : 0.1 / (rank + 1)) + (encoding === 'windows-1250' ? 0.06 : 0);
}

function isRussian(text: string): boolean {
  return /[ыэъё]/i.test(text) && !/[іїєґ]/i.test(text);
}

function tellingLines(sample: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  let size = 0;
  let from = 0;
  let isTelling = false;
  for (let at = 0; at < sample.length && size < TELLING_BYTES; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte > 0x7f) isTelling = true;
    if (byte !== 0x0a && at + 1 < sample.length && at - from < TELLING_BYTES) continue;
    if (isTelling) {
      parts.push(sample.subarray(from, at + 1));
      size += at + 1 - from;
    }
    from = at + 1;
    isTelling = false;
  }
  return Buffer.concat(parts);
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

/** Text of the sample, a cut character at its end left out. Failure import.encoding-unknown. */
export const decodeSample: (sample: Uint8Array, encoding: string) => string = rememberedOfBytes(
  (sample, encoding) => {
    checkEncoding(encoding);
    return iconv
      .getDecoder(encoding)
      .write(Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength))
      .replace(/^\uFEFF/, '');
  },
);

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
