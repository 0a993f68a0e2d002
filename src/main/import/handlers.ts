import type { ImportSpecification } from '../../contract/import.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { batchRow, fileSeqOf } from './batch-record.ts';
import { expand } from './containers/expand.ts';
import { openSource } from './files.ts';
import { refuseForbidden } from './hash-only.ts';
import { inspectFile } from './inspect.ts';
import './journal-kinds.ts';
import { refuseAgain } from './imported-before.ts';
import { previewFile } from './preview.ts';
import { importFile, undoImport } from './run.ts';
import { rejectionSentence } from './sentences.ts';
import { listSpecifications, saveSpecification } from './specifications.ts';

interface StoredRejection {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string;
}

/** Answers to everything of contract/import.ts. */
export const importHandlers = {
  'import.inspect': (context, { path, fileId, reading, timeZone }) =>
    inspectFile(context, path, { reading, timeZone, fileId }),
  'import.expand': (context, { paths, hashOnly = false }) => expand(context, paths, hashOnly),
  'import.preview': (context, { path, specification, limit }) =>
    previewFile(context, path, specification, limit),
  'import.start': async (context, { again = false, ...asked }) => {
    fileSeqOf(context.database(), asked.fileId);
    const wish = { ...asked, again };
    await refuseBefore(context, wish);
    return {
      jobId: context.jobs.start('import', (progress) => importFile(context, { ...wish, progress })),
    };
  },
  'import.batches': (context, { fileId }) => {
    const database = context.database();
    const rows = database.all<{
      id: string;
      file_name: string;
      imported: number;
      rejected: number;
      rows: number;
      created_at: number;
      state: 'done' | 'undone';
      source_id: string;
      specification: string;
    }>(
      `SELECT id, file_name, imported, rejected, rows, created_at, state, json_extract(report, '$.sourceId') AS source_id, specification
       FROM batch WHERE file_seq = ? AND kind = 'import' ORDER BY seq DESC`,
      fileSeqOf(database, fileId),
    );
    const batches = rows.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      imported: row.imported,
      rejected: row.rejected,
      rows: row.rows,
      at: row.created_at,
      state: row.state,
      sourceId: row.source_id,
      specificationName: (JSON.parse(row.specification) as ImportSpecification).name,
    }));
    return { batches };
  },
  'import.rejected': (context, { batchId, offset, limit }) => {
    const database = context.database();
    const { seq } = batchRow(database, batchId);
    const sentence = rejectionSentence(context);
    const total =
      database.one<{ n: number }>('SELECT count(*) AS n FROM rejected_row WHERE batch_seq = ?', seq)?.n ?? 0;
    const rows = database.all<StoredRejection>(
      'SELECT line, column_name AS column, code, value FROM rejected_row WHERE batch_seq = ? ORDER BY line, part LIMIT ? OFFSET ?',
      seq,
      limit,
      offset,
    );
    return { total, rows: rows.map((row) => ({ ...row, message: sentence(row.code) })) };
  },
  'import.undo': (context, { batchId }) => {
    batchRow(context.database(), batchId);
    return { jobId: context.jobs.start('import-undo', (progress) => undoImport(context, batchId, progress)) };
  },
  'specification.list': (context) => ({ specifications: listSpecifications(context.database()) }),
  'specification.save': (context, { specification }) => ({
    id: saveSpecification(context.database(), specification, context.now()),
  }),
} satisfies Pick<
  Handlers,
  | 'import.inspect'
  | 'import.expand'
  | 'import.preview'
  | 'import.start'
  | 'import.batches'
  | 'import.rejected'
  | 'import.undo'
  | 'specification.list'
  | 'specification.save'
>;

/** What can be said before a job is made of it. */
async function refuseBefore(
  context: Context,
  wish: { readonly path: string; readonly fileId: string; readonly dryRun: boolean; readonly again: boolean },
): Promise<void> {
  const source = await openSource(context, wish.path);
  try {
    await refuseForbidden(context.database(), source);
    await refuseAgain(context.database(), source, wish);
  } finally {
    source.close();
  }
}
