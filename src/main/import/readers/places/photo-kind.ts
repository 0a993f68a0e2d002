/** Bytes at a place near the beginning, and what they say the file is. */
const SIGNATURES: readonly (readonly [number, readonly (number | string)[], string])[] = [
  [0, [0xff, 0xd8, 0xff], 'image/jpeg'],
  [0, [0x89, 'PNG'], 'image/png'],
  [0, ['II*', 0], 'image/tiff'],
  [0, ['MM', 0, '*'], 'image/tiff'],
  [0, ['GIF8'], 'image/gif'],
  [8, ['WEBP'], 'image/webp'],
  [8, ['AVI '], 'video/x-msvideo'],
  [0, [0x1a, 0x45, 0xdf, 0xa3], 'video/x-matroska'],
  [4, ['ftypheic'], 'image/heic'],
  [4, ['ftypheix'], 'image/heic'],
  [4, ['ftyphevc'], 'image/heic'],
  [4, ['ftypmif1'], 'image/heic'],
  [4, ['ftypmsf1'], 'image/heic'],
  [4, ['ftypavif'], 'image/avif'],
  [4, ['ftypqt'], 'video/quicktime'],
  [4, ['ftyp3g'], 'video/3gpp'],
  [4, ['ftypM4A'], 'audio/mp4'],
  [4, ['ftyp'], 'video/mp4'],
];
const BYTES = SIGNATURES.map(([at, parts, kind]) => ({
  at,
  bytes: Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part, 'latin1'))),
  ),
  kind,
}));

/** What the first bytes of a picture or film say it is; null where they say nothing of the kind. */
export function pictureKind(sample: Uint8Array): string | null {
  const head = Buffer.from(sample.subarray(0, 16));
  const found = BYTES.find(({ at, bytes }) => head.subarray(at, at + bytes.length).equals(bytes));
  return found?.kind ?? null;
}
