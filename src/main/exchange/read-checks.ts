import type { CaseCheck } from '../../core/evidence/case-data.ts';
import { CHECK_ROWS, type CheckRow, checkOf } from '../checks/rows.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** The file's checks of the entities of the selection, oldest first; who asked does not travel. */
export function readChecks(
  database: ReadableDatabase,
  fileSeq: number,
  ids: ReadonlyMap<number, string>,
): CaseCheck[] {
  return database
    .all<CheckRow>(`${CHECK_ROWS} WHERE c.file_seq = ? ORDER BY c.checked_at, c.seq`, fileSeq)
    .filter((row) => ids.has(row.entity_seq))
    .map((row) => {
      const { operator: _inward, member: _shown, open: _open, overdue: _late, ...check } = checkOf(row, '');
      const { handlingText, ...rest } = check;
      return handlingText === '' ? rest : { ...rest, handlingText };
    });
}
