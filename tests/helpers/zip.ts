import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP made for tests, as honest or as false as a test needs it. */
export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** 8 = deflate, 0 = stored; others are only claimed. */
  readonly method?: number;
  readonly flags?: number;
  readonly unixMode?: number;
  /** Claimed instead of the real one. */
  readonly size?: number;
  readonly crc?: number;
  /** Names the bytes of the first entry instead of its own. */
  readonly sharesFirst?: boolean;
}

const IS_UTF8 = 0x800;

/** Bytes of a ZIP archive with these entries. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  let firstPacked = 0;
  for (const part of parts) {
    const made = madeOf(part);
    const shared = part.sharesFirst === true;
    const at = shared ? 0 : offset;
    if (!shared) {
      bodies.push(made.local, made.packed);
      if (offset === 0) firstPacked = made.packed.length;
      offset += made.local.length + made.packed.length;
    }
    list.push(directoryEntry(part, made, at, shared ? firstPacked : made.packed.length));
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

interface Made {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly local: Buffer;
  readonly size: number;
  readonly crc: number;
}

function madeOf(part: ZipPart): Made {
  const name = Buffer.from(part.name as string);
  const content = Buffer.from(part.content as string);
  const packed = part.method === 0 ? content : deflateRawSync(content);
  const size = part.size ?? content.length;
  const crc = part.crc ?? crc32(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  common(local, 4, part, { name, packed, size, crc });
  return { name, packed, size, crc, local: Buffer.concat([local, name]) };
}

function common(target: Buffer, at: number, part: ZipPart, made: Omit<Made, 'local'>): void {
  target.writeUInt16LE(20, at);
  target.writeUInt16LE(part.flags ?? (typeof part.name === 'string' ? IS_UTF8 : 0), at + 2);
  target.writeUInt16LE(part.method ?? 8, at + 4);
  target.writeUInt32LE(made.crc, at + 10);
  target.writeUInt32LE(made.packed.length, at + 14);
  target.writeUInt32LE(made.size, at + 18);
  target.writeUInt16LE(made.name.length, at + 22);
}

function directoryEntry(part: ZipPart, made: Made, offset: number, packedSize: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE((3 << 8) | 20, 4);
  common(entry, 6, part, made);
  entry.writeUInt32LE(packedSize, 20);
  entry.writeUInt32LE(((part.unixMode ?? 0o100644) << 16) >>> 0, 38);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, made.name]);
}
