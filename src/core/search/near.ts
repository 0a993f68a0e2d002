import { readCoordinatePair } from '../places/coordinates.ts';
import type { Near } from './query.ts';

const USUAL_KILOMETRES = 10;
const MOST_KILOMETRES = 2000;
const LONGEST = 100;
const DISTANCE = /^(\d{1,6}(?:[.,]\d{1,4})?)(km|км|m|м)?$/u;

/** "5km", "800 m", "12": kilometres; null where it is no distance. */
export function readDistance(text: string): number | null {
  const [, digits, unit] = DISTANCE.exec(text.toLowerCase().replace(/\s/g, '')) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits.replace(',', '.'));
  const kilometres = unit === 'm' || unit === 'м' ? number / 1000 : number;
  return kilometres > 0 && kilometres <= MOST_KILOMETRES ? kilometres : null;
}

/** A position or the name of a place, and how far around it. */
export function readNear(text: string, kilometres: number | null): Near | null {
  const place = text.slice(0, LONGEST).trim();
  if (place === '') return null;
  const around = kilometres ?? USUAL_KILOMETRES;
  if (!/\d/.test(place)) return { place, kilometres: around };
  const position = readCoordinatePair(place);
  if (position !== null) return { ...position, kilometres: around };
  return /\p{L}/u.test(place) ? { place, kilometres: around } : null;
}
