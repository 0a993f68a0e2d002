import { extname, parse } from 'node:path';
import type { ImportFormat } from '../../../../contract/import.ts';
import type { ByteSource } from '../../files.ts';
import { gather } from '../gather.ts';
import type { FixedPlan, ReadableSpecification, Reader, SampleTable, SourceRow } from '../reader.ts';
import { languageOf } from './language.ts';
import { cleanText, type DocumentText, pagesOf } from './pages.ts';

export const DOCUMENT_COLUMNS = [
  'title',
  'author',
  'created',
  'modified',
  'language',
  'pages',
  'page',
  'text',
] as const;
const SHOWN_CHARACTERS = 400;
const ROWS_AT_ONCE = 50;

/** What one document format knows that the others do not. */
export interface DocumentFormat {
  readonly format: ImportFormat;
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** How sure the bytes make it; the name alone never makes it sure. */
  sureness(sample: Uint8Array, fileName: string): number;
  open(bytes: Uint8Array, encoding: string, fileName: string): Promise<DocumentText>;
  /** Recognises the encoding where the format does not say it. */
  encodingOf?(sample: Uint8Array): string;
}

/** A document is one entity; each page of its text is a row. */
export function documentReader(kind: DocumentFormat): Reader {
  const { format, extensions, mediaType } = kind;
  return {
    format,
    extensions,
    mediaType,
    sniff(sample, fileName) {
      const confidence = kind.sureness(sample, fileName);
      const isByName = confidence <= 0.3 && extensions.includes(extname(fileName).toLowerCase());
      return { confidence, why: isByName ? 'name' : 'content' };
    },
    read: async (chunks, specification, fileName) => {
      const opened = await open(kind, await gather(chunks, fileName), specification.encoding, fileName);
      return { columns: DOCUMENT_COLUMNS, batches: inBatches(await rowsOf(opened, fileName)) };
    },
    look: (source, reading) => lookAtDocument(kind, source, reading.encoding),
    plan: () => PLAN,
  };
}

async function open(
  kind: DocumentFormat,
  bytes: Uint8Array,
  encoding: string,
  fileName: string,
): Promise<DocumentText> {
  const found = await kind.open(bytes, encoding, fileName);
  return { ...found, pages: found.pages.map(cleanText) };
}

async function rowsOf(found: DocumentText, fileName: string): Promise<SourceRow[]> {
  const line = (text: string): string => cleanText(text).replace(/\s+/g, ' ');
  const head = [
    line(found.title) || parse(fileName).name,
    line(found.author),
    line(found.created),
    line(found.modified),
    await languageOf(found.pages),
    found.isPaged ? String(found.pages.length) : found.pageCount,
  ];
  return pagesOf(found).map(({ number, text, isTooMuch }, at) => ({
    line: at + 1,
    cells: isTooMuch ? [] : [...head, String(number), text],
    problem: isTooMuch ? { code: 'text-too-long', raw: text.slice(0, SHOWN_CHARACTERS) } : null,
  }));
}

async function* inBatches(rows: readonly SourceRow[]): AsyncGenerator<readonly SourceRow[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

/** The texts are cut for showing: a page may be as long as a book. */
async function lookAtDocument(
  kind: DocumentFormat,
  source: ByteSource,
  stated: string | undefined,
): Promise<SampleTable> {
  const encoding = stated ?? kind.encodingOf?.(await source.sample()) ?? 'utf-8';
  const opened = await open(kind, await gather(source.chunks(), source.name), encoding, source.name);
  const rows = await rowsOf(opened, source.name);
  const settings: ReadableSpecification = { encoding, delimiter: '', quote: '', headerRow: 0, columns: [] };
  return {
    ...settings,
    fileName: source.name,
    format: kind.format,
    columns: [...DOCUMENT_COLUMNS],
    rows: rows
      .filter(({ problem }) => problem === null)
      .map(({ cells }) => cells.map((cell) => cell.slice(0, SHOWN_CHARACTERS))),
    estimatedRows: rows.length,
    remarks: remarksOf(opened, rows),
  };
}

function remarksOf({ pages }: DocumentText, rows: readonly SourceRow[]): NonNullable<SampleTable['remarks']> {
  const counts = {
    noText: pages.filter((page) => page === '').length,
    unreadableSigns: pages.reduce((sum, page) => sum + (page.match(/□/g)?.length ?? 0), 0),
    textTooLong: rows.filter(({ problem }) => problem !== null).length,
  };
  return Object.entries(counts).flatMap(([code, count]) =>
    count === 0 ? [] : [{ code, params: { count } }],
  );
}

const column = (name: (typeof DOCUMENT_COLUMNS)[number]) => ({ columns: [name] });
const PLAN: FixedPlan = {
  entities: [
    {
      name: 'document',
      type: 'document',
      key: { columns: [], constant: 'document' },
      identifiers: [],
      label: column('title'),
      properties: {
        author: column('author'),
        created: column('created'),
        modified: column('modified'),
        language: column('language'),
        pages: column('pages'),
      },
      text: { value: column('text'), page: column('page') },
      required: true,
    },
  ],
  links: [],
  events: [],
  fields: {},
};
