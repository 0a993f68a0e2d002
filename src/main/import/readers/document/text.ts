import { extname } from 'node:path';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import { isBinary } from '../delimited.ts';
import { documentReader } from './document.ts';

const EXTENSIONS = ['.txt', '.text', '.md'];
const LOOKED_AT = 65_536;
const MARKUP = /^\s*(<[?!a-z]|\{\s*["}]|\[\s*[{\]"]|BEGIN:V)/i;

/** Sentences: several words in a row, then a full stop and a new beginning. 0 none, 1 surely, between: perhaps. */
function proseShare(text: string): number {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const wordy = lines.filter((line) => (line.match(/\p{L}{2}\s+\p{L}/gu)?.length ?? 0) >= 4).length;
  const ends = text.match(/\p{L}{2}[»”"')]?[.!?…]["”»]?(\s+|$)/gu)?.length ?? 0;
  if (ends < 2 || wordy < lines.length / 3) return 0;
  return wordy >= lines.length * MOSTLY && !isSeparated(text, lines.length) ? 1 : 0.5;
}

const MOSTLY = 0.6;

/** Commas of sentences have a blank behind them, those of tables have not; other separators are rare in sentences. */
function isSeparated(text: string, lines: number): boolean {
  const tight = text.match(/,(?=[^\s\d])/g)?.length ?? 0;
  const others = text.match(/[;\t|]/g)?.length ?? 0;
  return tight > lines / 10 || others > lines / 2;
}

/** Plain text: what is written in sentences, or called text and no table. */
export const text = documentReader({
  format: 'text',
  extensions: EXTENSIONS,
  mediaType: 'text/plain',
  sureness(sample, fileName) {
    const first = sample.subarray(0, LOOKED_AT);
    if (isBinary(first)) return 0;
    const read = decodeSample(first, detectEncoding(first).encoding);
    const isNamed = EXTENSIONS.includes(extname(fileName).toLowerCase());
    if (MARKUP.test(read)) return isNamed ? 0.1 : 0;
    const share = proseShare(read);
    if (share === 0) return isNamed ? 0.35 : 0;
    return isNamed ? 0.7 + 0.3 * share : 0.4 + 0.3 * share;
  },
  encodingOf: (sample) => detectEncoding(sample).encoding,
  async open(bytes, encoding) {
    const whole = decodeSample(bytes, encoding);
    const pages = whole.split('\f');
    if (pages.length > 1 && pages.at(-1)?.trim() === '') pages.pop();
    return {
      title: '',
      author: '',
      created: '',
      modified: '',
      pageCount: '',
      pages,
      isPaged: pages.length > 1,
    };
  },
});
