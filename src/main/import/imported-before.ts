import type { ImportSpecification } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { type ByteSource, hashOf } from './files.ts';

const DONE = `FROM attachment JOIN source ON source.attachment_seq = attachment.seq JOIN batch ON batch.source_seq = source.seq
  JOIN analysis_file ON analysis_file.seq = batch.file_seq WHERE batch.state = 'done'`;

/** The batch that brought the same part of the same bytes: into this analysis file, or into any where none is named. */
export function importedBefore(
  database: ReadableDatabase,
  sha256: string,
  fileId: string | null,
  part: string | null,
): string | null {
  const row = database.one<{ id: string }>(
    `SELECT batch.id ${DONE} AND attachment.sha256 = ? AND coalesce(?, analysis_file.id) = analysis_file.id
     AND json_extract(batch.specification, '$.part') IS ? ORDER BY batch.seq LIMIT 1`,
    sha256,
    fileId,
    part,
  );
  return row?.id ?? null;
}

/** Failure import.already-imported where the analysis file has an import of the same bytes and nobody says it is meant. */
export async function refuseAgain(
  database: ReadableDatabase,
  source: ByteSource,
  wish: {
    readonly fileId: string;
    readonly specification: Pick<ImportSpecification, 'part'>;
    readonly dryRun: boolean;
    readonly again: boolean;
  },
): Promise<void> {
  if (wish.dryRun || wish.again || !hasSameSize(database, source.size, wish.fileId)) return;
  const sha256 = await hashOf(source, async () => undefined);
  if (importedBefore(database, sha256, wish.fileId, wish.specification.part ?? null) === null) return;
  throw new Failure('import.already-imported', { file: source.name });
}

/** Whether it is worth hashing a file at all: most have a size no imported one has. */
function hasSameSize(database: ReadableDatabase, size: number, fileId: string): boolean {
  return (
    database.one(
      `SELECT 1 ${DONE} AND attachment.size = ? AND analysis_file.id = ? LIMIT 1`,
      size,
      fileId,
    ) !== undefined
  );
}
