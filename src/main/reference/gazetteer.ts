import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import KDBush from 'kdbush';
import type { GazetteerPlace } from '../../contract/events.ts';
import { foldLatin, transliterations } from '../../core/names/index.ts';
import { bareName } from './bare-name.ts';
import { kilometresBetween } from './distance.ts';

/** Two places nearer than this are one for an analyst: a village and its border crossing point. */
const SAME_PLACE_KILOMETRES = 15;
/** A city this large is meant when its name stands alone, as long as no other known city shares it. */
const LARGE_CITY = 50_000;
const CITY_ACCURACY_METRES = 5_000;
const CROSSING_ACCURACY_METRES = 1_000;

type PlaceRow = [string, string, number, number, number, number, ...string[]];
type CrossingRow = [string, string, number, number, ...string[]];

/** Where a name lies; `accuracyMetres` is how far the true spot may be from the point. */
export interface FoundPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMetres: number;
}

interface Entry {
  readonly place: GazetteerPlace;
  readonly keys: readonly string[];
  /** Of a crossing point: the names of the places on either side, by which the guards of that side know it. */
  readonly sides: readonly string[];
}

/** The offline list of places: search by any spelling, nearest place, and the one place a name means. */
export interface Gazetteer {
  search(text: string, limit: number): GazetteerPlace[];
  nearest(latitude: number, longitude: number): { place: GazetteerPlace | null; kilometres: number };
  findPlace(name: string, kind?: 'crossing' | 'any'): PlaceAnswer;
}

/** One place, or the several that the name may mean; both empty where it is unknown. */
export interface PlaceAnswer {
  readonly found: FoundPlace | null;
  readonly meanings: readonly string[];
}

function keysOfNames(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [...transliterations(name), foldLatin(name)]))].filter(
    (key) => key !== '',
  );
}

function read(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'gazetteer', name), 'utf8'));
}

function cities(folder: string): Entry[] {
  const file = read(folder, 'places.json') as { provinces: string[]; places: PlaceRow[] };
  return file.places.map(([name, country, province, latitude, longitude, population, ...others]) => ({
    place: {
      name,
      country,
      admin1: file.provinces[province] ?? '',
      latitude,
      longitude,
      population,
      kind: 'city',
    },
    keys: keysOfNames([name, ...others]),
    sides: [],
  }));
}

function crossings(folder: string): Entry[] {
  const file = read(folder, 'crossings.json') as { crossings: CrossingRow[] };
  return file.crossings.map(([name, sides, latitude, longitude, ...others]) => ({
    place: { name, country: sides, admin1: '', latitude, longitude, population: 0, kind: 'border_crossing' },
    keys: keysOfNames([name, ...others]),
    sides: keysOfNames([name, ...others].flatMap((one) => one.split('–'))),
  }));
}

/** 0 = the whole name, 1 = its beginning, 2 = the beginning of a word in it, 3 = none. */
function closeness(entry: Entry, wanted: readonly string[]): number {
  let best = 3;
  for (const key of entry.keys) {
    for (const text of wanted) {
      if (key === text) return 0;
      if (key.startsWith(text)) best = Math.min(best, 1);
      else if (key.includes(` ${text}`)) best = Math.min(best, 2);
    }
  }
  return best;
}

function byWorth(one: GazetteerPlace, two: GazetteerPlace): number {
  const crossing = Number(two.kind === 'border_crossing') - Number(one.kind === 'border_crossing');
  return two.population - one.population || crossing || one.name.localeCompare(two.name);
}

function isOnePlace(places: readonly GazetteerPlace[]): boolean {
  const [first, ...rest] = places;
  return (
    first !== undefined && rest.every((place) => kilometresBetween(first, place) <= SAME_PLACE_KILOMETRES)
  );
}

/** The one place meant, or null: unknown, or several places of that name far from each other. */
function chosen(places: readonly GazetteerPlace[]): GazetteerPlace | null {
  const settlement = places.find((place) => place.kind !== 'border_crossing');
  if (isOnePlace(places)) return settlement ?? places[0] ?? null;
  const large = places.filter((place) => place.population >= LARGE_CITY);
  return large.length === 1 ? (large[0] ?? null) : null;
}

/** In a column of crossing points a village of the same name elsewhere is not meant, only a city may be (its airport). */
function chosenCrossing(places: readonly GazetteerPlace[]): {
  place: GazetteerPlace | null;
  among: readonly GazetteerPlace[];
} {
  const points = places.filter((place) => place.kind === 'border_crossing');
  if (points.length > 0) return { place: isOnePlace(points) ? (points[0] ?? null) : null, among: points };
  const large = places.filter((place) => place.population >= LARGE_CITY);
  return { place: large.length === 1 ? (large[0] ?? null) : null, among: large };
}

