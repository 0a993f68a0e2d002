import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pngOf } from '../../../../src/renderer/ui/png-writer.ts';

describe('pngOf', () => {
  it('joins strips into one image with every pixel in its place', async () => {
    const asked: [number, number][] = [];
    const blob = await pngOf(
      3,
      5,
      (top, count) => {
        asked.push([top, count]);
        return Uint8ClampedArray.from({ length: 3 * 4 * count }, (_, index) => top * 12 + index);
      },
      2,
    );
    const bytes = Buffer.from(await blob.arrayBuffer());
    expect(asked).toEqual([
      [0, 2],
      [2, 2],
      [4, 1],
    ]);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([3, 5]);
    const length = bytes.readUInt32BE(33);
    const raw = inflateSync(bytes.subarray(41, 41 + length));
    const pixels = Array.from({ length: 5 }, (_, row) => [
      ...raw.subarray(row * 13 + 1, row * 13 + 13),
    ]).flat();
    expect(pixels).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(bytes.subarray(-8, -4).toString()).toBe('IEND');
    expect(bytes.readUInt32BE(bytes.length - 4)).toBe(0xae426082);
  });
});
