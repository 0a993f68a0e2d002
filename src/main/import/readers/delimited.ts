import { extname } from 'node:path';
import { Failure } from '../../../core/result.ts';
import { decodeSample, decodeStream, detectEncoding } from '../encoding.ts';
import { rememberedOfBytes } from '../of-bytes.ts';
import { lookAtTable } from './delimited-look.ts';
import { columnNames, detectDialect, hasHeader, requireTableRow } from './dialect.ts';
import { ownExportPlan } from './own-export.ts';
import type { ReadableSpecification, Reader, RowStream, SourceRow } from './reader.ts';
import { RecordSplitter } from './record-splitter.ts';

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gzip', [0x1f, 0x8b]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

const LOOKED_AT = 65_536;

export const delimited: Reader = {
  format: 'delimited',
  extensions: ['.csv', '.tsv', '.txt', '.tab', '.dat'],
  mediaType: 'text/csv',
  look: lookAtTable,
  plan: ({ columns }) => ownExportPlan(columns),
  sniff(sample, fileName) {
    if (isBinary(sample)) return { confidence: 0, why: 'binary' };
    const text = decodeSample(sample, detectEncoding(sample).encoding);
    if (/^\s*(<[?!a-z]|\{\s*"|\[\s*[{\]])/i.test(text)) return { confidence: 0, why: 'notTable' };
    const dialect = detectDialect(text);
    const byName = this.extensions.includes(extname(fileName).toLowerCase());
    if (dialect.confidence === 0)
      return { confidence: byName ? 0.3 : 0, why: byName ? 'oneColumn' : 'notTable' };
    return { confidence: Math.min(1, dialect.confidence + (byName ? 0.1 : 0)), why: 'delimited' };
  },
  async read(chunks, specification, fileName) {
    if (specification.delimiter === '') throw new Failure('import.not-a-table', { file: fileName });
    const batches = splitStream(await notBinary(chunks, fileName), specification);
    return withColumns(batches, specification, fileName);
  },
};

/** Whether the bytes are no text at all: a known signature, or control characters no table has. */
export const isBinary: (sample: Uint8Array) => boolean = rememberedOfBytes(areNoText);

function areNoText(sample: Uint8Array): boolean {
  if (SIGNATURES.some(([, bytes]) => bytes.every((byte, at) => sample[at] === byte))) return true;
  const written = withoutBlankTail(sample);
  if (written.length === 0) return sample.length > 0;
  const { encoding } = detectEncoding(written);
  const text = decodeSample(written.subarray(0, LOOKED_AT), encoding);
  let strange = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0 || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26))
      strange += 1;
  }
  return strange > Math.max(2, text.length / 1000);
}

/** A copy that was cut off ends in zeros; what stands before them is still a table. */
function withoutBlankTail(sample: Uint8Array): Uint8Array {
  let end = sample.length;
  while (end > 0 && sample[end - 1] === 0) end -= 1;
  const isWide = sample.length - end === 1 && end % 2 === 1;
  return sample.subarray(0, isWide ? end + 1 : end);
}

/** Looks at the beginning also where a specification was given and nobody inspected the file. */
async function notBinary(
  chunks: AsyncIterable<Uint8Array>,
  fileName: string,
): Promise<AsyncIterable<Uint8Array>> {
  const pieces = chunks[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done !== true && isBinary(first.value.subarray(0, LOOKED_AT))) {
    await pieces.return?.();
    throw new Failure('import.not-a-table', { file: fileName });
  }
  return joined(first, pieces);
}

async function* joined(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* splitStream(
  chunks: AsyncIterable<Uint8Array>,
  specification: ReadableSpecification,
): AsyncGenerator<readonly SourceRow[]> {
  const splitter = new RecordSplitter(specification);
  for await (const piece of decodeStream(chunks, specification.encoding)) yield splitter.push(piece);
  yield splitter.end();
}

/** Takes the header row off the front. `headerRow` counts rows that are not blank, from 0. */
async function withColumns(
  batches: AsyncGenerator<readonly SourceRow[]>,
  specification: ReadableSpecification,
  fileName: string,
): Promise<RowStream> {
  if (!hasHeader(specification.columns)) return { columns: specification.columns, batches };
  const held: SourceRow[] = [];
  while (held.length <= specification.headerRow) {
    const next = await batches.next();
    if (next.done) throw new Failure('import.no-rows', { file: fileName });
    held.push(...next.value);
  }
  const header = held[specification.headerRow];
  if (header === undefined || header.problem !== null)
    throw new Failure('import.no-header', { file: fileName });
  requireTableRow(header.cells, fileName);
  return {
    columns: columnNames(header.cells),
    batches: followedBy(held.slice(specification.headerRow + 1), batches),
  };
}

async function* followedBy(
  first: readonly SourceRow[],
  rest: AsyncIterable<readonly SourceRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  yield first;
  yield* rest;
}
