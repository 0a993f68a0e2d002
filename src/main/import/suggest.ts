import { parse } from 'node:path';
import { type ImportSpecification, NO_EVENT } from '../../contract/import.ts';
import type { Sentence } from '../../contract/terms.ts';
import { UNGRADED } from '../../core/evidence/grading.ts';
import { Failure } from '../../core/result.ts';
import { type DateOrder, detectDateOrder } from '../../core/time/index.ts';
import { type ColumnGuess, guessColumns } from './guess-columns.ts';
import { guessCountry } from './guess-country.ts';
import { orderOfHeaders, zoneOfHeaders } from './header-clock.ts';
import { compileMapping, type RowMapper } from './mapping.ts';
import { type FixedPlan, readerOf, type SampleTable, type SourceRow } from './readers/index.ts';
import { decimalMarkOf, readTitles, withMoney } from './suggest-money.ts';
import { Columns, type TablePlan } from './suggest-parts.ts';
import { statements, withoutBalances } from './suggest-statements.ts';
import { TABLE_KINDS } from './suggest-tables.ts';

export interface Suggestion {
  readonly specification: ImportSpecification;
  readonly columns: readonly ColumnGuess[];
  readonly quality: number;
  readonly from: 'headers' | 'none';
  readonly ambiguousDates: boolean;
  /** Columns the order of day and month was read from. */
  readonly dateColumns: readonly string[];
  /** Where the country comes from; null where the file needs none. */
  readonly whyCountry: Sentence | null;
}

/** A specification for a file nobody described yet, from its headers and values. Everything in it can be changed. */
export function suggest(table: SampleTable, timeZone: string): Suggestion {
  const fixed = readerOf(table.format)?.plan?.(table) ?? null;
  const guesses = fixed === null ? guessColumns(table.columns, table.rows) : fixedGuesses(table, fixed);
  const columns = new Columns(guesses, table.rows, readTitles(table.above ?? []));
  const dates = guesses.filter(({ field }) => field === 'start' || field === 'date' || field === 'end');
  const order = dateOrderOf(dates, columns);
  const { country, why } = guessCountry(
    PHONE_FIELDS.flatMap((field) => columns.examples(field)),
    columns.examples('plate'),
    timeZone,
  );
  const kind = fixed === null ? (TABLE_KINDS.find((one) => one.matches(columns)) ?? null) : null;
  const title = parse(table.fileName).name;
  const rowFilter = kind === statements ? withoutBalances(columns) : null;
  const { entities, links, events } = fixed ?? kind?.plan(columns, title) ?? genericPlan(columns);
  const specification: ImportSpecification = {
    id: null,
    name: title,
    format: table.format,
    ...(table.part === undefined ? {} : { part: table.part }),
    encoding: table.encoding,
    delimiter: table.delimiter,
    quote: table.quote,
    headerRow: table.headerRow,
    columns: [...table.columns],
    timeZone: fixed?.timeZone ?? zoneOfHeaders(dates.map(({ column }) => column)) ?? timeZone,
    dateOrder: order.order,
    decimalMark: decimalMarkOf(AMOUNT_FIELDS.flatMap((field) => columns.examples(field))),
    country,
    entities: [...entities],
    links: [...links],
    events: [...events],
    ...(rowFilter === null ? {} : { rowFilter }),
    grade: { ...UNGRADED },
    marking: { level: 'restricted', handling: ['H1'] },
    originator: '',
    recipients: [],
  };
  const isKnown = kind !== null || fixed !== null;
  const priced = isKnown ? withMoney(specification, columns) : specification;
  return {
    specification: priced,
    columns: guesses,
    quality: isKnown ? qualityOf(priced, table, fixed === null ? guesses : []) : 0,
    from: isKnown ? 'headers' : 'none',
    ambiguousDates: order.ambiguous,
    dateColumns: dates.map(({ column }) => column),
    whyCountry: why,
  };
}

/** What a head states settles what the values leave open. */
function dateOrderOf(
  dates: readonly ColumnGuess[],
  columns: Columns,
): { order: DateOrder; ambiguous: boolean } {
  const found = detectDateOrder(dates.length > 0 ? dates.flatMap(examplesOf) : columns.examples('birthDate'));
  const stated = found.ambiguous ? orderOfHeaders(dates.map(({ column }) => column)) : null;
  return stated === null ? found : { order: stated, ambiguous: false };
}

function fixedGuesses({ columns, rows }: SampleTable, { fields }: FixedPlan): ColumnGuess[] {
  return columns.map((column, at) => ({
    column,
    field: fields[column] ?? null,
    examples: [...new Set(rows.map((row) => row[at] ?? '').filter((cell) => cell !== ''))],
    again: null,
  }));
}

const AMOUNT_FIELDS = ['amount', 'debit', 'credit'] as const;
const PHONE_FIELDS = ['caller', 'called', 'phone'] as const;

const examplesOf = ({ examples }: ColumnGuess): string[] => [...examples];

/**
 * Share of the columns understood (all, where a standard fixes them: no guesses) times the share of the sample rows
 * that would be taken; a saved one alone gives 1.
 */
function qualityOf(
  specification: ImportSpecification,
  table: SampleTable,
  guesses: readonly ColumnGuess[],
): number {
  const mapper = compileMapping(specification, table.columns);
  const rows = table.rows.slice(0, 200);
  const taken = rows.filter((cells, at) => isTaken(mapper, { line: at, cells, problem: null })).length;
  const understood = guesses.filter(({ field }) => field !== null).length;
  const share = guesses.length === 0 ? 1 : (understood / guesses.length) * 0.5 + 0.5;
  return Math.round(Math.min(0.99, share * (taken / Math.max(1, rows.length))) * 100) / 100;
}

/** A file refused as a whole, for coordinates that are metres, is refused in words when it is tried. */
function isTaken(mapper: RowMapper, row: SourceRow): boolean {
  try {
    return mapper(row).draft !== null;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** Nothing recognised: every row is one event of no known kind with all its columns, for a person to map. */
function genericPlan(columns: Columns): TablePlan {
  const start = columns.start();
  return {
    entities: [],
    links: [],
    events: [{ ...NO_EVENT, type: 'other', start, properties: columns.rest() }],
  };
}
