import { NO_EVENT } from '../../../../contract/import.ts';
import { Failure } from '../../../../core/result.ts';
import { decodeSample, decodeStream, detectEncoding } from '../../encoding.ts';
import { isBinary } from '../delimited.ts';
import { detectDialect } from '../dialect.ts';
import type { FixedPlan, ReadableSpecification, Reader, SourceRow } from '../reader.ts';
import { RecordSplitter } from '../record-splitter.ts';
import { asMatrix, isSymmetric, type Matrix, mayBeMatrix, pairsOf } from './read-matrix.ts';

const COLUMNS = ['from', 'to', 'value'] as const;
const SHOWN = 5000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** Who is tied to whom and how strongly: the same names across the top and down the side, numbers or blanks inside. */
export const matrix: Reader = {
  format: 'matrix',
  extensions: ['.csv', '.tsv', '.txt'],
  mediaType: 'text/csv',
  sniff(sample) {
    if (isBinary(sample)) return { confidence: 0, why: 'binary' };
    const text = decodeSample(sample, detectEncoding(sample).encoding);
    const { delimiter, quote } = detectDialect(text, { headerRow: 0 });
    const isWhole = sample.length < 500_000;
    const rows = firstRows(text, new RecordSplitter({ delimiter, quote }), isWhole);
    const found = rows === null ? null : asMatrix(rows, isWhole);
    return found === null ? { confidence: 0, why: 'notTable' } : { confidence: 1, why: 'content' };
  },
  async look(source, reading) {
    const sample = await source.sample();
    const encoding = reading.encoding ?? detectEncoding(sample).encoding;
    const { delimiter, quote } = detectDialect(decodeSample(sample, encoding), { ...reading, headerRow: 0 });
    const settings = { encoding, delimiter, quote, headerRow: 0, columns: [...COLUMNS] };
    const whole = await wholeMatrix(source.chunks(), settings, source.name);
    const rows = [...pairsOf(whole)].map(({ cells }) => cells);
    return {
      ...settings,
      fileName: source.name,
      format: 'matrix',
      rows: rows.slice(0, SHOWN),
      remarks: isSymmetric(whole) ? [{ code: 'symmetric', params: {} }] : [],
      estimatedRows: rows.length,
    };
  },
  async read(chunks, specification, fileName) {
    const whole = await wholeMatrix(chunks, specification, fileName);
    return { columns: COLUMNS, batches: batches(whole) };
  },
  plan: ({ rows }) => planOf(rows),
};

/** Null as soon as a row shows that this is no matrix: most files are none, and the sample is large. */
function firstRows(text: string, splitter: RecordSplitter, isWhole: boolean): SourceRow[] | null {
  const rows: SourceRow[] = [];
  for (let at = 0; at < text.length; at += LOOKED_AT_ONCE) {
    const more = splitter.push(text.slice(at, at + LOOKED_AT_ONCE));
    const [header] = rows;
    const isNone = more.some(({ problem }) => problem !== null);
    if (isNone || !mayBeMatrix(header === undefined ? more : [header, ...more])) return null;
    for (const row of more) rows.push(row);
  }
  if (isWhole) rows.push(...splitter.end());
  return rows.some(({ problem }) => problem !== null) ? null : rows;
}
const LOOKED_AT_ONCE = 32_768;

async function* batches(whole: Matrix): AsyncGenerator<readonly SourceRow[]> {
  let batch: SourceRow[] = [];
  for (const { line, cells } of pairsOf(whole)) {
    batch.push({ line, cells, problem: null });
    if (batch.length < 1000) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Both halves are needed to tell whether they agree. Failures: import.too-large, import.not-a-table. */
async function wholeMatrix(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, delimiter, quote }: ReadableSpecification,
  fileName: string,
): Promise<Matrix> {
  const splitter = new RecordSplitter({ delimiter, quote });
  const rows: SourceRow[] = [];
  let size = 0;
  for await (const piece of decodeStream(chunks, encoding)) {
    size += piece.length;
    if (size > MOST_CHARACTERS) throw new Failure('import.too-large', { file: fileName });
    for (const row of splitter.push(piece)) rows.push(row);
  }
  rows.push(...splitter.end());
  const found = rows.some(({ problem }) => problem !== null) ? null : asMatrix(rows, true);
  if (found === null) throw new Failure('import.not-a-table', { file: fileName });
  return found;
}

const PHONE = /^\+?[\d\s()-]{9,19}$/;
const IBAN = /^[A-Z]{2}\d{2}[\dA-Z\s]{11,34}$/i;

/** Names that are numbers of phones or accounts are those; others are people, for a person to change. */
function planOf(rows: readonly (readonly string[])[]): FixedPlan {
  const names = rows.flatMap(([from = '', to = '']) => [from, to]);
  const are = (pattern: RegExp): boolean => names.length > 0 && names.every((name) => pattern.test(name));
  const entity = (name: 'from' | 'to'): FixedPlan['entities'][number] => {
    const value = { columns: [name] };
    const shared = { name, properties: {}, required: true };
    if (are(PHONE)) return { ...shared, type: 'phone', identifiers: [{ kind: 'phone', value }] };
    if (are(IBAN)) return { ...shared, type: 'bank_account', identifiers: [{ kind: 'iban', value }] };
    return { ...shared, type: 'person', identifiers: [], label: value };
  };
  const properties = { value: { columns: ['value'] } };
  return {
    entities: [entity('from'), entity('to')],
    links: [{ from: 'from', to: 'to', type: 'other', strength: 'unconfirmed' }],
    events: [{ ...NO_EVENT, type: 'other', from: 'from', to: 'to', properties }],
    fields: are(PHONE) ? { from: 'caller', to: 'called' } : {},
  };
}
