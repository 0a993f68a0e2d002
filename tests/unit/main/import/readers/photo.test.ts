import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { photo } from '../../../../../src/main/import/readers/places/photo.ts';
import { bench, importPath } from '../helpers.ts';
import { readWhole } from './read-whole.ts';

type Entry = readonly [tag: number, type: 1 | 2 | 4 | 5, value: string | number | readonly number[]];

function valueBytes([, type, value]: Entry): Buffer {
  if (type === 2) return Buffer.from(`${value}\0`);
  const numbers = Array.isArray(value) ? value : [Number(value)];
  if (type === 1) return Buffer.from(numbers);
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, one] of numbers.entries()) bytes.writeUInt32LE(one, at * 4);
  return bytes;
}

/** One directory of a TIFF, its long values behind it. */
function directory(entries: readonly Entry[], start: number): Buffer {
  const table = Buffer.alloc(2 + entries.length * 12 + 4);
  table.writeUInt16LE(entries.length, 0);
  const values: Buffer[] = [];
  let end = start + table.length;
  entries.forEach((entry, at) => {
    const bytes = valueBytes(entry);
    const place = 2 + at * 12;
    const unit = { 1: 1, 2: 1, 4: 4, 5: 8 }[entry[1]];
    table.writeUInt16LE(entry[0], place);
    table.writeUInt16LE(entry[1], place + 2);
    table.writeUInt32LE(bytes.length / unit, place + 4);
    if (bytes.length <= 4) bytes.copy(table, place + 8);
    else {
      table.writeUInt32LE(end, place + 8);
      values.push(bytes);
      end += bytes.length;
    }
  });
  return Buffer.concat([table, ...values]);
}

const NORTH_EAST: Entry[] = [
  [1, 2, 'N'],
  [2, 5, [50, 1, 27, 1, 0, 1]],
  [3, 2, 'E'],
  [4, 5, [30, 1, 31, 1, 24, 1]],
];
const SATELLITE: Entry[] = [
  [7, 5, [9, 1, 5, 1, 7, 1]],
  [0x1d, 2, '2026:05:01'],
];
const TAKEN: Entry = [0x9003, 2, '2026:05:01 12:00:00'];

function jpeg(exif: readonly Entry[], gps: readonly Entry[]): Uint8Array {
  const first = (exifAt: number, gpsAt: number): Entry[] => [
    [0x10f, 2, 'Acme'],
    [0x110, 2, 'Acme One'],
    [0x8769, 4, exifAt],
    [0x8825, 4, gpsAt],
  ];
  const exifAt = 8 + directory(first(0, 0), 8).length;
  const middle = directory(exif, exifAt);
  const gpsAt = exifAt + middle.length;
  const tiff = Buffer.concat([
    Buffer.from('II*\0'),
    Buffer.from([8, 0, 0, 0]),
    directory(first(exifAt, gpsAt), 8),
    middle,
    directory(gps, gpsAt),
  ]);
  const segment = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(segment.length + 2, 4);
  return new Uint8Array(Buffer.concat([head, segment, Buffer.from([0xff, 0xd9])]));
}

const rowOf = async (bytes: Uint8Array): Promise<Record<string, string>> =>
  (await readWhole(photo, bytes, 'IMG_1.jpg')).rows[0] ?? {};

test('position, time with its offset, camera and hash', async () => {
  const bytes = jpeg(
    [TAKEN, [0x9011, 2, '+03:00'], [0xa431, 2, 'SN1']],
    [...NORTH_EAST, [5, 1, [1]], [6, 5, [12, 1]]],
  );
  expect(await rowOf(bytes)).toMatchObject({
    file: 'IMG_1.jpg',
    mediaType: 'image/jpeg',
    size: String(bytes.length),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    taken: '2026-05-01T12:00:00+03:00',
    latitude: '50.45',
    altitude: '-12',
    camera: 'Acme One',
    cameraSerial: 'SN1',
  });
});

test('without an offset the clock of the satellites is believed, without that the camera’s stays without zone', async () => {
  expect(await rowOf(jpeg([TAKEN], [...NORTH_EAST, ...SATELLITE]))).toMatchObject({
    taken: '2026-05-01T09:05:07Z',
    takenFrom: 'GPS clock',
  });
  expect(await rowOf(jpeg([TAKEN], NORTH_EAST))).toMatchObject({ taken: '2026-05-01T12:00:00' });
  expect((await rowOf(jpeg([[0x9003, 2, '0000:00:00 00:00:00']], NORTH_EAST))).taken).toBeUndefined();
});

test('a receiver without a fix gives no position; a picture without EXIF is registered all the same', async () => {
  const zeros: Entry[] = [
    [1, 2, 'N'],
    [2, 5, [0, 1, 0, 1, 0, 1]],
    [3, 2, 'E'],
    [4, 5, [0, 1, 0, 1, 0, 1]],
  ];
  expect((await rowOf(jpeg([TAKEN], zeros))).latitude).toBeUndefined();
  const bare = new Uint8Array([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xd9]);
  expect(await rowOf(bare)).toMatchObject({ size: '10', exif: 'none' });
  const cut = jpeg([TAKEN], NORTH_EAST).slice(0, 30);
  expect(await rowOf(cut)).toMatchObject({ size: '30', exif: 'unreadable' });
});

test('a film is counted and hashed, not read', async () => {
  const film = new Uint8Array(
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(100)]),
  );
  expect(await rowOf(film)).toMatchObject({ mediaType: 'video/mp4', size: '112', exif: 'none' });
});

test('into a vault: a document, its camera, where it was taken; the bytes stay outside', async () => {
  const one = bench();
  const bytes = jpeg([TAKEN, [0x9011, 2, '+03:00'], [0xa431, 2, 'SN1']], NORTH_EAST);
  const report = await importPath(one, one.write('IMG_1.jpg', bytes));
  expect(report).toMatchObject({ rows: 1, imported: 1, events: 1, entitiesNew: 2 });
  expect(one.database.all('SELECT start_at, latitude FROM event')).toEqual([
    { start_at: Date.UTC(2026, 4, 1, 9), latitude: 50.45 },
  ]);
  expect(one.database.all('SELECT size FROM attachment')).toEqual([{ size: bytes.length }]);
  expect(one.database.all('SELECT count(*) AS n FROM attachment_chunk')).toEqual([{ n: 0 }]);
  const without = await importPath(one, one.write('IMG_2.jpg', jpeg([TAKEN], [])));
  expect(without).toMatchObject({ imported: 1, events: 0 });
});
