import type { ImportSpecification, ValueSource } from '../../contract/import.ts';
import type { ColumnGuess } from './guess-columns.ts';
import type { ColumnField } from './header-words.ts';

export type EntityMapping = ImportSpecification['entities'][number];
export type TablePlan = Pick<ImportSpecification, 'entities' | 'links' | 'events'>;

/** One kind of table the program recognises: when it is one, and what it becomes. */
export interface TableKind {
  readonly name: string;
  matches(columns: Columns): boolean;
  plan(columns: Columns, fileTitle: string): TablePlan;
}

export interface Titles {
  readonly account: string | null;
  readonly currency: string | null;
}

/** A sheet keeps a day as its midnight, which stands before the time of its own column. */
const MIDNIGHTS = [
  { from: ' 00:00:00 ', to: ' ' },
  { from: ' 0:00:00 ', to: ' ' },
  { from: ' 00:00 ', to: ' ' },
] as const;

/** The recognised columns of one file, as values a specification can use. */
export class Columns {
  readonly #byField = new Map<ColumnField, ColumnGuess>();
  readonly used = new Set<string>();
  readonly guesses: readonly ColumnGuess[];
  /** What the lines above the head of the table say of all its rows. */
  readonly titles: Titles;
  readonly #rows: readonly (readonly string[])[];

  constructor(
    guesses: readonly ColumnGuess[],
    rows: readonly (readonly string[])[] = [],
    titles: Titles = { account: null, currency: null },
  ) {
    this.guesses = guesses;
    this.#rows = rows;
    this.titles = titles;
    for (const guess of guesses) if (guess.field !== null) this.#byField.set(guess.field, guess);
  }

  has(...fields: ColumnField[]): boolean {
    return fields.every((field) => this.#byField.has(field));
  }

  examples(field: ColumnField): readonly string[] {
    return this.#byField.get(field)?.examples ?? [];
  }

  /** What stands in a column row by row; nothing where the file has no such column. */
  cells(field: ColumnField): readonly string[] {
    const at = this.guesses.findIndex((guess) => guess.field === field);
    return at < 0 ? [] : this.#rows.map((row) => (row[at] ?? '').trim());
  }

  /** Value of one column; null where the file has no such column. */
  value(field: ColumnField): ValueSource | null {
    const guess = this.#byField.get(field);
    if (guess === undefined) return null;
    this.used.add(guess.column);
    return { columns: [guess.column] };
  }

  /** Every column of a kind that a file may have several of: the first, and those like it. */
  all(field: ColumnField): ValueSource[] {
    const first = this.value(field);
    const others = this.guesses.filter(({ again }) => again === field).map(({ column }) => column);
    for (const column of others) this.used.add(column);
    return [...(first === null ? [] : [first]), ...others.map((column) => ({ columns: [column] }))];
  }

  /** Columns that are there, joined by a blank. */
  joined(...fields: ColumnField[]): ValueSource | null {
    const columns = fields.flatMap((field) => this.value(field)?.columns ?? []);
    if (columns.length === 0) return null;
    return columns.length === 1 ? { columns } : { columns, joiner: ' ' };
  }

  start(): ValueSource | null {
    if (this.has('start')) return this.value('start');
    const joined = this.joined('date', 'time');
    return joined === null || joined.columns.length < 2 ? joined : { ...joined, replace: [...MIDNIGHTS] };
  }

  /** Every column of these fields that is there, by property name. */
  properties(fields: Readonly<Partial<Record<ColumnField, string>>>): Record<string, ValueSource> {
    const found: Record<string, ValueSource> = {};
    for (const [field, name] of Object.entries(fields)) {
      const value = this.value(field as ColumnField);
      if (value !== null) found[name] = value;
    }
    return found;
  }

  /** Columns nobody used yet, kept as properties under their own names so that nothing of a row is lost. */
  rest(): Record<string, ValueSource> {
    const found: Record<string, ValueSource> = {};
    for (const { column } of this.guesses) {
      if (!this.used.has(column)) found[column] = { columns: [column] };
    }
    return found;
  }
}

export function identified(
  name: string,
  type: EntityMapping['type'],
  kind: string,
  value: ValueSource,
  required: boolean,
): EntityMapping {
  return { name, type, identifiers: [{ kind, value }], properties: {}, required };
}

export function hasPosition(columns: Columns): boolean {
  return columns.has('latitude', 'longitude') || columns.has('coordinates');
}

export function position(columns: Columns): { latitude: ValueSource | null; longitude: ValueSource | null } {
  if (columns.has('latitude', 'longitude'))
    return { latitude: columns.value('latitude'), longitude: columns.value('longitude') };
  const both = columns.value('coordinates');
  return { latitude: both, longitude: both };
}

/** A cell by the numbers that tell it from others: its own repeats in every location area and network. */
export function cellOf(columns: Columns): ValueSource | null {
  if (!columns.examples('cell').every((one) => /^[\da-f]+$/i.test(one))) return columns.value('cell');
  const cell = columns.has('cell') ? columns.joined('mcc', 'mnc', 'lac', 'cell') : null;
  return cell === null || cell.columns.length < 2 ? cell : { ...cell, joiner: '-' };
}
