import { statfsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../../core/result.ts';
import { auditHead } from './audit.ts';
import type { WritableDatabase } from './database.ts';
import { databasePath } from './folder.ts';
import type { VaultProgress } from './progress.ts';

const PIECE = 1024 * 1024;
/** What a disk must keep free beside the copy. */
const SPARE = 16 * 1024 * 1024;

/** Refused before anything is written: a disk filled to the brim stops the vault itself. */
function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes + SPARE) throw new Failure('vault.disk-full', { path: folder });
}

async function copyPieces(from: FileHandle, to: FileHandle, progress: VaultProgress): Promise<number> {
  const { size } = await from.stat();
  const piece = Buffer.alloc(PIECE);
  for (let done = 0; done < size; ) {
    const { bytesRead } = await from.read(piece, 0, PIECE, done);
    if (bytesRead === 0) break;
    await to.writeFile(piece.subarray(0, bytesRead));
    done += bytesRead;
    progress.advance(done, size);
    await progress.breathe();
  }
  await to.sync();
  return size;
}

/** A file, byte by byte, whole on the disk at the end; read and written outside this thread. Answers its size. */
export async function copyFile(source: string, target: string, progress: VaultProgress): Promise<number> {
  const from = await open(source, 'r');
  try {
    requireRoom(dirname(target), (await from.stat()).size);
    const to = await open(target, 'wx', 0o600);
    try {
      return await copyPieces(from, to, progress);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Others may write meanwhile, or nobody may: what they wrote would be missing in the copy. */
export type Company = 'with-others' | 'alone';

/**
 * Brings every committed change into the file and begins to read it: while a reader stands there, SQLite writes
 * changes to its log only, and the file stays as it is. No other statement can come between, for all connections
 * live in this thread.
 */
function pin(database: WritableDatabase, company: Company): void {
  const log = database.one<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(PASSIVE)');
  if (log === undefined || log.log !== log.checkpointed) throw new Failure('vault.busy');
  database.execute(company === 'alone' ? 'BEGIN IMMEDIATE' : 'BEGIN');
  database.one('SELECT count(*) FROM sqlite_master');
}

/**
 * Copies the database of an open vault and answers the head of its audit chain at that moment. `reader` is a connection
 * for this alone; until it is closed the file stays as it was copied.
 */
export async function copyDatabase(
  reader: WritableDatabase,
  wish: { readonly vault: string; readonly target: string; readonly company: Company },
  progress: VaultProgress,
): Promise<{ auditHead: string; sizeBytes: number }> {
  pin(reader, wish.company);
  const head = auditHead(reader);
  const sizeBytes = await copyFile(databasePath(wish.vault), wish.target, progress);
  return { auditHead: head, sizeBytes };
}
