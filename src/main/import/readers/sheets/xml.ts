import { SaxesParser } from 'saxes';
import { Failure } from '../../../../core/result.ts';
import { decodeStream } from '../../encoding.ts';

/** The parser keeps open elements and unfinished text in memory; no workbook has so much of either. */
const LONGEST_TEXT = 4_000_000;
const DEEPEST = 500;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(part: string): void;
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The attribute, whatever prefix the file gives its namespace. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

/**
 * Feeds a part of a workbook to the handlers and stops after each piece, so that the reader can hand on what it has.
 * Names come without their prefix. No entity of the file's own is ever expanded. Failure import.workbook-broken.
 */
export async function* parsePieces(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  fileName: string,
): AsyncGenerator<void> {
  const broken = new Failure('import.workbook-broken', { file: fileName });
  let sinceTag = 0;
  let depth = 0;
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    throw broken;
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    depth += 1;
    if (depth > DEEPEST) throw broken;
    handlers.open(localName(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    depth -= 1;
    handlers.close?.(localName(name));
  });
  parser.on('text', (part) => handlers.text?.(part));
  parser.on('cdata', (part) => handlers.text?.(part));
  for await (const piece of decodeStream(chunks, 'utf-8')) {
    parser.write(piece);
    sinceTag += piece.length;
    if (sinceTag > LONGEST_TEXT) throw broken;
    yield;
  }
  parser.close();
}

/** The same where nothing is handed on in between. */
export async function parseWhole(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  fileName: string,
): Promise<void> {
  const pieces = parsePieces(chunks, handlers, fileName);
  while ((await pieces.next()).done !== true);
}
