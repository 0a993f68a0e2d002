import { plainSigns, readAngle } from './angle.ts';
import { type Coordinates, readMgrs, readUtm, within } from './grid.ts';

export type { Coordinates } from './grid.ts';

/** Why a position is not one: `projected` are metres of a map grid nobody named, which must never be plotted as degrees. */
export type CoordinateTrouble = 'unreadable' | 'projected';

const DECIMAL = /^[+-]?\d{1,3}(?:[.,]\d+)?$/;
const decimal = (text: string): number => Number(text.replace(',', '.'));

/** Latitude and longitude from two cells, or from one cell given twice that holds both. */
export function readCoordinates(north: string, east: string): Coordinates | CoordinateTrouble {
  if (DECIMAL.test(north) && DECIMAL.test(east))
    return within({ latitude: decimal(north), longitude: decimal(east) }) ?? 'unreadable';
  const one = readAngle(north);
  const other = readAngle(east);
  if (one === null || other === null) {
    if (isMetres(north) || isMetres(east)) return 'projected';
    return (north === east ? readCoordinatePair(north) : null) ?? 'unreadable';
  }
  const isSwapped = one.axis === 'longitude' && other.axis === 'latitude';
  if (!isSwapped && (one.axis === 'longitude' || other.axis === 'latitude')) return 'unreadable';
  const [latitude, longitude] = isSwapped ? [other.degrees, one.degrees] : [one.degrees, other.degrees];
  return within({ latitude, longitude }) ?? 'unreadable';
}

/**
 * Latitude and longitude written in one text: two angles in either order where letters tell, MGRS or UTM. Null for
 * `50,45`, which may be one number.
 */
export function readCoordinatePair(written: string): Coordinates | null {
  const grid = readMgrs(written) ?? readUtm(written);
  if (grid !== null) return grid;
  const text = plainSigns(written).replace(/^[([]|[)\]]$/g, '');
  if (/^\d+,\d+$/.test(text)) return null;
  for (const [north, east] of halves(text)) {
    const found = readCoordinates(north, east);
    if (typeof found === 'object') return found;
  }
  return null;
}

function isMetres(text: string): boolean {
  return /^[+-]?\d{4,9}([.,]\d+)?$/.test(text.trim());
}

/** How a text can fall into two: at a semicolon or slash, after a letter, at a comma, in the middle of its blanks. */
function halves(text: string): [string, string][] {
  const found: [string, string][] = [];
  const add = (match: RegExpExecArray | null): void => {
    const [, north, east] = match ?? [];
    if (north !== undefined && east !== undefined && north.trim() !== east.trim())
      found.push([north.trim(), east.trim()]);
  };
  add(/^([^;/|]+)[;/|]([^;/|]+)$/.exec(text));
  add(/^([^\p{L}]+\p{L}[\p{L}.]*(?: [\p{L}]\.)?)[ ,]*(\d.*\p{L}.*)$/u.exec(text));
  add(/^(\p{L}[^\p{L}]+?)[ ,]*(\p{L}.*)$/u.exec(text));
  add(/^([^,]+),([^,]+)$/.exec(text));
  add(/^([^,]+,[^,]+),([^,]+,[^,]+)$/.exec(text));
  add(/^([^ ]+),? +([^ ]+)$/.exec(text));
  return found;
}
