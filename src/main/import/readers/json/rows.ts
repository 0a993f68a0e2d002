import { Failure } from '../../../../core/result.ts';
import type { RowStream, SourceRow } from '../reader.ts';
import { flatten, isRecord, parseExact } from './flatten.ts';
import type { JsonItem } from './items.ts';

/** Objects whose keys become the columns; a key met only behind them is kept in the last column. */
const HELD = 5000;
const MOST_COLUMNS = 2000;
const SHOWN = 2000;

interface Flat {
  readonly line: number;
  readonly values: Map<string, string> | null;
  readonly raw: string;
}

/** A table from objects; failure import.no-rows where there is none, import.first-row-too-long. */
export async function tableOf(
  items: AsyncIterable<readonly JsonItem[]>,
  lineOf: (item: JsonItem) => number,
  fileName: string,
): Promise<RowStream> {
  const rest = items[Symbol.asyncIterator]();
  const held: Flat[] = [];
  let isWhole = false;
  while (held.length <= HELD && !isWhole) {
    const next = await rest.next();
    if (next.done === true) isWhole = true;
    else held.push(...next.value.map((item) => flat(item, lineOf)));
  }
  const columns = columnsOf(held.slice(0, HELD));
  if (columns.length === 0) throw new Failure('import.no-rows', { file: fileName });
  if (columns.length > MOST_COLUMNS) throw new Failure('import.first-row-too-long', { file: fileName });
  const others = isWhole ? null : freeName(columns);
  const names = others === null ? columns : [...columns, others];
  return { columns: names, batches: rows(held, rest, columns, others !== null, lineOf) };
}

function flat(item: JsonItem, lineOf: (item: JsonItem) => number): Flat {
  const value = parseExact(item.text);
  return {
    line: lineOf(item),
    values: isRecord(value) ? flatten(value) : null,
    raw: item.text.slice(0, SHOWN),
  };
}

function columnsOf(held: readonly Flat[]): string[] {
  const found = new Set<string>();
  for (const { values } of held) for (const name of values?.keys() ?? []) found.add(name);
  return [...found];
}

function freeName(columns: readonly string[]): string {
  let name = '…';
  while (columns.includes(name)) name += '…';
  return name;
}

async function* rows(
  held: readonly Flat[],
  rest: AsyncIterator<readonly JsonItem[]>,
  columns: readonly string[],
  hasOthers: boolean,
  lineOf: (item: JsonItem) => number,
): AsyncGenerator<readonly SourceRow[]> {
  const known = new Set(columns);
  const made = ({ line, values, raw }: Flat): SourceRow => {
    if (values === null) return { line, cells: [], problem: { code: 'item-broken', raw } };
    const cells = columns.map((name) => values.get(name) ?? '');
    return { line, cells: hasOthers ? [...cells, othersOf(values, known)] : cells, problem: null };
  };
  try {
    yield held.map(made);
    for (let next = await rest.next(); next.done !== true; next = await rest.next())
      yield next.value.map((item) => made(flat(item, lineOf)));
  } finally {
    await rest.return?.();
  }
}

function othersOf(values: ReadonlyMap<string, string>, known: ReadonlySet<string>): string {
  const others = [...values].filter(([name]) => !known.has(name));
  return others.length === 0 ? '' : JSON.stringify(Object.fromEntries(others));
}
