import type { ImportSpecification } from '../../contract/import.ts';
import type { Sentence } from '../../contract/terms.ts';
import { type DateOrder, detectDateOrder, timeReader } from '../../core/time/index.ts';
import type { ByteSource } from './files.ts';
import { type Reader, readerOf } from './readers/index.ts';

export interface DateEvidence {
  readonly order: DateOrder;
  readonly ambiguous: boolean;
  readonly remark: Sentence;
}

interface Spans {
  count: number;
  example: string;
  readonly dayFirst: [number, number];
  readonly monthFirst: [number, number];
}

/**
 * Reads the whole file for the order of day and month where its beginning left it open. The first value that fits only
 * one order decides; where none does a person is shown both spans of time and asked once.
 */
export async function dateEvidence(
  source: ByteSource,
  specification: ImportSpecification,
  columns: readonly string[],
  breathe: () => Promise<void>,
): Promise<DateEvidence | null> {
  const reader: Reader | null = readerOf(specification.format);
  if (reader === null || columns.length === 0) return null;
  const stream = await reader.read(source.chunks(), specification, source.name);
  const indexes = columns.map((name) => stream.columns.indexOf(name)).filter((at) => at >= 0);
  const spans = new Map(indexes.map((at) => [at, emptySpans()]));
  for await (const batch of stream.batches) {
    for (const { cells, line } of batch) {
      for (const [at, seen] of spans) {
        const cell = (cells[at] ?? '').trim();
        const order = cell === '' ? null : settles(cell, seen);
        if (order !== null) return decided(order, stream.columns[at] ?? '', cell, line);
      }
    }
    await breathe();
  }
  const [first] = [...spans].filter(([, { count }]) => count > 0);
  return first === undefined ? null : open(stream.columns[first[0]] ?? '', first[1]);
}

/** The only order a value fits; null where it fits both, is no date, or names its year first. */
function settles(cell: string, seen: Spans): DateOrder | null {
  const { dates, ambiguous, order } = detectDateOrder([cell]);
  if (dates === 0) return null;
  if (ambiguous) widen(seen, cell);
  return ambiguous || order === 'iso' ? null : order;
}

function decided(order: DateOrder, column: string, example: string, line: number): DateEvidence {
  return {
    order,
    ambiguous: false,
    remark: { key: 'import:remark.datesDecided', params: { column, example, line } },
  };
}

function open(column: string, { count, example, dayFirst, monthFirst }: Spans): DateEvidence {
  const [dayFirstFrom, dayFirstTo] = dayFirst.map(day) as [string, string];
  const [monthFirstFrom, monthFirstTo] = monthFirst.map(day) as [string, string];
  const params = { column, count, example, dayFirstFrom, dayFirstTo, monthFirstFrom, monthFirstTo };
  return { order: 'dmy', ambiguous: true, remark: { key: 'import:remark.datesAmbiguous', params } };
}

function emptySpans(): Spans {
  const nothing = (): [number, number] => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { count: 0, example: '', dayFirst: nothing(), monthFirst: nothing() };
}

const readDayFirst = timeReader('dmy', 'UTC');
const readMonthFirst = timeReader('mdy', 'UTC');

function widen(spans: Spans, cell: string): void {
  spans.count += 1;
  if (spans.example === '') spans.example = cell;
  for (const [span, reading] of [
    [spans.dayFirst, readDayFirst(cell)],
    [spans.monthFirst, readMonthFirst(cell)],
  ] as const) {
    if (reading === null) continue;
    span[0] = Math.min(span[0], reading.at);
    span[1] = Math.max(span[1], reading.at);
  }
}

function day(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '–';
}
