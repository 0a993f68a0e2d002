import { text as wholeText } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Failure } from '../../../../core/result.ts';

const MOST_ENTRIES = 10_000;
const MOST_TEXT = 64 * 1024 * 1024;

/** The parts of a workbook that is a ZIP, by their names. */
export interface Package {
  size(name: string): number | null;
  /** Failure import.workbook-broken where it is missing. */
  chunks(name: string): AsyncIterable<Uint8Array>;
  /** A small part as text; null where there is none. Failure import.too-large. */
  text(name: string): Promise<string | null>;
}

/** Failures: import.workbook-broken, import.too-large. */
export async function openPackage(bytes: Uint8Array, fileName: string): Promise<Package> {
  const broken = new Failure('import.workbook-broken', { file: fileName });
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    autoClose: false,
  }).catch(() => {
    throw broken;
  });
  const entries = await entriesOf(zip, broken);
  const open = async function* open(name: string): AsyncIterable<Uint8Array> {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) throw broken;
    try {
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw error instanceof Failure ? error : broken;
    }
  };
  const size = (name: string): number | null => entries.get(name.toLowerCase())?.uncompressedSize ?? null;
  return {
    size,
    chunks: open,
    async text(name) {
      const length = size(name);
      if (length === null) return null;
      if (length > MOST_TEXT) throw new Failure('import.too-large', { file: fileName });
      return (await wholeText(open(name))).replace(/^\uFEFF/, '');
    },
  };
}

async function entriesOf(zip: ZipFile, broken: Failure): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (found.size >= MOST_ENTRIES) throw broken;
      found.set(entry.fileName.toLowerCase(), entry);
    }
  } catch {
    throw broken;
  }
  return found;
}
