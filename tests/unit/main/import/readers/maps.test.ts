import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bench, importPath } from '../helpers.ts';
import { load } from './graph-helpers.ts';

const times = ({ database }: ReturnType<typeof bench>): string[] =>
  database
    .all<{ text: string }>(
      `SELECT strftime('%H:%M', start_at / 1000, 'unixepoch') || coalesce('-' || strftime('%H:%M', end_at / 1000, 'unixepoch'), '') AS text FROM event ORDER BY seq`,
    )
    .map(({ text }) => text);

describe('GPX', () => {
  test('way points keep their time, notes and sign; points their speed and course, of devices too', async () => {
    const text = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:x="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
      <metadata><name>Export</name><author><name>Ion</name></author></metadata>
      <wpt lat="50.45" lon="30.52"><time>2026-01-02T09:00:00Z</time><name>Склад</name><cmt>two doors</cmt><desc>The depot</desc><sym>Flag</sym></wpt>
      <trk><name>Night ride</name><desc>by car</desc><trkseg><trkpt lat="50.46" lon="30.53"><time>2026-01-02T10:00:00.500Z</time>
      <extensions><x:TrackPointExtension><x:speed>12.5</x:speed><x:course>90</x:course></x:TrackPointExtension></extensions></trkpt></trkseg></trk></gpx>`;
    const loaded = await load('way.gpx', text);
    expect(loaded.entities).toEqual(['place Склад', 'device Night ride']);
    expect(loaded.properties('Склад')).toMatchObject({
      marked: '2026-01-02T09:00:00Z',
      note: 'The depot',
      comment: 'two doors',
      symbol: 'Flag',
    });
    const fix = loaded.bench.database.one<{ properties: string }>(
      'SELECT properties FROM event WHERE start_at IS NOT NULL',
    );
    expect(JSON.parse(fix?.properties ?? '{}')).toMatchObject({ speed: '12.5', course: '90' });
  });

  test('version 1.0 writes speed and course beside the time', async () => {
    const text = `<gpx version="1.0"><trk><trkseg><trkpt lat="50.45" lon="30.52"><time>2026-01-02T10:00:00Z</time>
      <course>180.0</course><speed>3.2</speed></trkpt></trkseg></trk></gpx>`;
    const loaded = await load('old.gpx', text);
    const fix = loaded.bench.database.one<{ properties: string }>('SELECT properties FROM event');
    expect(JSON.parse(fix?.properties ?? '{}')).toMatchObject({ speed: '3.2', course: '180.0' });
  });
});

test('KML: linked files and overlays are told and never fetched; a span of time keeps its end', async () => {
  const text = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Doc</name>
    <NetworkLink><name>Live</name><Link><href>http://example.org/live.kml</href></Link></NetworkLink>
    <GroundOverlay><name>Old map</name><Icon><href>map.png</href></Icon></GroundOverlay>
    <Placemark><name>Depot</name><description><![CDATA[gate &quot;B&quot;]]></description><Point><coordinates>30.52,50.45</coordinates></Point></Placemark>
    <Placemark><name>Stop</name><TimeSpan><begin>2026-01-01T10:00:00Z</begin><end>2026-01-01T11:30:00Z</end></TimeSpan><Point><coordinates>30.1,50.2</coordinates></Point></Placemark>
    </Document></kml>`;
  const loaded = await load('live.kml', text);
  expect(loaded.report).toMatchObject({ rows: 4, imported: 2, rejected: 2 });
  expect(loaded.report.rejectedRows.map(({ line, code, value }) => [line, code, value])).toEqual([
    [2, 'linked-file', 'Live: http://example.org/live.kml'],
    [3, 'overlay-picture', 'Old map: map.png'],
  ]);
  expect(loaded.report.rejectedRows[0]?.message).toContain('never fetched');
  expect(loaded.properties('Depot').note).toBe('gate "B"');
  expect(times(loaded.bench)).toEqual(['10:00-11:30']);
});

test('KMZ: packed without compression it is still an archive; a file linked inside of it is read, not missed', async () => {
  const head = '<kml xmlns="http://www.opengis.net/kml/2.2">';
  const first = `${head}<Document><NetworkLink><Link><href>files/other.kml</href></Link></NetworkLink></Document></kml>`;
  const other = `${head}<Placemark><name>Depot</name><Point><coordinates>30.52,50.45</coordinates></Point></Placemark></kml>`;
  const files = { 'doc.kml': strToU8(first), 'files/other.kml': strToU8(other) };
  const loaded = await load('map.kmz', zipSync(files, { level: 0 }));
  expect(loaded.entities).toEqual(['place Depot']);
  expect(loaded.report).toMatchObject({ rows: 1, rejected: 0 });
});

describe('GeoJSON', () => {
  const feature = (coordinates: readonly number[], properties: object): object => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates },
  });

  test('a list of features without a collection; times with a blank before the hour', async () => {
    const list = [
      feature([30.52, 50.45], { name: 'Depot' }),
      feature([30.53, 50.45], { name: 'Gate', time: '2026-01-01 10:00:00' }),
    ];
    const loaded = await load('list.json', JSON.stringify(list));
    expect(loaded.entities).toEqual(['place Depot', 'device list']);
    expect(times(loaded.bench)).toEqual(['08:00']);
  });

  test('metres of a grid nobody names are refused with a question, one feature off the earth is its own mistake', async () => {
    const one = bench();
    const collection = (...features: object[]): string =>
      JSON.stringify({ type: 'FeatureCollection', features });
    const metres = one.write(
      'metres.geojson',
      collection(feature([3_397_500.1, 6_525_000.2], { name: 'A' })),
    );
    await expect(importPath(one, metres)).rejects.toMatchObject({
      error: { code: 'import.projection-unknown', params: { projection: '3397500.1, 6525000.2' } },
    });
    const mixed = collection(
      feature([30, 50], { name: 'B' }),
      feature([3_397_500, 6_525_000], { name: 'C' }),
    );
    expect(await importPath(one, one.write('mixed.geojson', mixed))).toMatchObject({
      imported: 1,
      rejected: 1,
    });
  });
});
