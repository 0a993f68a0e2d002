import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Output } from '../../../contract/index.ts';
import { Failure } from '../../../core/result.ts';
import type { Context } from '../../engine/context.ts';
import type { ByteSource, Place } from '../byte-source.ts';
import { openSource } from '../files.ts';
import { chooseReader } from '../readers/index.ts';
import { reason } from '../sentences.ts';
import { type Address, addressOf, lastName, readAddress } from './address.ts';
import { type Archive, openArchive } from './archive.ts';
import { entrySource, wholeEntry } from './entry-source.ts';
import { CONTAINER_LIMITS, type ContainerLimits } from './limits.ts';
import { isLitter } from './litter.ts';

type Expanded = Output<'import.expand'>;

/** Enough to recognise a file; a folder may hold thousands. */
const LOOKED_AT = 64 * 1024;
const OF_PROGRAMS = new Set([
  '[Content_Types].xml',
  'mimetype',
  'AndroidManifest.xml',
  'META-INF/MANIFEST.MF',
]);
const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Where the walk stands: what openSource understands, and what a person calls it. */
interface Spot {
  readonly path: string;
  readonly inside: string;
}

/**
 * Every file in the chosen files, folders and archives, each recognised by its first bytes. Links are not followed,
 * what an operating system leaves behind is counted, and everything not taken is named with the reason. With `hashOnly`
 * no byte of any file is looked at.
 */
export async function expand(
  context: Pick<Context, 'uploads'>,
  paths: readonly string[],
  hashOnly: boolean,
  limits: ContainerLimits = CONTAINER_LIMITS,
): Promise<Expanded> {
  const walk = new Walk(context, hashOnly, limits);
  for (const path of new Set(paths)) await walk.chosen(path);
  return walk.result();
}

class Walk {
  readonly #context: Pick<Context, 'uploads'>;
  readonly #hashOnly: boolean;
  readonly #limits: ContainerLimits;
  readonly #files = new Map<string, Expanded['files'][number]>();
  readonly #refused: Expanded['refused'] = [];
  readonly #stopped = new Map<string, number>();
  #litter = 0;
  #unpacked = 0;
  /** Bytes of archives inside archives that are open now. */
  #held = 0;

  constructor(context: Pick<Context, 'uploads'>, hashOnly: boolean, limits: ContainerLimits) {
    this.#context = context;
    this.#hashOnly = hashOnly;
    this.#limits = limits;
  }

