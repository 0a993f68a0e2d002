import type { ImportReport, ImportSpecification } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { JobProgress } from '../engine/jobs.ts';
import { refreshAfterImport } from '../lists/refresh.ts';
import { checkStanding } from '../search/standing.ts';
import { record } from '../store/journal.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { diskTrouble } from '../vault/disk.ts';
import { storedSource } from './attachments.ts';
import { batchRow, type Correction, fileSeqOf, newPlan, type StoredBatch } from './batch-record.ts';
import { editsToKeep } from './edited.ts';
import { type ByteSource, openSource } from './files.ts';
import { refuseForbidden } from './hash-only.ts';
import { refuseAgain } from './imported-before.ts';
import { loadFile } from './load.ts';
import { regionalPlaces } from './places.ts';
import { putBack } from './put-back.ts';
import { noteRejectedFile, type RejectedFile, saveRejected } from './rejected-file.ts';
import { nameOnly } from './rows-before.ts';
import { rejectionSentence } from './sentences.ts';
import type { Taken } from './taken.ts';
import { type UndoneBatch, undoBatch } from './undo.ts';

export interface ImportOptions {
  readonly fileId: string;
  readonly specification: ImportSpecification;
  readonly dryRun: boolean;
  /** The analysis file may hold an import of the same bytes. */
  readonly again?: boolean;
  /** Where every row not taken is written. */
  readonly rejectedTo?: RejectedFile | undefined;
  readonly correction?: Correction;
  readonly progress: JobProgress;
}

/** Progress of work nobody watches: the journal's redo, tests. */
export const QUIET: JobProgress = {
  phase: () => undefined,
  advance: () => undefined,
  breathe: async () => undefined,
  cancelled: false,
};

/**
 * Imports one file as one batch in one transaction of its own connection. A dry run does all of it and rolls back.
 * Cancelled, failed or killed at any moment: nothing of it is in the vault.
 */
export async function importFile(
  context: Context,
  /** A path or `upload:<id>`. */
  { path, ...options }: ImportOptions & { readonly path: string },
): Promise<ImportReport> {
  options.progress.phase('reading');
  return importSource(context, await openSource(context, path), options);
}

/** The same with bytes that are open already; closes them. */
export async function importSource(
  context: Context,
  source: ByteSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const { fileId, specification, dryRun, progress, again = false, rejectedTo, correction } = options;
  const { lookup, sentence } = helpersOf(context);
  const work = async (database: WritableDatabase): Promise<ImportReport> => {
    await refuseForbidden(database, source);
    await refuseAgain(database, source, { fileId, specification, dryRun, again });
    const fileSeq = fileSeqOf(database, fileId);
    const plan = newPlan(context.now());
    const { report, batchSeq } = await loadFile(database, {
      fileSeq,
      plan,
      specification,
      source,
      correction,
      lookup,
      progress,
      sentence,
    });
    if (rejectedTo !== undefined) saveRejected(context, database, batchSeq, rejectedTo);
    record(database, {
      fileSeq,
      actor: context.actor(),
      kind: 'import',
      label: { key: 'import:journal.import', params: { file: source.name, count: report.imported } },
      forward: { batchId: plan.batchId },
      inverse: { batchId: plan.batchId },
      at: plan.createdAt,
      action: 'import',
      object: `batch:${plan.batchId}`,
      details: { file: source.name, imported: report.imported, rejected: report.rejected },
      touched: [{ kind: 'batch', id: plan.batchId }],
    });
    if (!dryRun) checkStanding(context, fileSeq, database);
    return { ...report, dryRun, batchId: dryRun ? null : report.batchId };
  };
  try {
    const report = await inTransaction(context, !dryRun, work);
    if (rejectedTo !== undefined) noteRejectedFile(context, rejectedTo);
    const listJobId = dryRun ? null : refreshAfterImport(context);
    return listJobId === null ? report : { ...report, listJobId };
  } finally {
    source.close();
  }
}

/** Un-imports a batch at any later time, as a command that can itself be undone. */
export async function undoImport(
  context: Context,
  batchId: string,
  progress: JobProgress,
): Promise<Omit<UndoneBatch, 'taken'>> {
  progress.phase('undoing');
  return inTransaction(context, true, async (database) => {
    const batch = batchRow(database, batchId);
    if (batch.state === 'undone') throw new Failure('import.already-undone', { file: batch.file_name });
    const { taken, ...undone } = await undoBatch(database, batchId, progress);
    record(database, {
      fileSeq: batch.file_seq,
      actor: context.actor(),
      kind: 'import-undo',
      label: { key: 'import:journal.undo', params: { file: batch.file_name } },
      forward: { batchId },
      inverse: { batchId, taken },
      at: context.now(),
      action: 'import-undo',
      object: `batch:${batchId}`,
      details: { file: batch.file_name, kept: undone.kept },
      touched: [{ kind: 'batch', id: batchId }],
    });
    checkStanding(context, batch.file_seq, database);
    return undone;
  });
}

/**
 * Brings an undone batch back from the file kept in the vault, or from what was read of one that is not kept, under the
 * same ids, inside the caller's transaction, with what its undo took along. Failure import.attachment-gone where the
 * vault has neither.
 */
export async function redoBatch(
  database: WritableDatabase,
  batchId: string,
  taken: Taken | null,
): Promise<void> {
  const batch = batchRow(database, batchId);
  if (batch.state === 'done') return;
  const stored = JSON.parse(batch.report) as StoredBatch;
  const file = storedSource(database, stored.sha256, batch.file_name);
  if (file === undefined && stored.rowsBefore === undefined)
    throw new Failure('import.attachment-gone', { file: batch.file_name });
  const source = file ?? nameOnly(batch.file_name);
  const edited = editsToKeep(database, batch, taken?.edited ?? []);
  await loadFile(database, {
    fileSeq: batch.file_seq,
    plan: {
      batchId,
      sourceId: stored.sourceId,
      createdAt: batch.created_at,
      batchSeq: batch.seq,
      source: taken?.source ?? null,
      ids: new Map(taken?.ids),
    },
    specification: JSON.parse(batch.specification) as ImportSpecification,
    source,
    before: file === undefined ? stored : undefined,
    correction: stored.correctionOf,
    rules: stored.rules ?? null,
    lookup: regionalPlaces(null, taken?.places),
    progress: QUIET,
    sentence: (code) => code,
  });
  if (taken !== null) putBack(database, batchId, { ...taken, edited });
}

function helpersOf(context: Context) {
  return { lookup: regionalPlaces(context.resourcesFolder), sentence: rejectionSentence(context) };
}

async function inTransaction<T>(
  context: Context,
  keep: boolean,
  work: (database: WritableDatabase) => Promise<T>,
): Promise<T> {
  const database = context.session.connect();
  try {
    database.execute('BEGIN IMMEDIATE');
    const result = await work(database);
    database.execute(keep ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    if (database.inTransaction) database.execute('ROLLBACK');
    giveBackRoom(database);
    throw vaultFailure(error);
  } finally {
    database.close();
  }
}

/** What did not come in lies in the log of changes and would keep the full disk full. */
function giveBackRoom(database: WritableDatabase): void {
  try {
    database.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Why the import failed is told by its own error; the room comes back when the vault is locked.
    return;
  }
}

function vaultFailure(error: unknown): unknown {
  if (error instanceof Failure) return error;
  const trouble = diskTrouble(error);
  if (trouble === 'full') return new Failure('import.disk-full');
  if (trouble !== null) return new Failure('import.disk-failed');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') ? new Failure('import.vault-busy') : error;
}
