import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';
import { Failure } from '../../../core/result.ts';
import { type Place, READ_BYTES } from '../byte-source.ts';
import { entryName, nameProblem } from './entry-name.ts';
import type { ContainerLimits } from './limits.ts';

const STORED = 0;
const DEFLATED = 8;
const KIND_OF_FILE = 0o170_000;
const LINK = 0o120_000;
const UNIX = 3;

/** Why an entry is not read; a sentence under `import:refused`. */
export type EntryProblem =
  | 'unsafeName'
  | 'absurdName'
  | 'encrypted'
  | 'symlink'
  | 'compression'
  | 'ratio'
  | 'empty';

export interface ArchiveEntry {
  /** Once in its archive: a second one of the same name is called “name (2).csv”. */
  readonly name: string;
  readonly size: number;
  readonly problem: EntryProblem | null;
  readonly entry: Entry;
}

/** An open ZIP and what it lists. Nothing of it is written to the disk. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** The list goes on beyond the limit. */
  readonly isCut: boolean;
  /** Its entries share bytes: a few kilobytes that unpack without end. */
  readonly overlaps: boolean;
  /** The unpacked bytes. Failure import.zip-broken where they are not what the list says. */
  pieces(entry: ArchiveEntry): AsyncGenerator<Uint8Array>;
  close(): void;
}

/** Failure import.zip-broken. */
export async function openArchive(place: Place, file: string, limits: ContainerLimits): Promise<Archive> {
  const broken = (): Failure => new Failure('import.zip-broken', { file });
  const zip = await opened(place, broken);
  try {
    const { entries, isCut } = await listed(zip, limits);
    const packed = entries.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
    return {
      entries,
      isCut,
      overlaps: packed > zip.fileSize,
      pieces: (entry) => unpacked(zip, entry.entry, broken),
      close: () => zip.close(),
    };
  } catch {
    zip.close();
    throw broken();
  }
}

function opened(place: Place, broken: () => Failure): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip?: ZipFile): void => {
      if (error !== null || zip === undefined) reject(broken());
      else resolve(zip);
    };
    if ('path' in place) open(place.path, options, done);
    else
      fromBuffer(
        Buffer.from(place.bytes.buffer, place.bytes.byteOffset, place.bytes.byteLength),
        options,
        done,
      );
  });
}

async function listed(
  zip: ZipFile,
  limits: ContainerLimits,
): Promise<{ entries: ArchiveEntry[]; isCut: boolean }> {
  const entries: ArchiveEntry[] = [];
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const name = entryName(entry);
    if (name.endsWith('/')) continue;
    if (entries.length >= limits.files) return { entries, isCut: true };
    const unique = freeName(name, names);
    names.add(unique);
    const problem = problemOf(entry, name, limits);
    entries.push({ name: unique, size: entry.uncompressedSize, problem, entry });
  }
  return { entries, isCut: false };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, extension = ''] = /^(.*?)(\.[^./]*)?$/s.exec(name) ?? [];
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${stem} (${count})${extension}`;
  return free;
}

function problemOf(entry: Entry, name: string, limits: ContainerLimits): EntryProblem | null {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  const named = nameProblem(name, limits.nameLength);
  if (named !== null) return named;
  if (entry.isEncrypted()) return 'encrypted';
  if (isLink(entry)) return 'symlink';
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) return 'compression';
  if (uncompressedSize === 0) return 'empty';
  const isBomb = uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio;
  return isBomb ? 'ratio' : null;
}

function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & KIND_OF_FILE) === LINK;
}

async function* unpacked(zip: ZipFile, entry: Entry, broken: () => Failure): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let held: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of await zip.openReadStreamPromise(entry)) {
      const bytes = part as Uint8Array;
      sum = crc32(bytes, sum);
      held.push(bytes);
      length += bytes.length;
      if (length < READ_BYTES) continue;
      yield Buffer.concat(held);
      held = [];
      length = 0;
    }
  } catch {
    throw broken();
  }
  if (sum !== entry.crc32) throw broken();
  if (length > 0) yield Buffer.concat(held);
}
