/** PNG built strip by strip, so that a poster is not limited by the size of one canvas (which would come out empty). */

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let index = 0; index < 4; index++) bytes[4 + index] = name.charCodeAt(index);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc(bytes.subarray(4, 8 + content.length)));
  return bytes;
}

function head(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  bytes.set([8, 6, 0, 0, 0], 8);
  return bytes;
}

/** Rows of RGBA pixels with the filter byte 0 in front of each. */
function rows(pixels: Uint8ClampedArray, width: number): Uint8Array<ArrayBuffer> {
  const line = width * 4;
  const count = pixels.length / line;
  const result = new Uint8Array(count * (line + 1));
  for (let row = 0; row < count; row++) {
    result.set(pixels.subarray(row * line, (row + 1) * line), row * (line + 1) + 1);
  }
  return result;
}

/**
 * Encodes an image of `width` × `height` pixels; `strip` answers the RGBA pixels of `count` rows from `top`.
 * Strips are compressed as they come, so memory stays at one strip and the finished file.
 */
export async function pngOf(
  width: number,
  height: number,
  strip: (top: number, count: number) => Uint8ClampedArray,
  stripHeight = 1024,
): Promise<Blob> {
  const packing = new CompressionStream('deflate');
  const packed = new Response(packing.readable).arrayBuffer();
  const writer = packing.writable.getWriter();
  for (let top = 0; top < height; top += stripHeight) {
    await writer.write(rows(strip(top, Math.min(stripHeight, height - top)), width));
  }
  await writer.close();
  const signature = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
  const body = chunk('IDAT', new Uint8Array(await packed));
  return new Blob([signature, chunk('IHDR', head(width, height)), body, chunk('IEND', new Uint8Array())], {
    type: 'image/png',
  });
}
