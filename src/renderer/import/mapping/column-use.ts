import type { ImportSpecification } from '../../../contract/import.ts';
import { type Place, placesOf, readPlace, writePlace } from './place.ts';
import { withColumn, withoutColumn } from './value-edit.ts';

/** The mapping seen from the columns of the file: what each feeds. */
export function usesOf(spec: ImportSpecification, column: string): Place[] {
  return placesOf(spec).filter((place) => readPlace(spec, place)?.columns.includes(column) === true);
}

export function unusedColumns(spec: ImportSpecification, columns: readonly string[]): string[] {
  const used = new Set(placesOf(spec).flatMap((place) => readPlace(spec, place)?.columns ?? []));
  return columns.filter((column) => !used.has(column));
}

/** Beside what feeds the place already: several columns are joined. */
export function feed(spec: ImportSpecification, place: Place, column: string): ImportSpecification {
  return writePlace(spec, place, withColumn(readPlace(spec, place), column));
}

export function takeOut(spec: ImportSpecification, place: Place, column: string): ImportSpecification {
  const value = readPlace(spec, place);
  return value === null ? spec : writePlace(spec, place, withoutColumn(value, column));
}
