import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { kml } from '../../../../../src/main/import/readers/places/kml.ts';
import { kmz } from '../../../../../src/main/import/readers/places/kmz.ts';
import { bench, importPath, suggested } from '../helpers.ts';
import { bytesOf, readWhole } from './read-whole.ts';

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Справа</name><Folder><name>Точки</name>
<Placemark><name>Склад</name><description><![CDATA[<b>Ворота</b><br>сині]]></description><ExtendedData><Data name="owner"><value>X</value></Data></ExtendedData><Point><coordinates>30.5234,50.4501,120</coordinates></Point></Placemark>
<Placemark><name>Склад</name><Point><coordinates>30.6, 50.5</coordinates></Point></Placemark>
<Placemark><name>Зона</name><Polygon><outerBoundaryIs><LinearRing><coordinates>30,50 31,50 31,51 30,51 30,50</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>30.4,50.4 30.6,50.4 30.6,50.6 30.4,50.4</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
<Placemark><name>bad</name><Point><coordinates>abc</coordinates></Point></Placemark>
<Placemark><name>far</name><Point><coordinates>230,50</coordinates></Point></Placemark>
<Placemark><TimeStamp><when>2026-01-02T10:00:00Z</when></TimeStamp><Point><coordinates>30,50</coordinates></Point></Placemark>
<Placemark><name>Way</name><TimeSpan><begin>2026-01-02T10:00:00Z</begin><end>2026-01-02T11:00:00Z</end></TimeSpan><LineString><coordinates>30,50 30.1,50 30.2,50</coordinates></LineString></Placemark>
<Placemark><name>Adresa</name><address>str. Exemplu 1</address></Placemark>
<Placemark></Placemark>
</Folder>
<Placemark><name>Авто</name><gx:Track><when>2026-01-02T10:00:00Z</when><when>2026-01-02T10:01:00+02:00</when><when>2026-01-02T10:02:00Z</when>
<gx:coord>30.1 50.1 0</gx:coord>
<gx:coord>30.2 50.2 0</gx:coord></gx:Track></Placemark>
</Document></kml>`;

test('points and areas are places, what has times are positions, nothing is lost', async () => {
  const { rows, problems } = await readWhole(kml, bytesOf(DOCUMENT), 'a.kml');
  expect(rows).toMatchObject([
    {
      place: 'Склад',
      placeLatitude: '50.4501',
      placeLongitude: '30.5234',
      elevation: '120',
      description: 'Ворота\nсині',
      data: 'owner: X',
      folder: 'Справа / Точки',
    },
    { place: 'Склад (50.50000, 30.60000)', placeLatitude: '50.5' },
    {
      place: 'Зона',
      placeLatitude: '50.5',
      placeLongitude: '30.5',
      geometry: expect.stringContaining(
        '"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]],[[30.4,50.4]',
      ),
    },
    { track: 'Справа / Точки', time: '2026-01-02T10:00:00Z', latitude: '50' },
    { track: 'Way', time: '2026-01-02T10:00:00Z', longitude: '30' },
    { track: 'Way', longitude: '30.1' },
    { track: 'Way', time: '2026-01-02T11:00:00Z', longitude: '30.2' },
    { place: 'Adresa', address: 'str. Exemplu 1' },
    { track: 'Авто', time: '2026-01-02T10:00:00Z', latitude: '50.1' },
    { track: 'Авто', time: '2026-01-02T10:01:00+02:00', latitude: '50.2' },
  ]);
  expect(rows[5]?.time).toBeUndefined();
  expect(problems.map(([line, code]) => [line, code])).toEqual([
    [6, 'coordinate-unreadable'],
    [7, 'coordinate-unreadable'],
    [11, 'nothing-found'],
    [13, 'coordinate-unreadable'],
  ]);
});

test('into a vault: places apart although of one name, positions in their zone', async () => {
  const one = bench();
  const report = await importPath(one, one.write('a.kml', DOCUMENT));
  expect(report).toMatchObject({ rows: 14, imported: 10, rejected: 4, events: 6 });
  expect(one.database.all("SELECT count(*) AS n FROM entity WHERE type = 'place'")).toEqual([{ n: 4 }]);
  expect(one.database.all('SELECT name, latitude FROM place ORDER BY name')).toContainEqual({
    name: 'Склад',
    latitude: 50.4501,
  });
  const times = one.database.all<{ at: number }>(
    "SELECT start_at AS at FROM event WHERE start_text LIKE '%+02:00'",
  );
  expect(times).toEqual([{ at: Date.UTC(2026, 0, 2, 8, 1) }]);
});

test('a KMZ gives the same rows; what else lies in it is named as not read', async () => {
  const one = bench();
  const path = one.write('a.kmz', zipSync({ 'doc.kml': bytesOf(DOCUMENT), 'files/x.png': bytesOf('123') }));
  const inspection = await importHandlers['import.inspect'](one.context, { path });
  expect(inspection).toMatchObject({
    format: 'kmz',
    remarks: [{ key: 'import:remark.attachments', params: { count: 1 } }],
  });
  expect(await importPath(one, path)).toMatchObject({ rows: 14, imported: 10, rejected: 4 });
  expect((await suggested(one, path)).name).toBe('a');
});

test.each([
  [
    'an archive that breaks off',
    zipSync({ 'doc.kml': bytesOf(DOCUMENT) }).slice(0, 200),
    'import.archive-broken',
  ],
  ['an archive without KML', zipSync({ 'a.txt': bytesOf('x') }), 'import.archive-without'],
])('%s is refused by name', async (_what, bytes, code) => {
  const refused = await readWhole(kmz, bytes, 'a.kmz').catch((error) => error);
  expect(refused.error.code).toBe(code);
});

test('an archive that says it grows to more than memory holds is refused before it is unpacked', async () => {
  const bytes = zipSync({ 'doc.kml': bytesOf(DOCUMENT) });
  const directory = Buffer.from(bytes.buffer).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(bytes.buffer).setUint32(directory + 24, 300 * 1024 * 1024, true);
  const refused = await readWhole(kmz, bytes, 'a.kmz').catch((error) => error);
  expect(refused.error.code).toBe('import.too-large');
});
