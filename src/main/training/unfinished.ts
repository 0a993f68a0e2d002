import type { Context } from '../engine/context.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { removeTraining } from './remove.ts';

/** Settings under which the vault remembers the reference of a training file that is being made. */
const PREFIX = 'training.unfinished.';

/** Written before the file itself: a program killed at any later moment leaves the mark beside what it left. */
export function markUnfinished(database: WritableDatabase, reference: string): void {
  database.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
    PREFIX + reference,
    reference,
  );
}

export function clearUnfinished(database: WritableDatabase, reference: string): void {
  database.run('DELETE FROM setting WHERE name = ?', PREFIX + reference);
}

/** Takes away the training files a killed program left half-made, before anybody sees them. */
export async function removeUnfinished(context: Context): Promise<void> {
  const left = context.database().all<{ reference: string; id: string | null }>(
    `SELECT setting.value AS reference, analysis_file.id FROM setting
         LEFT JOIN analysis_file ON analysis_file.reference = setting.value
       WHERE setting.name GLOB ?`,
    `${PREFIX}*`,
  );
  for (const { reference, id } of left) {
    if (id !== null) await removeTraining(context, id);
    clearUnfinished(context.database(), reference);
  }
}
