import { extname } from 'node:path';
import type { ImportPart } from '../../../../contract/import.ts';
import { Failure } from '../../../../core/result.ts';
import { decodeSample, decodeStream, detectEncoding } from '../../encoding.ts';
import type { ByteSource } from '../../files.ts';
import type { ReadableSpecification, Reader, SampleTable } from '../reader.ts';
import { ItemCutter, type JsonItem } from './items.ts';
import { tableOf } from './rows.ts';

const SHOWN = 5000;
/** A list of the whole file, which has no name of its own. */
const OUTERMOST = '';
/** A specification of this program says how tables are read and is none itself. */
const OWN_SETTINGS = ['"dateOrder"', '"decimalMark"', '"entities"'] as const;

/** A list of objects, or an object with such lists in it; each list is a table. */
export const json: Reader = {
  format: 'json',
  extensions: ['.json'],
  mediaType: 'application/json',
  sniff(sample, fileName) {
    const text = decodeSample(sample, detectEncoding(sample).encoding).trimStart();
    if (!/^(\[\s*(\{|\])|\{\s*"(?:[^"\\]|\\.)*"\s*:)/.test(text)) return { confidence: 0, why: 'notTable' };
    if (isLines(text) || OWN_SETTINGS.every((name) => text.includes(name)))
      return { confidence: 0, why: 'notTable' };
    return { confidence: extname(fileName).toLowerCase() === '.json' ? 0.6 : 0.5, why: 'content' };
  },
  async look(source, { part, encoding: stated }) {
    const encoding = stated ?? detectEncoding(await source.sample()).encoding;
    const { parts, count } = await listsOf(source, encoding);
    const chosen = part ?? biggest(parts);
    if (chosen !== undefined && !parts.some(({ name }) => name === chosen))
      throw new Failure('import.part-missing', { file: source.name, part: chosen });
    const settings = { encoding, delimiter: '', quote: '', headerRow: 0, columns: [], ...namedPart(chosen) };
    const table = await sampled(source, settings);
    const isNamed = parts.length > 1 || (chosen !== undefined && chosen !== OUTERMOST);
    return {
      ...table,
      ...(isNamed ? { parts } : {}),
      estimatedRows: parts.find(({ name }) => name === chosen)?.rows ?? count,
    };
  },
  async read(chunks, { encoding, part }, fileName) {
    const items = itemsOf(decodeStream(chunks, encoding), part, fileName);
    return tableOf(items, ({ number }) => number, fileName);
  },
};

/** JSON Lines begin like an object, and another one follows on the next line. */
export function isLines(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2).map((line) => line.trim());
  return /^\{.*\}$/.test(first) && second.startsWith('{');
}

function namedPart(part: string | undefined): { part?: string } {
  return part === undefined || part === OUTERMOST ? {} : { part };
}

async function sampled(source: ByteSource, settings: ReadableSpecification): Promise<SampleTable> {
  const stream = await json.read(source.chunks(), settings, source.name);
  const rows: string[][] = [];
  for await (const batch of stream.batches) {
    for (const { cells, problem } of batch)
      if (problem === null && rows.length < SHOWN) rows.push([...cells]);
    if (rows.length >= SHOWN) break;
  }
  const columns = [...stream.columns];
  return { ...settings, fileName: source.name, format: 'json', columns, rows, estimatedRows: rows.length };
}

/** The lists of the file with the number of their objects. Failure import.json-broken. */
async function listsOf(
  source: ByteSource,
  encoding: string,
): Promise<{ parts: ImportPart[]; count: number }> {
  const counts = new Map<string, number>();
  const cutter = new ItemCutter(source.name, (path) => counts.set(path, (counts.get(path) ?? 0) + 1));
  for await (const piece of decodeStream(source.chunks(), encoding)) cutter.push(piece);
  cutter.end();
  const parts = [...counts].map(([name, rows]) => ({ name, rows, hidden: false }));
  return { parts, count: 1 };
}

function biggest(parts: readonly ImportPart[]): string | undefined {
  return [...parts].sort((left, right) => (right.rows ?? 0) - (left.rows ?? 0))[0]?.name;
}

const LARGEST_OBJECT = 4_000_000;

/** Objects of one list; of the first there is where none is named; the file itself where it is one object with no list. */
async function* itemsOf(
  pieces: AsyncIterable<string>,
  part: string | undefined,
  fileName: string,
): AsyncGenerator<readonly JsonItem[]> {
  const items: JsonItem[] = [];
  let wanted = part;
  const cutter = new ItemCutter(fileName, (path, item) => {
    wanted ??= path;
    if (path === wanted) items.push(item);
  });
  let whole = '';
  for await (const piece of pieces) {
    if (wanted === undefined && whole.length < LARGEST_OBJECT) whole += piece;
    cutter.push(piece);
    if (items.length > 0) yield items.splice(0);
  }
  cutter.end();
  if (wanted === undefined && whole.trimStart().startsWith('{')) yield [{ number: 1, line: 1, text: whole }];
}
