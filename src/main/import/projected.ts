import { Failure } from '../../core/result.ts';
import { RowRejection } from './drafts.ts';
import type { ColumnGuess } from './guess-columns.ts';
import type { Cells, CompiledSource } from './value-source.ts';

/** Metres of a map grid have at least four digits before the mark; degrees have at most three. */
const METRES = /^[+-]?\d{4,8}([.,]\d+)?$/;

function areMetres(north: string, east: string): boolean {
  return METRES.test(north) && METRES.test(east);
}

/**
 * Refuses metres of a map grid in columns read as degrees. Where the first row with coordinates holds them, they all
 * do and a person must say which grid it is: failure import.projected-coordinates. Later on it is that row's mistake.
 */
export function projectedCheck(
  latitude: CompiledSource,
  longitude: CompiledSource,
): (north: string, east: string) => void {
  let hasDegrees = false;
  return (north, east) => {
    if (!areMetres(north, east)) {
      hasDegrees ||= north !== '' && east !== '';
      return;
    }
    const value = `${north}, ${east}`;
    if (hasDegrees) throw new RowRejection('coordinate-projected', latitude.column, value);
    throw new Failure('import.projected-coordinates', {
      latitude: latitude.column ?? '',
      longitude: longitude.column ?? '',
      value,
    });
  };
}

/** The same for an entity that is a place, whose coordinates are two of its properties; numbers beyond the globe too. */
export function placeCheck(
  properties: readonly (readonly [string, CompiledSource])[],
): ((cells: Cells) => void) | null {
  const [latitude, longitude] = ['latitude', 'longitude'].map((name) =>
    properties.find(([key]) => key === name),
  );
  if (latitude === undefined || longitude === undefined) return null;
  const check = projectedCheck(latitude[1], longitude[1]);
  return (cells) => {
    const [north, east] = [latitude[1].read(cells), longitude[1].read(cells)];
    check(north, east);
    for (const [text, limit, source] of [
      [north, 90, latitude[1]],
      [east, 180, longitude[1]],
    ] as const) {
      const number = Number(text.replace(',', '.'));
      if (text !== '' && Math.abs(number) > limit)
        throw new RowRejection('coordinate-unreadable', source.column, text);
    }
  };
}

const NORTH =
  /^(lat|latitude|y|широта|latitudine\p{L}*|north|northing|координата y|y coord\w*)(?=$|[^\p{L}\p{N}])/iu;
const EAST =
  /^(lon|lng|long|longitude|x|довгота|долгота|longitudine\p{L}*|east|easting|координата x|x coord\w*)(?=$|[^\p{L}\p{N}])/iu;

/** Columns by the names of coordinates whose values are metres; they are kept as they stand and asked about. */
export function projectedColumns(
  guesses: readonly ColumnGuess[],
): { latitude: string; longitude: string; example: string } | null {
  const find = (name: RegExp): ColumnGuess | undefined =>
    guesses.find(({ column, examples }) => {
      const metres = examples.filter((one) => METRES.test(one.trim())).length;
      return name.test(column.trim()) && metres > 0 && metres >= examples.length / 2;
    });
  const [north, east] = [find(NORTH), find(EAST)];
  if (north === undefined || east === undefined) return null;
  const example = `${north.examples[0] ?? ''}, ${east.examples[0] ?? ''}`;
  return { latitude: north.column, longitude: east.column, example };
}
