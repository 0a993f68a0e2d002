import type { Context } from '../engine/context.ts';
import { importHandlers } from '../import/handlers.ts';

/** Takes a half-made training file away again: every batch is un-imported, then the file itself goes. */
export async function removeTraining(context: Context, fileId: string): Promise<void> {
  const { batches } = await importHandlers['import.batches'](context, { fileId });
  for (const batch of batches.filter((one) => one.state === 'done')) {
    const { jobId } = await importHandlers['import.undo'](context, { batchId: batch.id });
    await context.jobs.finished(jobId);
  }
  const database = context.database();
  database.transaction(() => {
    const own = '(SELECT seq FROM analysis_file WHERE id = ?)';
    database.run(`UPDATE entity SET batch_seq = NULL WHERE file_seq = ${own}`, fileId);
    database.run(`UPDATE link SET batch_seq = NULL WHERE file_seq = ${own}`, fileId);
    database.run(
      `DELETE FROM source_text WHERE rowid IN (SELECT seq FROM source WHERE file_seq = ${own})`,
      fileId,
    );
    database.run('DELETE FROM analysis_file WHERE id = ?', fileId);
  });
}