  result(): Expanded {
    return {
      files: [...this.#files.values()],
      refused: this.#refused,
      stopped: [...this.#stopped].map(([limit, most]) => ({
        key: `import:stopped.${limit}`,
        params: { most },
      })),
      litter: this.#litter,
    };
  }

  /** What a person chose is taken as it is, also where it is a link. */
  async chosen(path: string): Promise<void> {
    const spot = { path, inside: basename(path) };
    if (path.startsWith('upload:') || readAddress(path) !== null) return this.#file(spot);
    const facts = await stat(path).catch(() => null);
    if (facts?.isDirectory() === true) return this.#folder(spot, 0);
    return this.#file(spot);
  }

  async #folder({ path, inside }: Spot, depth: number): Promise<void> {
    if (depth > this.#limits.folderDepth) return this.#refuse({ path, inside }, 'depth');
    const names = await readdir(path).catch(() => null);
    if (names === null) return this.#refuse({ path, inside }, 'unreadable');
    for (const name of names.sort()) {
      if (this.#isFull()) return;
      const spot = { path: join(path, name), inside: `${inside}/${name}` };
      const facts = await lstat(spot.path).catch(() => null);
      if (isLitter(spot.inside)) this.#litter += 1;
      else if (facts === null) this.#refuse(spot, 'unreadable');
      else if (facts.isSymbolicLink()) this.#refuse(spot, 'symlink');
      else if (facts.isDirectory()) await this.#folder(spot, depth + 1);
      else if (facts.isFile()) await this.#file(spot);
      else this.#refuse(spot, 'special');
    }
  }

  async #file(spot: Spot): Promise<void> {
    if (this.#isFull()) return;
    try {
      const source = await openSource(this.#context, spot.path);
      try {
        await this.#source({ ...spot, inside: named(spot.inside, source.name) }, source, source.place, []);
      } finally {
        source.close();
      }
    } catch (error) {
      this.#refuseFor(spot, error);
    }
    await yieldTurn();
  }

  /** `inner`: the archives the file lies in, and itself. */
  async #source(
    spot: Spot,
    source: ByteSource,
    place: Place | undefined,
    inner: readonly string[],
  ): Promise<void> {
    if (this.#hashOnly) return this.#take(spot, source, { format: null, confidence: 0, why: 'notLookedAt' });
    const sample = (await source.sample()).subarray(0, LOOKED_AT);
    const { reader, sniffed } = chooseReader(sample, source.name);
    const archive = reader === null && isZip(sample) ? await this.#opened(spot, source, place) : null;
    if (archive === null) return this.#take(spot, source, { format: reader?.format ?? null, ...sniffed });
    try {
      await this.#archive(spot, archive, inner);
    } finally {
      archive.close();
    }
  }

  /** Null for documents of programs that pack themselves as a ZIP: they are one file to everybody. */
  async #opened(spot: Spot, source: ByteSource, place: Place | undefined): Promise<Archive | null> {
    if (place === undefined) throw new Failure('import.zip-refused', { file: source.name });
    const archive = await openArchive(place, lastName(spot.inside), this.#limits);
    if (!archive.entries.some(({ name }) => OF_PROGRAMS.has(name))) return archive;
    archive.close();
    return null;
  }

  async #archive(spot: Spot, archive: Archive, inner: readonly string[]): Promise<void> {
    if (archive.overlaps) return this.#refuse(spot, 'overlaps');
    if (inner.length > this.#limits.depth) return this.#refuse(spot, 'depth');
    for (const entry of archive.entries) {
      if (this.#isFull()) return;
      const { archive: outermost, inner: around } = readAddress(spot.path) ?? {
        archive: spot.path,
        inner: [],
      };
      const address: Address = { archive: outermost, inner: [...around, entry.name] };
      const at = { path: addressOf(address), inside: `${spot.inside}/${entry.name}` };
      if (isLitter(entry.name)) this.#litter += 1;
      else if (entry.problem !== null) this.#refuse(at, entry.problem);
      else await this.#entry(at, archive, entry, [...inner, entry.name]);
      await yieldTurn();
    }
    if (archive.isCut) this.#stopped.set('files', this.#limits.files);
  }

  async #entry(
    spot: Spot,
    archive: Archive,
    entry: Archive['entries'][number],
    inner: readonly string[],
  ): Promise<void> {
    this.#unpacked += entry.size;
    if (this.#unpacked > this.#limits.total)
      this.#stopped.set('total', Math.round(this.#limits.total / 1024 ** 3));
    if (this.#isFull()) return;
    const source = entrySource(archive, entry);
    try {
      if (!this.#hashOnly && isZip((await source.sample()).subarray(0, 4)))
        await this.#nested(spot, archive, entry, inner);
      else await this.#source(spot, source, undefined, inner);
    } catch (error) {
      this.#refuseFor(spot, error);
    }
  }

  async #nested(
    spot: Spot,
    archive: Archive,
    entry: Archive['entries'][number],
    inner: readonly string[],
  ): Promise<void> {
    if (this.#held + entry.size > this.#limits.inMemory) return this.#refuse(spot, 'nestedTooLarge');
    this.#held += entry.size;
    try {
      const bytes = await wholeEntry(archive, entry, this.#limits.inMemory);
      const source = { ...entrySource(archive, entry), sample: async () => bytes.subarray(0, LOOKED_AT) };
      await this.#source(spot, source, { bytes }, inner);
    } finally {
      this.#held -= entry.size;
    }
  }

  #take(
    { path, inside }: Spot,
    { name, size }: ByteSource,
    found: Pick<Expanded['files'][number], 'format' | 'confidence'> & { readonly why: string },
  ): void {
    const { format, confidence, why } = found;
    this.#files.set(path, { path, inside, name, size, format, confidence, why: reason(why) });
  }

  #refuse({ path, inside }: Spot, why: string): void {
    this.#refused.push({ path, inside, reason: { key: `import:refused.${why}`, params: {} } });
  }

  #refuseFor({ path, inside }: Spot, error: unknown): void {
    if (!(error instanceof Failure)) throw error;
    const key = error.error.code.replace(/^(\w+)\./, '$1:error.');
    this.#refused.push({ path, inside, reason: { key, params: { ...error.error.params } } });
  }

  #isFull(): boolean {
    if (this.#files.size + this.#refused.length >= this.#limits.files)
      this.#stopped.set('files', this.#limits.files);
    return this.#stopped.size > 0;
  }
}

/** An upload is called by its name, not by its number. */
function named(inside: string, name: string): string {
  return inside.startsWith('upload:') ? name : inside;
}

function isZip(sample: Uint8Array): boolean {
  return sample[0] === 0x50 && sample[1] === 0x4b && (sample[2] === 3 || sample[2] === 5);
}
