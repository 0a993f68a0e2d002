import type { EventRow } from '../../contract/terms.ts';
import { decimalsOf } from '../../core/money.ts';
import type { TitleBlock } from '../workspace/index.ts';

const COLUMNS = [
  'start_utc',
  'source_text',
  'source_zone',
  'precision',
  'end_utc',
  'duration_seconds',
  'type',
  'from',
  'to',
  'amount',
  'currency',
  'place',
  'source',
  'row',
  'grade',
  'marking',
];

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
const line = (values: readonly (string | number | null)[]): string => `${values.map(cell).join(',')}\r\n`;
const instant = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/** Major units, as many decimals as the currency has. */
function amount({ amountMinor, currency }: EventRow): number | null {
  if (amountMinor === null || currency === null) return null;
  return amountMinor / 10 ** decimalsOf(currency);
}

/** What the table is and how it may be handled, then the names of its columns; a `#` begins each line of the first. */
export function csvHead(block: TitleBlock, notes: readonly string[]): string {
  const words = [block.marking, block.title, ...block.lines, ...notes];
  return `\uFEFF${words.map((text) => line([`# ${text}`])).join('')}${line(COLUMNS)}`;
}

/**
 * Events as CSV (RFC 4180), times in ISO 8601 UTC beside the source's own text; formulas are made harmless. Every row
 * carries the marking, because a row goes on without its table.
 */
export function eventsCsv(events: readonly EventRow[], marking: string): string {
  return events
    .map((event) =>
      line([
        instant(event.start),
        event.startText,
        event.zone,
        event.precision,
        instant(event.end),
        event.durationSeconds,
        event.type,
        event.fromLabel,
        event.toLabel,
        amount(event),
        event.currency,
        event.place,
        event.sourceReference,
        event.sourceRow,
        `${event.grade.source}${event.grade.information}`,
        marking,
      ]),
    )
    .join('');
}
