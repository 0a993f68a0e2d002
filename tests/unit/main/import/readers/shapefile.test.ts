import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { chooseReader } from '../../../../../src/main/import/readers/index.ts';
import { shapefile } from '../../../../../src/main/import/readers/places/shapefile.ts';
import { bench, importPath } from '../helpers.ts';
import { bytesOf, readWhole } from './read-whole.ts';

const UTM_36 =
  'PROJCS["WGS_1984_UTM_Zone_36N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",33.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const PULKOVO =
  'GEOGCS["GCS_Pulkovo_1942",DATUM["D_Pulkovo_1942",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** The geometry file of a list of points. */
function shape(points: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = Buffer.alloc(100 + points.length * 28);
  bytes.writeInt32BE(9994, 0);
  bytes.writeInt32BE(bytes.length / 2, 24);
  bytes.writeInt32LE(1000, 28);
  bytes.writeInt32LE(1, 32);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((edge, at) => {
    bytes.writeDoubleLE(edge, 36 + at * 8);
  });
  points.forEach(([x, y], at) => {
    const start = 100 + at * 28;
    bytes.writeInt32BE(at + 1, start);
    bytes.writeInt32BE(10, start + 4);
    bytes.writeInt32LE(1, start + 8);
    bytes.writeDoubleLE(x, start + 12);
    bytes.writeDoubleLE(y, start + 20);
  });
  return new Uint8Array(bytes);
}

/** A table of one column of names in windows-1251, marked as such. */
function table(names: readonly string[], language = 0xc9): Uint8Array {
  const head = Buffer.alloc(65);
  head[0] = 3;
  head.writeUInt32LE(names.length, 4);
  head.writeUInt16LE(65, 8);
  head.writeUInt16LE(21, 10);
  head[29] = language;
  head.write('NAME', 32);
  head.write('C', 43);
  head[48] = 20;
  head[64] = 0x0d;
  const rows = names.map((name) => iconv.encode(` ${name.padEnd(20)}`, 'windows-1251'));
  return new Uint8Array(Buffer.concat([head, ...rows, Buffer.from([0x1a])]));
}

const layer = (
  prj: string | null,
  points: [number, number][] = [
    [320000, 5590000],
    [321000, 5591000],
  ],
  language?: number,
): Uint8Array =>
  zipSync({
    'map/layer.shp': shape(points),
    'map/layer.dbf': table(['Склад', 'Гараж'].slice(0, points.length), language),
    ...(prj === null ? {} : { 'map/layer.prj': bytesOf(prj) }),
  });

test('a layer in a ZIP: names in their encoding, metres turned into degrees', async () => {
  const { rows, problems } = await readWhole(shapefile, layer(UTM_36), 's.zip');
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([{ place: 'Склад', NAME: 'Склад' }, { place: 'Гараж' }]);
  expect(Number(rows[0]?.placeLatitude)).toBeCloseTo(50.43439, 4);
  expect(Number(rows[0]?.placeLongitude)).toBeCloseTo(30.46532, 4);
});

test('a table without a mark of its language is told by its letters', async () => {
  const { rows } = await readWhole(shapefile, layer(UTM_36, undefined, 0), 's.zip');
  expect(rows.map(({ place }) => place)).toEqual(['Склад', 'Гараж']);
});

test.each([
  ['metres without a projection', layer(null)],
  ['a projection nobody knows', layer('PROJCS["Nobody"]')],
  ['bare metres', shape([[320000, 5590000]])],
])('%s are refused, never plotted', async (_what, bytes) => {
  const refused = await readWhole(shapefile, bytes, 's.zip').catch((error) => error);
  expect(refused.error.code).toBe('import.projection-unknown');
});

test.each([
  ['bare.shp', shape([[30.5, 50.4]]), ['shapeWithoutTable', 'projectionAssumed']],
  ['national.zip', layer(PULKOVO, [[30.5, 50.4]]), ['datumUnknown']],
  ['assumed.zip', layer(null, [[30.5, 50.4]]), ['projectionAssumed']],
])('%s comes with what a person should know', async (name, bytes, codes) => {
  const one = bench();
  const inspection = await importHandlers['import.inspect'](one.context, { path: one.write(name, bytes) });
  expect(inspection).toMatchObject({ format: 'shapefile', sampleRows: [expect.anything()] });
  expect(inspection.remarks.map(({ key }) => key)).toEqual(codes.map((code) => `import:remark.${code}`));
});

test('several layers are parts; the chosen one is read', async () => {
  const one = bench();
  const bytes = zipSync({
    'a.shp': shape([[30, 50]]),
    'b.shp': shape([
      [31, 51],
      [32, 52],
    ]),
  });
  const path = one.write('two.zip', bytes);
  const inspection = await importHandlers['import.inspect'](one.context, { path, reading: { part: 'b' } });
  expect(inspection).toMatchObject({
    parts: [{ name: 'a' }, { name: 'b' }],
    part: 'b',
    suggested: { part: 'b' },
  });
  expect(await importPath(one, path, { part: 'b' })).toMatchObject({ rows: 2, imported: 2 });
});

test('a geometry that breaks off is refused by name; another ZIP is none', async () => {
  const refused = await readWhole(
    shapefile,
    shape([
      [30, 50],
      [31, 51],
    ]).slice(0, 120),
    's.shp',
  ).catch((error) => error);
  expect(refused.error.code).toBe('import.shape-broken');
  const mixed = zipSync({ 'a.txt': bytesOf('x'), 'map/a.shp': shape([[30, 50]]) });
  expect(chooseReader(mixed, 'a.zip').reader?.format).toBeUndefined();
});
