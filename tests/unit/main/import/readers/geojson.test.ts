import { expect, test } from 'vitest';
import { geojson } from '../../../../../src/main/import/readers/places/geojson.ts';
import { bench, importPath } from '../helpers.ts';
import { bytesOf, readWhole } from './read-whole.ts';

const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
const FILE = collection(
  feature(point(30.5, 50.4), { name: 'Склад', kind: 'x', nested: { a: 1 }, place: 'own' }),
  feature(
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [30, 50],
            [31, 50],
            [31, 51],
            [30, 50],
          ],
        ],
        [
          [
            [10, 10],
            [20, 10],
            [20, 20],
            [10, 20],
            [10, 10],
          ],
        ],
      ],
    },
    { name: 'Зони' },
  ),
  feature(
    {
      type: 'LineString',
      coordinates: [
        [30, 50],
        [30.1, 50.1],
      ],
    },
    { name: 'Drum', coordTimes: ['2026-01-01T00:00:00Z', '2026-01-01T00:01:00Z'] },
  ),
  feature(point(30, 50), { device: 'Tracker 7', timestamp: '2026-01-01T10:00:00+02:00' }),
  feature(point('x', 1), { name: 'D' }),
  feature(null, { name: 'Fără loc' }),
  feature(null),
);

test('features are places with their centre and outline, or positions where they have times', async () => {
  const { rows, problems, columns } = await readWhole(geojson, bytesOf(FILE), 'a.geojson');
  expect(columns.slice(-6)).toEqual(['name', 'kind', 'nested', 'place *', 'device', 'timestamp']);
  expect(rows).toMatchObject([
    { place: 'Склад', placeLatitude: '50.4', placeLongitude: '30.5', nested: '{"a":1}', 'place *': 'own' },
    {
      place: 'Зони',
      placeLatitude: '15',
      placeLongitude: '15',
      geometry: expect.stringContaining('GeometryCollection'),
    },
    { track: 'Drum', time: '2026-01-01T00:00:00Z', latitude: '50' },
    { track: 'Drum', time: '2026-01-01T00:01:00Z', latitude: '50.1' },
    { track: 'Tracker 7', time: '2026-01-01T10:00:00+02:00' },
    { place: 'Fără loc' },
  ]);
  expect(problems.map(([line, code]) => [line, code])).toEqual([
    [5, 'coordinate-unreadable'],
    [7, 'nothing-found'],
  ]);
});

test('a long outline is thinned in the property and says of how many corners', async () => {
  const ring = Array.from({ length: 9001 }, (_, at) => [
    30 + Math.cos((at * Math.PI) / 4500),
    50 + Math.sin((at * Math.PI) / 4500),
  ]);
  const { rows } = await readWhole(
    geojson,
    bytesOf(collection(feature({ type: 'Polygon', coordinates: [ring] }, { name: 'O' }))),
    'a.json',
    65_536,
  );
  expect(rows[0]?.geometryVertices).toBe('9001');
  expect(JSON.parse(rows[0]?.geometry ?? '{}').coordinates[0].length).toBeLessThan(2001);
  expect(Number(rows[0]?.placeLatitude)).toBeCloseTo(50, 6);
});

const named = (crs: string): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: crs } },
    features: [feature(point(320000, 5590000), { name: 'A' })],
  });

test('metres of a named grid become degrees, of an unknown one they are refused', async () => {
  const { rows } = await readWhole(geojson, bytesOf(named('urn:ogc:def:crs:EPSG::32636')), 'a.geojson');
  expect(Number(rows[0]?.placeLatitude)).toBeCloseTo(50.43439, 4);
  const refused = await readWhole(geojson, bytesOf(named('EPSG:9999')), 'a.geojson').catch((error) => error);
  expect(refused.error).toMatchObject({
    code: 'import.projection-unknown',
    params: { projection: 'EPSG:9999' },
  });
});

test('Stereo 70 of Romania and the grid of Moldova are known', async () => {
  const grid = (crs: string, x: number, y: number): Uint8Array =>
    bytesOf(named(crs).replace('[320000,5590000]', `[${x},${y}]`));
  const stereo = await readWhole(geojson, grid('EPSG:31700', 500_000, 500_000), 'a.geojson');
  expect(Number(stereo.rows[0]?.placeLatitude)).toBeCloseTo(46, 2);
  expect(Number(stereo.rows[0]?.placeLongitude)).toBeCloseTo(25, 2);
  const moldova = await readWhole(geojson, grid('EPSG:4026', 200_000, 209_700), 'a.geojson');
  expect(Number(moldova.rows[0]?.placeLongitude)).toBeCloseTo(28.4, 5);
  expect(Number(moldova.rows[0]?.placeLatitude)).toBeCloseTo(47, 1);
});

test('degrees outside the earth are rejected, one feature a line is read, half a file is not', async () => {
  const lines = [feature(point(30, 50), { name: 'A' }), feature(point(300, 50), { name: 'B' })].map((one) =>
    JSON.stringify(one),
  );
  const { rows, problems } = await readWhole(geojson, bytesOf(lines.join('\n')), 'a.geojsonl');
  expect([rows.length, problems[0]?.[1]]).toEqual([1, 'coordinate-unreadable']);
  const refused = await readWhole(geojson, bytesOf(FILE.slice(0, 300)), 'a.geojson').catch((error) => error);
  expect(refused.error.code).toBe('import.json-cut');
});

test('into a vault', async () => {
  const one = bench();
  const report = await importPath(one, one.write('a.geojson', FILE));
  expect(report).toMatchObject({ rows: 8, imported: 6, rejected: 2, events: 3 });
  const [row] = one.database.all<{ properties: string }>(
    "SELECT properties FROM entity WHERE label = 'Склад'",
  );
  expect(JSON.stringify(row)).toContain('nested');
});
