import { readRtf } from '../document/rtf-text.ts';

const HEADER_BYTES = 16;
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const WINDOW = 4096;
/** A message of text is never longer; more is what a damaged stream repeats. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What the window holds before the first byte; writer and reader agree on it. */
const BEGINNING =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
  '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** The words of a message that exists as compressed RTF only; empty where the bytes are none. */
export function textOfCompressedRtf(bytes: Uint8Array): string {
  const rtf = unpackRtf(bytes);
  return rtf.length === 0 ? '' : readRtf(rtf).text.replaceAll('\f', '\n\n').trim();
}

/** A damaged stream gives what stands before the damage. */
function unpackRtf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEADER_BYTES) return new Uint8Array();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint32(8, true);
  const size = Math.min(view.getUint32(4, true), MOST_BYTES);
  const packed = bytes.subarray(HEADER_BYTES);
  if (kind === UNCOMPRESSED) return packed.subarray(0, size);
  return kind === COMPRESSED ? unpacked(packed, size) : new Uint8Array();
}

/** Eight marks in a byte, lowest first: a byte as it stands, or a place in the window and how much to repeat of it. */
function unpacked(packed: Uint8Array, size: number): Uint8Array {
  const window = new Uint8Array(WINDOW);
  window.set(Buffer.from(BEGINNING, 'latin1'));
  let write = BEGINNING.length;
  const found: number[] = [];
  const put = (byte: number): void => {
    found.push(byte);
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  for (let at = 0; at < packed.length; ) {
    const marks = packed[at++] ?? 0;
    for (let mark = 0; mark < 8 && at < packed.length; mark += 1) {
      if (((marks >> mark) & 1) === 0) {
        put(packed[at++] ?? 0);
        continue;
      }
      const pair = ((packed[at++] ?? 0) << 8) | (packed[at++] ?? 0);
      const from = pair >> 4;
      if (from === write) return Uint8Array.from(found.slice(0, size));
      for (let count = 0; count < (pair & 15) + 2; count += 1) put(window[(from + count) % WINDOW] ?? 0);
      if (found.length >= size) return Uint8Array.from(found.slice(0, size));
    }
  }
  return Uint8Array.from(found);
}
