export type Entry = readonly [tag: number, type: 1 | 2 | 4 | 5, value: string | number | readonly number[]];

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

export const NORTH_EAST: Entry[] = [
  [1, 2, 'N'],
  [2, 5, [50, 1, 27, 1, 0, 1]],
  [3, 2, 'E'],
  [4, 5, [30, 1, 31, 1, 24, 1]],
];
export const SATELLITE: Entry[] = [
  [7, 5, [9, 1, 5, 1, 7, 1]],
  [0x1d, 2, '2026:05:01'],
];
export const TAKEN: Entry = [0x9003, 2, '2026:05:01 12:00:00'];

/** A JPEG of nothing but what a camera writes. */
export function jpeg(exif: readonly Entry[], gps: readonly Entry[]): Uint8Array {
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
