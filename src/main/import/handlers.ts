import type { ImportSpecification } from '../../contract/import.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { batchRow, fileSeqOf } from './batch-record.ts';
import { listBatches, rejectedOf, reportOfBatch } from './batches.ts';
import { expand } from './containers/expand.ts';
import { rowsOfBatch } from './corrections.ts';
import { openSource } from './files.ts';
import { refuseForbidden } from './hash-only.ts';
import { inspectFile } from './inspect.ts';
import './journal-kinds.ts';
import { refuseAgain } from './imported-before.ts';
import { previewFile } from './preview.ts';
import { retryRows } from './retry.ts';
import { importFile, undoImport } from './run.ts';
import { rejectionSentence } from './sentences.ts';
import { exportSpecification, importSpecificationFile } from './specification-file.ts';
import { listSpecifications, saveSpecification } from './specifications.ts';

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
  'import.batches': (context, { fileId }) => ({ batches: listBatches(context.database(), fileId) }),
  'import.rejected': (context, { batchId, offset, limit }) =>
    rejectedOf(context.database(), batchId, rejectionSentence(context), offset, limit),
  'import.report': (context, { batchId }) =>
    reportOfBatch(context.database(), batchId, rejectionSentence(context)),
  'import.corrections': (context, { batchId, lines }) => rowsOfBatch(context.database(), batchId, lines),
  'import.retry': (context, { batchId, rows }) => retryRows(context, batchId, rows),
  'import.undo': (context, { batchId }) => {
    batchRow(context.database(), batchId);
    return { jobId: context.jobs.start('import-undo', (progress) => undoImport(context, batchId, progress)) };
  },
  'specification.list': (context) => ({ specifications: listSpecifications(context.database()) }),
  'specification.save': (context, { specification }) => ({
    id: saveSpecification(context.database(), specification, context.now()),
  }),
  'specification.export': (context, { specification, path }) =>
    exportSpecification(context, specification, path),
  'specification.import': (context, { path }) => importSpecificationFile(context, path),
} satisfies Pick<
  Handlers,
  | 'import.inspect'
  | 'import.expand'
  | 'import.preview'
  | 'import.start'
  | 'import.batches'
  | 'import.rejected'
  | 'import.undo'
  | 'import.report'
  | 'import.corrections'
  | 'import.retry'
  | 'specification.list'
  | 'specification.save'
  | 'specification.export'
  | 'specification.import'
>;

/** What can be said before a job is made of it. */
async function refuseBefore(
  context: Context,
  wish: {
    readonly path: string;
    readonly fileId: string;
    readonly specification: Pick<ImportSpecification, 'part'>;
    readonly dryRun: boolean;
    readonly again: boolean;
  },
): Promise<void> {
  const source = await openSource(context, wish.path);
  try {
    await refuseForbidden(context.database(), source);
    await refuseAgain(context.database(), source, wish);
  } finally {
    source.close();
  }
}
