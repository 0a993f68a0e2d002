import { SaxesParser } from 'saxes';
import { Failure } from '../../../../core/result.ts';
import { MOST_CHARACTERS } from './pages.ts';

const PIECE = 65_536;

/** What the tags of an XML document mean for its text. Names without the prefix, which any writer may choose. */
export interface TextTags {
  /** Only inside these is there text; empty: everywhere. */
  readonly spoken: ReadonlySet<string>;
  /** Nothing inside these is text. */
  readonly silent: ReadonlySet<string>;
  /** What stands in the place of an element when it opens, and when it closes. */
  readonly opening: Readonly<Record<string, string>>;
  readonly closing: Readonly<Record<string, string>>;
}

/** The text of one XML part, in order. Stops soon after the limit. Failure import.document-broken. */
export function xmlText(bytes: Uint8Array, tags: TextTags, fileName: string): string {
  const found: string[] = [];
  let spoken = tags.spoken.size === 0 ? 1 : 0;
  let silent = 0;
  let length = 0;
  const say = (part: string | undefined): void => {
    if (part === undefined || silent > 0) return;
    found.push(part);
    length += part.length;
  };
  parseXml(bytes, fileName, {
    open(name) {
      if (tags.silent.has(name)) silent += 1;
      if (tags.spoken.has(name)) spoken += 1;
      say(tags.opening[name]);
    },
    text(part) {
      if (spoken > 0) say(part);
    },
    close(name) {
      if (tags.spoken.has(name)) spoken -= 1;
      say(tags.closing[name]);
      if (tags.silent.has(name)) silent -= 1;
    },
    isEnough: () => length > MOST_CHARACTERS + PIECE,
  });
  return found.join('').replace(/\n+\t/g, '\t');
}

/** The text of each element that has nothing but text in it, by name; the first of each. */
export function xmlFields(bytes: Uint8Array | undefined, fileName: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  if (bytes === undefined) return found;
  let text = '';
  parseXml(bytes, fileName, {
    open(_name, attributes) {
      text = '';
      for (const [key, value] of Object.entries(attributes)) found[`@${local(key)}`] ??= value;
    },
    text(part) {
      text += part;
    },
    close(name) {
      if (text.trim() !== '') found[name] ??= text.trim();
      text = '';
    },
    isEnough: () => false,
  });
  return found;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

interface Listener {
  open(name: string, attributes: Record<string, string>): void;
  text(part: string): void;
  close(name: string): void;
  isEnough(): boolean;
}

/** No entity of the document's own is resolved and nothing outside is read: an unknown one breaks it off. */
function parseXml(bytes: Uint8Array, fileName: string, listener: Listener): void {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new Failure('import.document-broken', { file: fileName });
  });
  parser.on('opentag', ({ name, attributes }) =>
    listener.open(local(name), attributes as Record<string, string>),
  );
  parser.on('text', (part) => listener.text(part));
  parser.on('cdata', (part) => listener.text(part));
  parser.on('closetag', ({ name }) => listener.close(local(name)));
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += PIECE) {
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    if (listener.isEnough()) return;
  }
  parser.close();
}
