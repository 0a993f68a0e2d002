import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import { v7 } from 'uuid';
import type { Input, Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { JobProgress } from '../engine/jobs.ts';
import { storedSource, writeAttachment } from '../import/attachments.ts';
import { type ByteSource, hashOf, openSource } from '../import/files.ts';
import { noteFile, refuseForbidden } from '../import/hash-only.ts';
import { audit, onOwnConnection } from '../store/command.ts';
import { getSource } from '../store/sources.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { createSource } from './source-commands.ts';

const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  eml: 'message/rfc822',
};

function mediaTypeOf(name: string): string {
  return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/**
 * Keeps the file, or notes its hash and size only, and makes its source in one transaction of its own connection: hashed
 * while it is read, in pieces, before anything looks into it. Cancelled or failed: neither is in the vault.
 */
export async function createSourceFrom(
  context: Context,
  input: Input<'source.createFrom'>,
  progress: JobProgress,
): Promise<{ sourceId: string; reference: string; sha256: string; size: number }> {
  progress.phase('reading');
  const source = await openSource(context, input.path);
  return onOwnConnection(context, async (database) => {
    database.execute('BEGIN IMMEDIATE');
    try {
      const { sha256, size } = await taken(database, source, input, progress);
      const made = createSource({ ...context, database: () => database }, input, {
        sha256,
        size,
        fileName: source.name,
      });
      database.execute('COMMIT');
      return { sourceId: made.sourceId, reference: made.reference, sha256, size };
    } catch (error) {
      if (database.inTransaction) database.execute('ROLLBACK');
      throw error;
    } finally {
      source.close();
    }
  });
}

async function taken(
  database: WritableDatabase,
  source: ByteSource,
  { copy = true, hashOnly = false }: Pick<Input<'source.createFrom'>, 'copy' | 'hashOnly'>,
  progress: JobProgress,
): Promise<{ sha256: string; size: number }> {
  if (!hashOnly) await refuseForbidden(database, source);
  if (copy && !hashOnly) return keep(database, source, progress);
  const sha256 = await hashOf(source, () => progress.breathe());
  const { name, size } = source;
  noteFile(database, { name, sha256, size, mediaType: mediaTypeOf(name), isForbidden: hashOnly });
  return { sha256, size };
}

async function keep(database: WritableDatabase, source: ByteSource, progress: JobProgress) {
  const writer = writeAttachment(database, v7(), mediaTypeOf(source.name));
  let done = 0;
  for await (const chunk of writer.pass(source.chunks())) {
    done += chunk.length;
    progress.advance(done, source.size);
    await progress.breathe();
  }
  return writer.finish();
}

/** Writes the kept file to a path a person chose. Failures: evidence.no-attachment, evidence.attachment-damaged, evidence.cannot-write. */
export async function saveAttachment(
  context: Context,
  { sourceId, path }: Input<'source.saveAttachment'>,
): Promise<Output<'source.saveAttachment'>> {
  const database = context.database();
  const { sha256, fileName, reference } = getSource(database, sourceId);
  const kept = sha256 === null ? undefined : storedSource(database, sha256, fileName ?? reference);
  if (sha256 === null || kept === undefined) throw new Failure('evidence.no-attachment', { reference });
  const partial = `${path}.partial`;
  try {
    const written = await writeFile(partial, kept);
    if (written !== sha256) throw new Failure('evidence.attachment-damaged', { reference });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const isSystemError = error instanceof Error && 'syscall' in error;
    throw isSystemError ? new Failure('evidence.cannot-write', { file: basename(path) }) : error;
  }
  audit(context, 'save-attachment', `source:${sourceId}`, '', { reference, sha256, file: basename(path) });
  return { path, bytes: kept.size, sha256 };
}

async function writeFile(path: string, source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  const out = createWriteStream(path, { mode: 0o600, flush: true });
  for await (const chunk of source.chunks()) {
    hash.update(chunk);
    await put(out, chunk);
  }
  out.end();
  await finished(out);
  return hash.digest('hex');
}

function put(out: WriteStream, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    out.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
