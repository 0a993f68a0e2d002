import type { ImportSpecification, Inspection } from '../../contract/import.ts';
import { type Place, placesOf, readPlace, writePlace } from './mapping/place.ts';

/** Delimiters with a name of their own; any other text can be typed. */
export const DELIMITERS = [',', ';', '\t', '|', ':', ' '] as const;
const NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ':': 'colon',
  ' ': 'space',
};

/** Name of a delimiter in the message catalogue; null for one without. */
export function delimiterName(delimiter: string): string | null {
  return NAMES[delimiter] ?? null;
}

/** How the file is read now; header row −1 = none. */
export type Reading = Pick<ImportSpecification, 'encoding' | 'delimiter' | 'quote' | 'headerRow'>;

export function readingOf({ suggested, hasHeader }: Inspection): Reading {
  const { encoding, delimiter, quote, headerRow } = suggested;
  return { encoding, delimiter, quote, headerRow: hasHeader ? headerRow : -1 };
}

const SETTINGS = [
  'id',
  'name',
  'timeZone',
  'dateOrder',
  'decimalMark',
  'country',
  'grade',
  'marking',
  'originator',
  'recipients',
] as const;
const MAPPING = ['entities', 'links', 'events'] as const;
type Key = (typeof SETTINGS)[number] | (typeof MAPPING)[number];

/** One file as a person works on it; `shelved` is a mapping she made for columns the file does not have now. */
export interface FileState {
  readonly inspection: Inspection;
  readonly specification: ImportSpecification;
  readonly shelved: ImportSpecification | null;
}

function differs(one: ImportSpecification, other: ImportSpecification, key: Key): boolean {
  return JSON.stringify(one[key]) !== JSON.stringify(other[key]);
}

function isMade({ specification, inspection }: FileState): boolean {
  return MAPPING.some((key) => differs(specification, inspection.suggested, key));
}

/** Whether the mapping a person made was put aside and nothing made in its place yet. */
export function isShelved(state: FileState): boolean {
  return state.shelved !== null && !isMade(state);
}

/**
 * The file after it was read again in another way. What a person changed stays, the rest is suggested anew. A mapping
 * she made is moved to the new columns: by position where there are as many, by name where all are still there;
 * otherwise it is put aside until a reading gives its columns again.
 */
export function readAgain(state: FileState, found: Inspection): FileState {
  const { specification, inspection } = state;
  const settings = pick(
    specification,
    SETTINGS.filter((key) => differs(specification, inspection.suggested, key)),
  );
  const fresh = { ...found.suggested, ...settings };
  const made = isMade(state) ? specification : state.shelved;
  if (made === null) return { inspection: found, specification: fresh, shelved: null };
  const moved = movedMapping(made, found.suggested.columns);
  return moved === null
    ? { inspection: found, specification: fresh, shelved: made }
    : { inspection: found, specification: { ...fresh, ...pick(moved, MAPPING) }, shelved: null };
}

function pick<K extends Key>(spec: ImportSpecification, keys: readonly K[]): Pick<ImportSpecification, K> {
  return Object.fromEntries(keys.map((key) => [key, spec[key]])) as Pick<ImportSpecification, K>;
}

function movedMapping(spec: ImportSpecification, columns: readonly string[]): ImportSpecification | null {
  const used = new Set(placesOf(spec).flatMap((place) => readPlace(spec, place)?.columns ?? []));
  if (spec.columns.length !== columns.length) {
    return [...used].every((column) => columns.includes(column)) ? spec : null;
  }
  const names = new Map(spec.columns.map((column, at) => [column, columns[at] ?? column]));
  return placesOf(spec).reduce((moved, place) => renamed(moved, place, names), spec);
}

function renamed(
  spec: ImportSpecification,
  place: Place,
  names: ReadonlyMap<string, string>,
): ImportSpecification {
  const value = readPlace(spec, place);
  if (value === null) return spec;
  const columns = value.columns.map((column) => names.get(column) ?? column);
  return writePlace(spec, place, { ...value, columns });
}

/** A colleague's specification for this file: all of it but how the bytes and columns of this file are read. */
export function withMapping(here: ImportSpecification, found: ImportSpecification): ImportSpecification {
  const { format, encoding, delimiter, quote, headerRow, columns, part } = here;
  const { part: _theirs, ...rest } = found;
  return {
    ...rest,
    format,
    encoding,
    delimiter,
    quote,
    headerRow,
    columns,
    ...(part === undefined ? {} : { part }),
  };
}
