import { join } from 'node:path';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { JobProgress } from '../engine/jobs.ts';
import { importFile } from '../import/run.ts';
import { storeHandlers } from '../store/handlers.ts';
import { caseWords, type TrainingFiles, trainingFiles } from './case.ts';
import { removeTraining } from './remove.ts';
import { addStatements } from './statements.ts';
import { clearUnfinished, markUnfinished } from './unfinished.ts';

/**
 * Makes the training analysis file through the same doors a person uses: create, import each file by its
 * specification, add the statements, set who is suspect and who is protected. Stopped or failed, it takes away
 * again whatever it had brought; killed, the next unlock does (`unfinished.ts`).
 */
export async function openTraining(
  context: Context,
  language: 'en' | 'uk' | 'ro',
  progress: JobProgress,
): Promise<{ fileId: string }> {
  const files = trainingFiles(context.resourcesFolder);
  const reference = freeReference(context, files);
  markUnfinished(context.database(), reference);
  const fileId = await createFile(context, files, language, reference);
  try {
    for (const path of files.content.imports) await importOne(context, files, path, fileId, progress);
    await progress.breathe();
    addStatements(context, files, fileId);
    await setStatuses(context, files, fileId);
    clearUnfinished(context.database(), reference);
    return { fileId };
  } catch (error) {
    await removeTraining(context, fileId);
    clearUnfinished(context.database(), reference);
    throw error;
  }
}

function freeReference(context: Context, files: TrainingFiles): string {
  const { reference } = files.content.analysisFile;
  const taken = new Set(
    context
      .database()
      .all<{ reference: string }>('SELECT reference FROM analysis_file')
      .map((row) => row.reference),
  );
  let free: string = reference;
  for (let number = 2; taken.has(free); number++) free = `${reference}-${number}`;
  return free;
}

async function createFile(
  context: Context,
  files: TrainingFiles,
  language: 'en' | 'uk' | 'ro',
  reference: string,
): Promise<string> {
  const made = await storeHandlers['analysisFile.create'](context, {
    ...files.content.analysisFile,
    ...caseWords(context.resourcesFolder, language),
    reference,
  });
  return made.id;
}

async function importOne(
  context: Context,
  files: TrainingFiles,
  path: string,
  fileId: string,
  progress: JobProgress,
): Promise<void> {
  const report = await importFile(context, {
    fileId,
    path: join(files.folder, path),
    specification: files.specification(path),
    dryRun: false,
    progress,
  });
  if (report.imported === 0) throw new Failure('training.import-failed', { file: path });
}

async function setStatuses(context: Context, files: TrainingFiles, fileId: string): Promise<void> {
  for (const { document, status, minor } of files.content.statuses) {
    const found = context.database().one<{ id: string }>(
      `SELECT entity.id FROM identifier
         JOIN entity ON entity.seq = identifier.entity_seq
         JOIN analysis_file ON analysis_file.seq = entity.file_seq
       WHERE identifier.kind = 'document-number' AND identifier.raw = ? AND analysis_file.id = ? LIMIT 1`,
      document,
      fileId,
    );
    if (found === undefined) throw new Failure('training.missing');
    await storeHandlers['entity.setStatus'](context, { entityId: found.id, status, minor });
  }
}
