import { extname } from 'node:path';
import iconv from 'iconv-lite';
import type { ImportFormat } from '../../../../contract/import.ts';
import { Failure } from '../../../../core/result.ts';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import type { ByteSource } from '../../files.ts';
import { limited } from '../gather.ts';
import type { Reader, SampleTable, Sniffed } from '../reader.ts';
import type { Graph } from './graph.ts';
import { graphPlan } from './plan.ts';
import { tableOf } from './table.ts';

const SHOWN = 5000;
/** The things and links of a file take some ten times its size in memory; the program is to stay under 600 MB. */
const MOST_BYTES = 24 * 1024 * 1024;
/** Says nothing of what is in a file. */
const COMMON = '.json';

export interface GraphFormat {
  readonly format: ImportFormat;
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Where a format says so much in few letters that fewer of them fill the memory. */
  readonly mostBytes?: number;
  /** Whether the beginning of the text has the marks of the format. */
  isIt(text: string): boolean;
  parse(chunks: AsyncIterable<Uint8Array>, encoding: string, fileName: string): Promise<Graph>;
}

/**
 * A reader of a chart file: all of it is gathered first, because links may stand before what they link. Failure
 * import.too-large beside those of the format.
 */
export function graphReader(format: GraphFormat): Reader {
  return {
    format: format.format,
    extensions: format.extensions,
    mediaType: format.mediaType,
    plan: graphPlan,
    sniff: (sample, fileName) => sniff(format, sample, fileName),
    async read(chunks, { encoding }, fileName) {
      const table = tableOf(await parse(format, chunks, encoding, fileName));
      return { columns: table.columns, batches: table.batches() };
    },
    look: (source, reading) => look(format, source, reading.encoding),
  };
}

const mostBytesOf = ({ mostBytes = MOST_BYTES }: GraphFormat): number => mostBytes;

function parse(
  format: GraphFormat,
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
): Promise<Graph> {
  return format.parse(limited(chunks, fileName, mostBytesOf(format)), encoding, fileName);
}

function sniff(format: GraphFormat, sample: Uint8Array, fileName: string): Sniffed {
  if (!isArchive(sample) && format.isIt(textOfSample(sample))) return { confidence: 1, why: 'content' };
  const extension = extname(fileName).toLowerCase();
  const byName = extension !== COMMON && format.extensions.includes(extension);
  return { confidence: byName ? 0.2 : 0, why: 'name' };
}

/** What is packed without compression shows its text, but is to be opened first. */
function isArchive(sample: Uint8Array): boolean {
  return sample[0] === 0x50 && sample[1] === 0x4b && (sample[2] ?? 0xff) < 0x09;
}

const decoded = new WeakMap<Uint8Array, string>();

/** All formats of the family look at the same sample one after the other. */
function textOfSample(sample: Uint8Array): string {
  const known = decoded.get(sample);
  if (known !== undefined) return known;
  const text = decodeSample(sample, detectEncoding(sample).encoding);
  decoded.set(sample, text);
  return text;
}

async function look(
  format: GraphFormat,
  source: ByteSource,
  stated: string | undefined,
): Promise<SampleTable> {
  const encoding = stated ?? encodingOf(await source.sample());
  if (source.size > mostBytesOf(format)) throw new Failure('import.too-large', { file: source.name });
  const graph = await parse(format, source.chunks(), encoding, source.name);
  const table = tableOf(graph);
  const rows: (readonly string[])[] = [];
  let count = 0;
  for await (const batch of table.batches()) {
    count += batch.length;
    for (const { cells, problem } of batch) if (problem === null && rows.length < SHOWN) rows.push(cells);
  }
  if (count === 0) throw new Failure('import.no-rows', { file: source.name });
  return {
    fileName: source.name,
    format: format.format,
    encoding,
    delimiter: '',
    quote: '',
    headerRow: 0,
    columns: [...table.columns],
    rows,
    remarks: graph.remarks,
    estimatedRows: count,
  };
}

/** What an XML declaration says goes before a guess by letters, but not before a mark of UTF-16. */
function encodingOf(sample: Uint8Array): string {
  const { encoding } = detectEncoding(sample);
  if (encoding.startsWith('utf-16')) return encoding;
  const head = Buffer.from(sample.subarray(0, 200)).toString('latin1');
  const declared = /^\s*(?:ï»¿)?<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1]?.toLowerCase() ?? '';
  const isUsable = declared !== '' && !declared.startsWith('utf') && iconv.encodingExists(declared);
  return isUsable ? declared : encoding;
}