function placeAnswer(places: readonly GazetteerPlace[], kind: 'crossing' | 'any'): PlaceAnswer {
  const { place, among } =
    kind === 'crossing' ? chosenCrossing(places) : { place: chosen(places), among: places };
  if (place === null) return { found: null, meanings: among.map(described) };
  const accuracyMetres =
    kind === 'crossing' && place.kind === 'border_crossing' ? CROSSING_ACCURACY_METRES : CITY_ACCURACY_METRES;
  const { latitude, longitude } = place;
  return { found: { latitude, longitude, accuracyMetres }, meanings: [described(place)] };
}

function described({ name, country, admin1 }: GazetteerPlace): string {
  return `${name} (${[country, admin1].filter((part) => part !== '').join(', ')})`;
}

function indexOf(entries: readonly Entry[], part: 'keys' | 'sides'): Map<string, GazetteerPlace[]> {
  const index = new Map<string, GazetteerPlace[]>();
  for (const { place, [part]: keys } of entries) {
    for (const key of keys) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [place]);
      else known.push(place);
    }
  }
  return index;
}

type Index = ReadonlyMap<string, readonly GazetteerPlace[]>;

function found(text: string, index: Index): GazetteerPlace[] {
  return [...new Set(keysOfNames([text]).flatMap((key) => index.get(key) ?? []))];
}

/**
 * Everything a name may mean. A village known only as the side of a crossing point brings all places of the names of
 * that point: it may have many namesakes under another spelling.
 */
function placesNamed(name: string, kind: 'crossing' | 'any', byName: Index, bySide: Index): GazetteerPlace[] {
  const named = found(name, byName);
  const points = found(name, bySide);
  const all = [...new Set([...named, ...points])];
  if (kind === 'crossing' || named.length > 0) return all;
  const namesakes = points.flatMap((point) => point.name.split('–').flatMap((side) => found(side, byName)));
  return isOnePlace([...points, ...namesakes]) ? points : [...new Set([...points, ...namesakes])];
}

/** Degrees of longitude shrink with latitude; the grid is stretched so that its nearest few hold the nearest. */
function nearestIn(entries: readonly Entry[]): Gazetteer['nearest'] {
  const grid = new KDBush(entries.length);
  for (const { place } of entries) grid.add(place.longitude, place.latitude);
  grid.finish();
  return (latitude, longitude) => {
    for (const degrees of [0.2, 1, 5, 30]) {
      const near = grid.range(
        longitude - degrees * 3,
        latitude - degrees,
        longitude + degrees * 3,
        latitude + degrees,
      );
      let best: { place: GazetteerPlace | null; kilometres: number } = { place: null, kilometres: Infinity };
      for (const at of near) {
        const place = entries[at]?.place;
        if (place === undefined) continue;
        const kilometres = kilometresBetween({ latitude, longitude }, place);
        if (kilometres < best.kilometres) best = { place, kilometres };
      }
      if (best.kilometres <= degrees * 100) return best;
    }
    return { place: null, kilometres: 0 };
  };
}

/**
 * Loads the bundled places (GeoNames and the border crossing points) from the resources folder. No network.
 * @throws the system's error when the files are missing: the program is then incomplete.
 */
export function loadGazetteer(resourcesFolder: string): Gazetteer {
  const entries = [...crossings(resourcesFolder), ...cities(resourcesFolder)];
  const byName = indexOf(entries, 'keys');
  const bySide = indexOf(entries, 'sides');
  return {
    search(text, limit) {
      const wanted = keysOfNames([text]);
      if (wanted.length === 0) return [];
      const found = entries.map((entry) => ({ place: entry.place, rank: closeness(entry, wanted) }));
      const close = found.filter(({ rank }) => rank < 3);
      close.sort((one, two) => one.rank - two.rank || byWorth(one.place, two.place));
      return close.slice(0, limit).map(({ place }) => place);
    },
    nearest: nearestIn(entries),
    findPlace(name, kind = 'any') {
      const whole = placesNamed(name, kind, byName, bySide);
      return placeAnswer(whole.length > 0 ? whole : placesNamed(bareName(name), kind, byName, bySide), kind);
    },
  };
}

const loaded = new Map<string, Gazetteer>();

/** The gazetteer of a resources folder, read once per engine. */
export function gazetteerOf(resourcesFolder: string): Gazetteer {
  const known = loaded.get(resourcesFolder);
  if (known !== undefined) return known;
  const gazetteer = loadGazetteer(resourcesFolder);
  loaded.set(resourcesFolder, gazetteer);
  return gazetteer;
}
