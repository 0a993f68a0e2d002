import type { Context } from '../engine/context.ts';
import { QUIET, undoImport } from '../import/run.ts';

/** Takes a half-made training file away again: every batch is un-imported, then the file itself goes. */
export async function removeTraining(context: Context, fileId: string): Promise<void> {
  const batches = context.database().all<{ id: string }>(
    `SELECT batch.id FROM batch JOIN analysis_file ON analysis_file.seq = batch.file_seq
       WHERE analysis_file.id = ? AND batch.state = 'done' ORDER BY batch.seq DESC`,
    fileId,
  );
  for (const batch of batches) await undoImport(context, batch.id, QUIET);
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
