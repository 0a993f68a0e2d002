import type { CorrectedRow, RejectedRow } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { batchRow } from './batch-record.ts';
import { correctedFile } from './corrections.ts';
import { importSource } from './run.ts';
import { rejectionSentence } from './sentences.ts';

/** Imports what a person corrected; a batch that was taken back takes no corrections. */
export async function retryRows(
  context: Context,
  batchId: string,
  rows: readonly CorrectedRow[],
): Promise<{ jobId: string | null; problems: RejectedRow[] }> {
  const database = context.database();
  const batch = batchRow(database, batchId);
  if (batch.state === 'undone') throw new Failure('import.already-undone', { file: batch.file_name });
  const { file, problems } = await correctedFile(database, batchId, rows, rejectionSentence(context));
  if (file === null) return { jobId: null, problems };
  const { source, specification, correction } = file;
  const fileId = fileOf(context, batch.file_seq);
  const jobId = context.jobs.start('import', (progress) =>
    importSource(context, source, {
      fileId,
      specification,
      correction,
      dryRun: false,
      again: true,
      progress,
    }),
  );
  return { jobId, problems };
}

function fileOf(context: Context, fileSeq: number): string {
  const found = context.database().one<{ id: string }>('SELECT id FROM analysis_file WHERE seq = ?', fileSeq);
  if (found === undefined) throw new Failure('import.case-unknown');
  return found.id;
}
