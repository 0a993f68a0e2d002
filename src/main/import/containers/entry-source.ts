import { Failure } from '../../../core/result.ts';
import { type ByteSource, type Place, SAMPLE_BYTES } from '../byte-source.ts';
import { type Address, lastName } from './address.ts';
import { type Archive, type ArchiveEntry, openArchive } from './archive.ts';
import { CONTAINER_LIMITS } from './limits.ts';

/**
 * A file inside an archive, unpacked while it is read. An archive in between is held in memory. Failures: import.zip-broken,
 * import.zip-entry-missing, import.zip-refused for what `import.expand` refuses too.
 */
export async function openEntry(outer: ByteSource, { inner }: Address): Promise<ByteSource> {
  if (outer.place === undefined) throw new Failure('import.zip-broken', { file: outer.name });
  let place: Place = outer.place;
  let room = CONTAINER_LIMITS.inMemory;
  for (const name of inner.slice(0, -1)) {
    const { archive, entry } = await found(place, outer.name, name);
    try {
      place = { bytes: await wholeEntry(archive, entry, room) };
    } finally {
      archive.close();
    }
    room -= place.bytes.length;
  }
  const { archive, entry } = await found(place, outer.name, inner.at(-1) ?? '');
  return entrySource(archive, entry);
}

async function found(
  place: Place,
  file: string,
  name: string,
): Promise<{ archive: Archive; entry: ArchiveEntry }> {
  const archive = await openArchive(place, file, CONTAINER_LIMITS);
  const entry = archive.entries.find((one) => one.name === name);
  if (entry !== undefined && entry.problem === null && !archive.overlaps) return { archive, entry };
  archive.close();
  const params = { file: lastName(name) };
  throw new Failure(entry === undefined ? 'import.zip-entry-missing' : 'import.zip-refused', params);
}

/** Failure import.zip-refused where it is larger than `most`. */
export async function wholeEntry(archive: Archive, entry: ArchiveEntry, most: number): Promise<Uint8Array> {
  if (entry.size > most) throw new Failure('import.zip-refused', { file: lastName(entry.name) });
  const parts: Uint8Array[] = [];
  for await (const part of archive.pieces(entry)) parts.push(part);
  return Buffer.concat(parts);
}

export function entrySource(archive: Archive, entry: ArchiveEntry): ByteSource {
  return {
    name: lastName(entry.name),
    size: entry.size,
    async sample() {
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const part of archive.pieces(entry)) {
        parts.push(part);
        length += part.length;
        if (length >= SAMPLE_BYTES) break;
      }
      return Buffer.concat(parts).subarray(0, SAMPLE_BYTES);
    },
    chunks: () => archive.pieces(entry),
    close: () => archive.close(),
  };
}
