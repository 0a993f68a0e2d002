import type { ReadingChoice } from '../../contract/import.ts';
import type { ListMapping } from '../../contract/lists.ts';
import { Failure } from '../../core/result.ts';
import type { ByteSource } from '../import/files.ts';
import { withRows } from '../import/isolation/apart.ts';
import { lookAt } from '../import/look.ts';
import { chooseReader, type RowStream, readerOf } from '../import/readers/index.ts';
import type { ListTable } from './list-table.ts';
import { looksLikeXml, xmlEntries, xmlLook } from './xml-entries.ts';

/** Formats that read an XML file as a text, where a list is meant. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'html', 'delimited', 'matrix']);

/** Columns and first rows of a list. Failure lists.not-a-table, and those of the readers. */
export async function lookAtList(source: ByteSource, reading: ReadingChoice): Promise<ListTable> {
  const sample = await source.sample();
  const { reader } = chooseReader(sample, source.name);
  const isPlain = reader === null || PLAIN.has(reader.format);
  if (isPlain && looksLikeXml(sample)) return xmlLook(source);
  if (reader === null) throw new Failure('lists.not-a-table', { file: source.name });
  return lookAt(reader, source, reading);
}

/** Rows of a list for as long as `work` runs. */
export async function withListRows<T>(
  source: ByteSource,
  mapping: ListMapping,
  breathe: () => Promise<void>,
  work: (rows: RowStream) => Promise<T>,
): Promise<T> {
  if (mapping.format === 'xml') return work(await xmlEntries(source, breathe));
  const reader = readerOf(mapping.format);
  if (reader === null) throw new Failure('lists.not-a-table', { file: source.name });
  return withRows(
    reader,
    { name: source.name, chunks: source.chunks(), specification: mapping, breathe },
    work,
  );
}
