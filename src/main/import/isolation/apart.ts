import type { ReadingChoice } from '../../../contract/import.ts';
import { Failure } from '../../../core/result.ts';
import type { ByteSource } from '../files.ts';
import type { ReadableSpecification, Reader, RowStream, SampleTable, SourceRow } from '../readers/reader.ts';
import { READER_LIMITS, type ReaderLimits, ReaderThread, type ThreadBytes } from './reader-thread.ts';

/** Our own code, which streams and never holds more than a row: it keeps the speed of the engine's thread. */
const IN_ENGINE = new Set(['delimited', 'gpx']);
const QUIET = async (): Promise<void> => undefined;

/** The bytes of one reading and how a person's cancel comes through: `breathe` throws then. */
export interface Reading {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly specification: ReadableSpecification;
  readonly breathe?: () => Promise<void>;
}

/**
 * Rows of a file for as long as `work` runs. Every format but the two of the engine is read in a thread of its own with
 * limits, which ends with `work`, however that ends. Failures: those of the reader and of `work`, import.reader-stuck,
 * import.reader-crashed, import.reader-too-big.
 */
export async function withRows<T>(
  reader: Reader,
  reading: Reading,
  work: (rows: RowStream) => Promise<T>,
): Promise<T> {
  if (IN_ENGINE.has(reader.format))
    return work(await reader.read(reading.chunks, reading.specification, reading.name));
  return withRowsApart(reader, reading, work);
}

export async function withRowsApart<T>(
  reader: Pick<Reader, 'format'>,
  { name, chunks, specification, breathe = QUIET }: Reading,
  work: (rows: RowStream) => Promise<T>,
  limits: ReaderLimits = READER_LIMITS,
): Promise<T> {
  const bytes: ThreadBytes = { name, sample: async () => new Uint8Array(), reading: () => chunks };
  const task = { kind: 'read', format: reader.format, name, specification } as const;
  const thread = new ReaderThread(task, bytes, limits, breathe);
  try {
    const first = await thread.next();
    if (first.kind !== 'columns') throw new Failure('import.reader-crashed', { file: name });
    return await work({ columns: first.columns, batches: batchesOf(thread) });
  } finally {
    await thread.close();
  }
}

async function* batchesOf(thread: ReaderThread): AsyncGenerator<readonly SourceRow[]> {
  for (let news = await thread.next(); news.kind === 'rows'; news = await thread.next()) yield news.rows;
}

/** `look` of a reader that has one of its own, in a thread where the format asks for one. Failures as above. */
export async function lookIn(
  reader: Reader & { look: NonNullable<Reader['look']> },
  source: ByteSource,
  reading: ReadingChoice,
): Promise<SampleTable> {
  if (IN_ENGINE.has(reader.format)) return reader.look(source, reading);
  return lookApart(reader, source, reading);
}

export async function lookApart(
  reader: Pick<Reader, 'format'>,
  source: ByteSource,
  reading: ReadingChoice,
  limits: ReaderLimits = READER_LIMITS,
): Promise<SampleTable> {
  const { name, size } = source;
  const bytes: ThreadBytes = { name, sample: () => source.sample(), reading: () => source.chunks() };
  const thread = new ReaderThread(
    { kind: 'look', format: reader.format, name, size, reading },
    bytes,
    limits,
    QUIET,
  );
  try {
    const news = await thread.next();
    if (news.kind !== 'table') throw new Failure('import.reader-crashed', { file: name });
    return news.table;
  } finally {
    await thread.close();
  }
}
