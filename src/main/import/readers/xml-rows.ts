import iconv from 'iconv-lite';
import { SaxesParser } from 'saxes';
import { Failure } from '../../../core/result.ts';
import { decodeStream } from '../encoding.ts';
import type { SourceRow } from './reader.ts';

/** What a format does with the elements that pass; names come without their prefix. */
export interface XmlVisitor {
  open?(tag: string, attributes: Readonly<Record<string, string>>, line: number): void;
  /** `text` is what stood between the last tag and this one. */
  close?(tag: string, text: string, line: number): void;
}

/** The parser keeps unfinished text and open elements in memory; no record has so much of either. */
const LONGEST_TEXT = 16_000_000;
const DEEPEST = 1000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Streams an XML file past a visitor that fills `rows`, in the encoding it declares where letters tell it less surely.
 * Failures: import.xml-broken, import.xml-oversized.
 */
export async function* xmlRows(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
  rows: SourceRow[],
  visitor: XmlVisitor,
): AsyncGenerator<readonly SourceRow[]> {
  const { first, all } = await peek(chunks);
  yield* visitRows(decodeStream(all, declaredEncoding(first) ?? encoding), fileName, rows, visitor);
}

/**
 * The same of a text. Entities of the file's own are not known, those outside it never fetched; text between two tags
 * longer than `longestText` stops it. Failures: import.xml-broken, import.xml-oversized.
 */
export async function* visitRows(
  pieces: AsyncIterable<string>,
  fileName: string,
  rows: SourceRow[],
  visitor: XmlVisitor,
  longestText = LONGEST_TEXT,
): AsyncGenerator<readonly SourceRow[]> {
  const watch = { lastTag: 0, open: 0 };
  const parser = visitingParser(visitor, watch);
  try {
    for await (const piece of pieces) {
      parser.write(piece);
      if (parser.position - watch.lastTag > longestText || watch.open > DEEPEST)
        throw new Failure('import.xml-oversized', { file: fileName, line: parser.line });
      yield rows.splice(0);
    }
    parser.close();
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    throw new Failure('import.xml-broken', { file: fileName, line: parser.line });
  }
  yield rows.splice(0);
}

function visitingParser(visitor: XmlVisitor, watch: { lastTag: number; open: number }): SaxesParser {
  const parser = new SaxesParser({ position: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    watch.open += 1;
    watch.lastTag = parser.position;
    text = '';
    visitor.open?.(localName(name), attributes as Record<string, string>, parser.line);
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('cdata', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    watch.open -= 1;
    watch.lastTag = parser.position;
    visitor.close?.(localName(name), text.trim(), parser.line);
    text = '';
  });
  return parser;
}

const DECLARATION_BYTES = 200;

/** The one-byte encoding an XML declaration names: letters alone tell it less surely. */
function declaredEncoding(first: Uint8Array): string | null {
  const head = Buffer.from(first).toString('latin1');
  const name = /^(?:ï»¿)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1];
  if (name === undefined || /^utf-?(8|16)/i.test(name) || head.startsWith('ï»¿')) return null;
  return iconv.encodingExists(name) ? name : null;
}

async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ first: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const pieces = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < DECLARATION_BYTES) {
    const next = await pieces.next();
    if (next.done === true) break;
    held.push(next.value.slice());
    size += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* held;
      for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return?.();
    }
  }
  return { first: Buffer.concat(held).subarray(0, DECLARATION_BYTES), all: all() };
}
