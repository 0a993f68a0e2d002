import i18next from 'i18next';
import type { RejectedRow } from '../../contract/import.ts';
import { say } from '../messages.ts';
import type { Call } from '../session.ts';

const PAGE = 1000;

/** All rows a batch in the vault did not take. */
export async function storedRejected(call: Call, batchId: string): Promise<RejectedRow[]> {
  const found: RejectedRow[] = [];
  for (;;) {
    const { total, rows } = await call('import.rejected', { batchId, offset: found.length, limit: PAGE });
    found.push(...rows.map(inOwnWords));
    if (rows.length === 0 || found.length >= total) return found;
  }
}

/** The reason in the language of this command, whatever language the window was last used in. */
export function inOwnWords(row: RejectedRow): RejectedRow {
  const name = row.code.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  const key = `import:reject.${name}`;
  return i18next.exists(key) ? { ...row, message: say(key) } : row;
}

export function rejectedLines(rows: readonly RejectedRow[]): string[] {
  return rows.map(({ line, message }) => say('cli:import.rejectedRow', { line, message }));
}
