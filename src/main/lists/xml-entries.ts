import { Failure } from '../../core/result.ts';
import type { ByteSource } from '../import/files.ts';
import { LOOKED_AT } from '../import/look.ts';
import type { RowStream, SourceRow } from '../import/readers/index.ts';
import { type XmlVisitor, xmlRows } from '../import/readers/xml-rows.ts';
import type { ListTable } from './list-table.ts';

const ENCODING = 'utf-8';
/** Elements a file may hold above its entries. */
const DEEPEST_ENTRY = 4;
const MOST_PATHS = 5000;
const UNWATCHED = async (): Promise<void> => undefined;

/** XML by its first letters; pages of the web are none. */
export function looksLikeXml(sample: Uint8Array): boolean {
  const start = Buffer.from(sample.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return (
    /^<(\?xml|[\p{L}_])/iu.test(start) &&
    !/^<(!doctype html|html)/i.test(start.replace(/^<\?xml[^>]*>\s*/i, ''))
  );
}

/** Which of several elements an entry was, where a list has more than one kind: people and organisations. */
const ELEMENT = 'element';

interface Shape {
  /** Paths of the elements that are entries; all of one depth. */
  readonly entries: ReadonlySet<string>;
  readonly depth: number;
  readonly columns: readonly string[];
}

interface Seen {
  readonly counts: ReadonlyMap<string, number>;
  /** Paths with a text or an attribute. */
  readonly values: ReadonlySet<string>;
}

/** Failure lists.not-a-table where every element is called differently: such a file has no columns. */
async function seenIn(source: ByteSource, breathe: () => Promise<void>): Promise<Seen> {
  const counts = new Map<string, number>();
  const values = new Set<string>();
  const path: string[] = [];
  const visitor: XmlVisitor = {
    open(tag, attributes) {
      path.push(tag);
      const here = path.join('/');
      counts.set(here, (counts.get(here) ?? 0) + 1);
      for (const name of Object.keys(attributes)) if (!isNamespace(name)) values.add(`${here}/@${name}`);
    },
    close(_, text) {
      if (text !== '') values.add(path.join('/'));
      path.pop();
    },
  };
  for await (const _ of xmlRows(source.chunks(), ENCODING, source.name, [], visitor)) {
    if (counts.size + values.size > MOST_PATHS) throw new Failure('lists.not-a-table', { file: source.name });
    await breathe();
  }
  return { counts, values };
}

/**
 * What repeats is an entry: of the elements that hold others and stand more than once those nearest to the root.
 * Columns are the paths below them, attributes by `@`. Failure lists.not-a-table.
 */
async function shapeOf(
  source: ByteSource,
  breathe: () => Promise<void>,
): Promise<Shape & { readonly rows: number }> {
  const { counts, values } = await seenIn(source, breathe);
  const holders = new Set([...values].map((one) => one.slice(0, one.lastIndexOf('/'))));
  const isHolder = (path: string): boolean =>
    [...holders].some((one) => one === path || one.startsWith(`${path}/`));
  const found = [...counts]
    .map(([path, count]) => ({ path, count, depth: path.split('/').length }))
    .filter(({ path, count, depth }) => depth > 1 && depth <= DEEPEST_ENTRY && count > 1 && isHolder(path));
  const depth = Math.min(...found.map((one) => one.depth));
  const chosen = found.filter((one) => one.depth === depth);
  if (chosen.length === 0) throw new Failure('lists.not-a-table', { file: source.name });
  const entries = new Set(chosen.map(({ path }) => path));
  const below = [...values].flatMap((one) => {
    const parts = one.split('/');
    return entries.has(parts.slice(0, depth).join('/')) ? [parts.slice(depth).join('/')] : [];
  });
  const columns = [
    ...new Set([...(entries.size > 1 ? [ELEMENT] : []), ...below.filter((one) => one !== '')]),
  ];
  return { entries, depth, columns, rows: chosen.reduce((sum, { count }) => sum + count, 0) };
}

function isNamespace(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:') || name.startsWith('xsi:');
}

/** Gathers the cells of one entry after the other; what stands several times in one entry is joined by semicolons. */
function entryVisitor({ entries, depth, columns }: Shape, rows: SourceRow[]): XmlVisitor {
  const at = new Map(columns.map((column, index) => [column, index]));
  const path: string[] = [];
  let cells: string[] | null = null;
  let line = 0;
  const put = (column: string, text: string): void => {
    const index = at.get(column);
    if (cells === null || index === undefined || text === '') return;
    const before = cells[index] ?? '';
    cells[index] = before === '' ? text : `${before}; ${text}`;
  };
  const isEntry = (): boolean => path.length === depth && entries.has(path.join('/'));
  return {
    open(tag, attributes, startLine) {
      path.push(tag);
      if (isEntry()) {
        cells = columns.map(() => '');
        line = startLine;
        put(ELEMENT, tag);
      }
      const below = path
        .slice(depth)
        .map((part) => `${part}/`)
        .join('');
      for (const [name, value] of Object.entries(attributes)) put(`${below}@${name}`, value.trim());
    },
    close(_, text) {
      put(path.slice(depth).join('/'), text);
      if (isEntry() && cells !== null) {
        rows.push({ line, cells, problem: null });
        cells = null;
      }
      path.pop();
    },
  };
}

/** The entries of an XML file, read twice: once for its shape, once for its rows. Failures: lists.not-a-table, import.xml-broken. */
export async function xmlEntries(source: ByteSource, breathe: () => Promise<void>): Promise<RowStream> {
  const shape = await shapeOf(source, breathe);
  const rows: SourceRow[] = [];
  const batches = xmlRows(source.chunks(), ENCODING, source.name, rows, entryVisitor(shape, rows));
  return { columns: shape.columns, batches };
}

/** Columns and first rows for choosing what is what. */
export async function xmlLook(source: ByteSource): Promise<ListTable> {
  const shape = await shapeOf(source, UNWATCHED);
  const rows: SourceRow[] = [];
  const seen: string[][] = [];
  for await (const batch of xmlRows(
    source.chunks(),
    ENCODING,
    source.name,
    rows,
    entryVisitor(shape, rows),
  )) {
    seen.push(...batch.map(({ cells }) => [...cells]));
    if (seen.length >= LOOKED_AT) break;
  }
  return {
    fileName: source.name,
    format: 'xml',
    encoding: ENCODING,
    delimiter: '',
    quote: '',
    headerRow: 0,
    columns: [...shape.columns],
    rows: seen.slice(0, LOOKED_AT),
    estimatedRows: shape.rows,
  };
}
