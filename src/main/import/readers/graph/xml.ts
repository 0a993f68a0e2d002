import { SaxesParser } from 'saxes';
import { Failure } from '../../../../core/result.ts';
import { decodeStream } from '../../encoding.ts';

/** Pictures stand in charts as text; anything longer is no chart. */
const LONGEST_TEXT = 64_000_000;
const DEEPEST = 1000;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  open(tag: string, attributes: Attributes, line: number): void;
  /** `text` is what stood in the element itself, before, between and behind its children. */
  close(tag: string, text: string): void;
}

/**
 * Reads XML piece by piece; names come without prefix. Entities other than the five of XML are errors, so nothing
 * outside the file is ever read and nothing grows. Failures: import.xml-broken, import.too-large.
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
  handlers: XmlHandlers,
): Promise<void> {
  const watch = { lastTag: 0, open: 0 };
  const parser = parserOf(handlers, watch);
  try {
    for await (const piece of decodeStream(chunks, encoding)) {
      parser.write(piece);
      if (parser.position - watch.lastTag > LONGEST_TEXT)
        throw new Failure('import.too-large', { file: fileName });
      if (watch.open > DEEPEST) throw new Failure('import.xml-broken', { file: fileName, line: parser.line });
    }
    parser.close();
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    throw new Failure('import.xml-broken', { file: fileName, line: parser.line });
  }
}

function parserOf(handlers: XmlHandlers, watch: { lastTag: number; open: number }): SaxesParser {
  const parser = new SaxesParser({ position: true });
  const texts: string[] = [];
  const add = (part: string): void => {
    if (texts.length > 0) texts[texts.length - 1] += part;
  };
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const passed = (change: 1 | -1): void => {
    watch.open += change;
    watch.lastTag = parser.position;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    passed(1);
    texts.push('');
    handlers.open(local(name), attributes as Attributes, parser.line);
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    passed(-1);
    handlers.close(local(name), (texts.pop() ?? '').trim());
  });
  return parser;
}
