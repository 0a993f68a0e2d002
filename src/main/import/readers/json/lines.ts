import { extname } from 'node:path';
import { Failure } from '../../../../core/result.ts';
import { decodeSample, decodeStream, detectEncoding } from '../../encoding.ts';
import type { Reader } from '../reader.ts';
import type { JsonItem } from './items.ts';
import { isLines } from './json.ts';
import { tableOf } from './rows.ts';

const EXTENSIONS = ['.jsonl', '.ndjson', '.ijson'];
const LONGEST_LINE = 4_000_000;

/** One object a line. A line that is none is a rejected row; the others are read. */
export const jsonLines: Reader = {
  format: 'json-lines',
  extensions: EXTENSIONS,
  mediaType: 'application/x-ndjson',
  sniff(sample, fileName) {
    const text = decodeSample(sample, detectEncoding(sample).encoding).trimStart();
    const byName = EXTENSIONS.includes(extname(fileName).toLowerCase()) && text.startsWith('{');
    if (!isLines(text) && !byName) return { confidence: 0, why: 'notTable' };
    return { confidence: byName ? 0.6 : 0.5, why: 'content' };
  },
  async read(chunks, { encoding }, fileName) {
    return tableOf(linesOf(decodeStream(chunks, encoding), fileName), ({ line }) => line, fileName);
  },
};

async function* linesOf(
  pieces: AsyncIterable<string>,
  fileName: string,
): AsyncGenerator<readonly JsonItem[]> {
  let line = 0;
  let number = 0;
  let held = '';
  const cut = (texts: readonly string[]): JsonItem[] =>
    texts.flatMap((text) => {
      line += 1;
      if (text.trim() === '') return [];
      number += 1;
      return [{ number, line, text: text.trim() }];
    });
  for await (const piece of pieces) {
    const texts = (held + piece).split('\n');
    held = texts.pop() ?? '';
    if (held.length > LONGEST_LINE) throw new Failure('import.too-large', { file: fileName });
    yield cut(texts);
  }
  yield cut([held]);
}
