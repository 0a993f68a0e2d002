import { createHash } from 'node:crypto';
import type { WritableDatabase } from '../vault/database.ts';
import { type ByteSource, SAMPLE_BYTES } from './files.ts';

const CHUNK_BYTES = 1024 * 1024;

/**
 * Keeps the bytes of a file in the vault while they pass to the reader: what is stored is what was read. Of a format
 * whose bytes are not kept only hash and size.
 */
export interface AttachmentWriter {
  readonly seq: number;
  /** The same chunks, stored on their way. */
  pass(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Names the attachment by its hash; bytes the vault already has are kept once. Answers seq and hash. */
  finish(): { seq: number; sha256: string; size: number };
}

export function writeAttachment(
  database: WritableDatabase,
  batchId: string,
  mediaType: string,
  keepsBytes = true,
): AttachmentWriter {
  const seq = database.run(
    'INSERT INTO attachment (sha256, size, media_type) VALUES (?, 0, ?)',
    `reading:${batchId}`,
    mediaType,
  ).lastSeq;
  const insert = database.prepare(
    'INSERT INTO attachment_chunk (attachment_seq, part, bytes) VALUES (?, ?, ?)',
  );
  const hash = createHash('sha256');
  let size = 0;
  let part = 0;
  return {
    seq,
    async *pass(chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        for (let at = 0; keepsBytes && at < chunk.length; at += CHUNK_BYTES) {
          insert.run(seq, part, chunk.subarray(at, at + CHUNK_BYTES));
          part += 1;
        }
        yield chunk;
      }
    },
    finish() {
      const sha256 = hash.digest('hex');
      const twin = database.one<{ seq: number }>('SELECT seq FROM attachment WHERE sha256 = ?', sha256);
      if (twin !== undefined) {
        if (keepsBytes && firstChunk(database, twin.seq) === undefined) takeChunks(database, seq, twin.seq);
        database.run('DELETE FROM attachment WHERE seq = ?', seq);
        return { seq: twin.seq, sha256, size };
      }
      database.run('UPDATE attachment SET sha256 = ?, size = ? WHERE seq = ?', sha256, size, seq);
      return { seq, sha256, size };
    },
  };
}

/** The vault knew hash and size only; now it has the bytes. */
function takeChunks(database: WritableDatabase, from: number, to: number): void {
  database.run('UPDATE attachment_chunk SET attachment_seq = ? WHERE attachment_seq = ?', to, from);
}

function firstChunk(database: WritableDatabase, seq: number): Uint8Array | undefined {
  return database.one<{ bytes: Uint8Array }>(
    'SELECT bytes FROM attachment_chunk WHERE attachment_seq = ? AND part = 0',
    seq,
  )?.bytes;
}

/** A stored file as a source of bytes, for a redo; undefined where the vault does not have its bytes. */
export function storedSource(
  database: WritableDatabase,
  sha256: string,
  name: string,
): ByteSource | undefined {
  const found = database.one<{ seq: number; size: number }>(
    'SELECT seq, size FROM attachment WHERE sha256 = ?',
    sha256,
  );
  if (found === undefined || firstChunk(database, found.seq) === undefined) return undefined;
  const chunk = (part: number): Uint8Array | undefined =>
    database.one<{ bytes: Uint8Array }>(
      'SELECT bytes FROM attachment_chunk WHERE attachment_seq = ? AND part = ?',
      found.seq,
      part,
    )?.bytes;
  if (found.size > 0 && chunk(0) === undefined) return undefined;
  return {
    name,
    size: found.size,
    sample: async () => (chunk(0) ?? new Uint8Array()).subarray(0, SAMPLE_BYTES),
    async *chunks() {
      for (let part = 0, bytes = chunk(0); bytes !== undefined; bytes = chunk(part)) {
        yield bytes;
        part += 1;
      }
    },
    close: () => undefined,
  };
}
