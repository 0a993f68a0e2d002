import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { type ByteSource, hashOf } from './files.ts';

/** Stands as the type of a file nobody may look at: the vault knows its hash and size, and refuses its bytes for ever. */
const FORBIDDEN = 'application/x-hash-only';

/** A file as its source names it, without its bytes. */
export interface NotedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  /** Material nobody may look at. */
  readonly isForbidden: boolean;
}

/**
 * Notes hash and size; nothing of the bytes comes into the vault. Failure import.hash-only-kept where a source holds the
 * very bytes that nobody may look at: taking them away is for a person to do first.
 */
export function noteFile(database: WritableDatabase, file: NotedFile): void {
  const mediaType = file.isForbidden ? FORBIDDEN : file.mediaType;
  const twin = database.one<{ seq: number; used: number; kept: number }>(
    `SELECT seq, EXISTS (SELECT 1 FROM source WHERE attachment_seq = attachment.seq) AS used,
     EXISTS (SELECT 1 FROM attachment_chunk WHERE attachment_seq = attachment.seq) AS kept FROM attachment WHERE sha256 = ?`,
    file.sha256,
  );
  if (twin === undefined) {
    const { sha256, size } = file;
    database.run(
      'INSERT INTO attachment (sha256, size, media_type) VALUES (?, ?, ?)',
      sha256,
      size,
      mediaType,
    );
    return;
  }
  if (!file.isForbidden) return;
  if (twin.used === 1 && twin.kept === 1) throw new Failure('import.hash-only-kept', { file: file.name });
  database.run('DELETE FROM attachment_chunk WHERE attachment_seq = ?', twin.seq);
  database.run('UPDATE attachment SET media_type = ? WHERE seq = ?', FORBIDDEN, twin.seq);
}

/** Failure import.hash-only where the bytes are marked as what nobody may look at, whatever the file is called now. */
export async function refuseForbidden(database: ReadableDatabase, source: ByteSource): Promise<void> {
  const hasSize = database.one(
    'SELECT 1 FROM attachment WHERE media_type = ? AND size = ? LIMIT 1',
    FORBIDDEN,
    source.size,
  );
  if (hasSize === undefined) return;
  const sha256 = await hashOf(source, async () => undefined);
  if (isForbidden(database, sha256)) throw new Failure('import.hash-only', { file: source.name });
}

/** Whether bytes of this hash are marked as what nobody may look at. */
export function isForbidden(database: ReadableDatabase, sha256: string): boolean {
  const marked = database.one(
    'SELECT 1 FROM attachment WHERE media_type = ? AND sha256 = ?',
    FORBIDDEN,
    sha256,
  );
  return marked !== undefined;
}
