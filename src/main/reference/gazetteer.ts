import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GazetteerPlace } from '../../contract/events.ts';
import { foldName } from '../../core/names/index.ts';
import { kilometresBetween } from '../../core/network/index.ts';

export interface Gazetteer {
  /** Best first: whole name before start of name; border crossing points before towns of the same name. */
  search(text: string, limit: number): GazetteerPlace[];
  nearest(latitude: number, longitude: number): { place: GazetteerPlace | null; kilometres: number };
  /** One border crossing point of this name (any alphabet), or null where there is none or it could be several. */
  findPlace(name: string): { latitude: number; longitude: number; accuracyMetres: number } | null;
}

type CityRecord = [name: string, country: string, admin1: string, latitude: number, longitude: number];
interface CrossingRecord {
  names: string[];
  countries: [string, string];
  latitude: number;
  longitude: number;
}
interface Entry {
  readonly keys: readonly string[];
  readonly place: GazetteerPlace;
}

/** A crossing point is known to about a kilometre. */
const CROSSING_ACCURACY_METRES = 1000;
const cache = new Map<string, Gazetteer>();

function key(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function read<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, 'gazetteer', file), 'utf8')) as T;
}

/** Reads the place names of the box once per folder; some ten thousand entries, searched in memory. */
export function loadGazetteer(resourcesFolder: string): Gazetteer {
  const known = cache.get(resourcesFolder);
  if (known !== undefined) return known;
  const crossings = read<CrossingRecord[]>(resourcesFolder, 'border-crossings.json').map(crossingEntry);
  const cities = read<CityRecord[]>(resourcesFolder, 'cities.json').map(cityEntry);
  const gazetteer = build(crossings, [...crossings, ...cities]);
  cache.set(resourcesFolder, gazetteer);
  return gazetteer;
}

function crossingEntry(record: CrossingRecord): Entry {
  const { names, countries, latitude, longitude } = record;
  const [name = ''] = names;
  const place: GazetteerPlace = { name, country: countries.join('/'), admin1: '', latitude, longitude, population: 0, kind: 'border_crossing' };
  return { keys: [...new Set(names.map(key))], place };
}

function cityEntry([name, country, admin1, latitude, longitude]: CityRecord): Entry {
  return { keys: [key(name)], place: { name, country, admin1, latitude, longitude, population: 0, kind: 'city' } };
}

function build(crossings: readonly Entry[], all: readonly Entry[]): Gazetteer {
  return {
    search(text, limit) {
      const wanted = key(text);
      if (wanted === '') return [];
      const whole = all.filter((entry) => entry.keys.includes(wanted));
      const starts = all.filter((entry) => !whole.includes(entry) && entry.keys.some((one) => one.startsWith(wanted)));
      return [...whole, ...starts].slice(0, limit).map((entry) => entry.place);
    },
    nearest(latitude, longitude) {
      let best: GazetteerPlace | null = null;
      let kilometres = Number.POSITIVE_INFINITY;
      for (const { place } of all) {
        if (Math.abs(place.latitude - latitude) * 111 > kilometres) continue;
        const distance = kilometresBetween(latitude, longitude, place.latitude, place.longitude);
        if (distance < kilometres) [best, kilometres] = [place, distance];
      }
      return { place: best, kilometres: best === null ? 0 : kilometres };
    },
    findPlace(name) {
      const wanted = key(name);
      const found = crossings.filter((entry) => entry.keys.includes(wanted));
      const [only] = found;
      if (only === undefined || found.length > 1) return null;
      return { latitude: only.place.latitude, longitude: only.place.longitude, accuracyMetres: CROSSING_ACCURACY_METRES };
    },
  };
}
