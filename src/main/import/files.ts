import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { type ByteSource, memorySource, READ_BYTES, SAMPLE_BYTES } from './byte-source.ts';
import { readAddress } from './containers/address.ts';
import { openEntry } from './containers/entry-source.ts';

export { type ByteSource, memorySource, SAMPLE_BYTES };

/**
 * Opens a path, `upload:<id>` or a file inside an archive (`zip:…!/…`). Failures: import.file-missing, import.is-folder,
 * import.file-empty, import.file-unreadable, import.file-changed, import.upload-gone and those of `openEntry`.
 */
export async function openSource(context: Pick<Context, 'uploads'>, path: string): Promise<ByteSource> {
  const address = readAddress(path);
  if (address !== null) return openEntry(await openSource(context, address.archive), address);
  if (path.startsWith('upload:')) return openUpload(context, path);
  const facts = await factsOf(path);
  if (facts.isDirectory()) throw new Failure('import.is-folder', { file: basename(path) });
  if (facts.size === 0) throw new Failure('import.file-empty', { file: basename(path) });
  const streams: ReadStream[] = [];
  return {
    name: basename(path),
    size: facts.size,
    place: { path },
    sample: () => firstBytes(path),
    chunks() {
      const stream = createReadStream(path, { highWaterMark: READ_BYTES });
      streams.push(stream);
      return wholeFile(stream, path, facts.size);
    },
    close() {
      for (const stream of streams) stream.destroy();
    },
  };
}

function openUpload(context: Pick<Context, 'uploads'>, path: string): ByteSource {
  const upload = context.uploads.get(path);
  if (upload === undefined) throw new Failure('import.upload-gone');
  return memorySource(upload.name, upload.bytes);
}

async function factsOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    throw fileFailure(path, error);
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(SAMPLE_BYTES);
      const { bytesRead } = await handle.read(buffer, 0, SAMPLE_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileFailure(path, error);
  }
}

/** A file that is still being copied gives fewer or more bytes than it said: half a file is not imported as if whole. */
async function* wholeFile(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  size: number,
): AsyncIterable<Uint8Array> {
  let read = 0;
  try {
    for await (const chunk of stream) {
      read += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw fileFailure(path, error);
  }
  if (read !== size) throw new Failure('import.file-changed', { file: basename(path) });
}

function fileFailure(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '' || error instanceof Failure) return error;
  const file = basename(path);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure('import.file-missing', { file });
  if (code === 'EISDIR') return new Failure('import.is-folder', { file });
  return new Failure('import.file-unreadable', { file, reason: code });
}

/** SHA-256 of all bytes, read in pieces. `breathe` runs between the pieces. */
export async function hashOf(source: ByteSource, breathe: () => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of source.chunks()) {
    hash.update(chunk);
    await breathe();
  }
  return hash.digest('hex');
}
