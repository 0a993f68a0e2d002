import type { Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import citiesFile from '../../../resources/basemap/cities.json?url';
import crossingsFile from '../../../resources/basemap/crossings.json?url';
import countriesFile from '../../../resources/basemap/topology.json?url';
import { mercatorX, mercatorY } from './view.ts';

/** A line of the base map in world units with its box, so that what is off the screen costs nothing. */
export interface Line {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly box: readonly [west: number, north: number, east: number, south: number];
}
export interface CityLabel {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly people: number;
}
export interface Crossing {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}
export interface Basemap {
  readonly land: readonly Line[];
  readonly borders: readonly Line[];
  readonly cities: readonly CityLabel[];
  readonly crossings: readonly Crossing[];
}
type Countries = Topology<{ countries: GeometryCollection }>;

function line(positions: readonly Position[]): Line {
  const xs = Float64Array.from(positions, ([longitude = 0]) => mercatorX(longitude));
  const ys = Float64Array.from(positions, ([, latitude = 0]) => mercatorY(latitude));
  let box: [number, number, number, number] = [2, 2, -1, -1];
  for (let at = 0; at < xs.length; at += 1) {
    const [x, y] = [xs[at] ?? 0, ys[at] ?? 0];
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return { xs, ys, box };
}

function landOf(topology: Countries): Line[] {
  return feature(topology, topology.objects.countries).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates.slice(0, 1).map(line);
    if (geometry.type === 'MultiPolygon')
      return geometry.coordinates.flatMap((one) => one.slice(0, 1).map(line));
    return [];
  });
}

async function read<T>(file: string): Promise<T> {
  return (await (await fetch(file)).json()) as T;
}

async function load(): Promise<Basemap> {
  const [topology, cities, crossings] = await Promise.all([
    read<Countries>(countriesFile),
    read<{ cities: [string, string, number, number, number][] }>(citiesFile),
    read<{ crossings: [string, number, number][] }>(crossingsFile),
  ]);
  const inner = mesh(topology, topology.objects.countries as never, (one, two) => one !== two);
  return {
    land: landOf(topology),
    borders: inner.coordinates.map(line),
    cities: cities.cities
      .map(([name, , latitude, longitude, people]) => ({ name, latitude, longitude, people }))
      .sort((one, two) => two.people - one.people),
    crossings: crossings.crossings.map(([name, latitude, longitude]) => ({ name, latitude, longitude })),
  };
}

let loaded: Promise<Basemap> | null = null;
/** The bundled base map, read once from the program's own files. */
export function loadBasemap(): Promise<Basemap> {
  loaded ??= load();
  return loaded;
}
