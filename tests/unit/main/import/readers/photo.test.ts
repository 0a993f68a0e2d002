import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { photo } from '../../../../../src/main/import/readers/places/photo.ts';
import { bench, importPath } from '../helpers.ts';
import { type Entry, jpeg, NORTH_EAST, SATELLITE, TAKEN } from './jpeg.ts';
import { readWhole } from './read-whole.ts';

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
