import { Zip, ZipDeflate } from 'fflate';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

const SLICE = 256 * 1024;

/** The files of a package by their path in the archive. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** A ZIP in pieces; `breathe` is awaited after each slice of about 256 KiB. */
export async function* zipped(
  files: PackageFiles,
  breathe: (bytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for (const [path, bytes] of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    for (let from = 0; from === 0 || from < bytes.length; from += SLICE) {
      const slice = bytes.subarray(from, from + SLICE);
      entry.push(slice, from + SLICE >= bytes.length);
      yield* ready.splice(0);
      await breathe(slice.length);
    }
  }
  zip.end();
  yield* ready.splice(0);
}

/** What an archive must not be: too many files, too large, or with names that leave the folder. */
export class ArchiveRefused extends Error {
  readonly problem: 'unsafe-name' | 'too-large' | 'damaged';
  readonly path: string;
  constructor(problem: ArchiveRefused['problem'], path: string) {
    super(problem);
    this.problem = problem;
    this.path = path;
  }
}

const MOST_FILES = 10_000;
const MOST_BYTES = 1024 ** 3;

/** Plain forward-slash names without drive, root, dots or control characters; each once, whatever its case. */
export function safeName(path: string): boolean {
  if (path.length === 0 || path.length > 200 || /[\\:*?"<>|\p{Cc}]/u.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part));
}

/** All files of a ZIP in memory. Throws ArchiveRefused before anything of a bad archive is used. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zip = await opened(bytes);
  const files = new Map<string, Uint8Array>();
  const names = new Set<string>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName;
      if (!safeName(path) || names.has(path.toLowerCase())) throw new ArchiveRefused('unsafe-name', path);
      names.add(path.toLowerCase());
      total += entry.uncompressedSize;
      if (names.size > MOST_FILES || total > MOST_BYTES) throw new ArchiveRefused('too-large', path);
      files.set(path, await content(zip, entry));
    }
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    throw new ArchiveRefused('damaged', '');
  } finally {
    zip.close();
  }
  return files;
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, strictFileNames: true },
      (error, zip) => {
        if (error !== null || zip === undefined) reject(new ArchiveRefused('damaged', ''));
        else resolve(zip);
      },
    );
  });
}

async function content(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
