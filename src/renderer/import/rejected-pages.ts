import type { ImportReport, RejectedRow } from '../../contract/import.ts';
import { call } from '../workspace/index.ts';

export const PAGE = 20;
/** Most the engine gives at once. */
const MOST = 1000;

type Rejections = Pick<ImportReport, 'batchId' | 'rejected' | 'rejectedRows'>;

/** How many of the rejected rows can be had: a dry run leaves none in the vault, only those of its report. */
export function reachable({ batchId, rejected, rejectedRows }: Rejections): number {
  return batchId === null ? rejectedRows.length : rejected;
}

/** Where a page that begins here ends, and where its neighbours begin. */
export function pageAt(from: number, total: number) {
  const to = Math.min(from + PAGE, total);
  return { to, previous: from === 0 ? null : Math.max(0, from - PAGE), next: to < total ? to : null };
}

/** Every rejected row that can be had: those of the report and, of a real import, the rest from the vault. */
export async function allRejected(report: Rejections): Promise<RejectedRow[]> {
  const rows = [...report.rejectedRows];
  while (report.batchId !== null && rows.length < report.rejected) {
    const page = await call('import.rejected', {
      batchId: report.batchId,
      offset: rows.length,
      limit: MOST,
    });
    if (page.rows.length === 0) break;
    rows.push(...page.rows);
  }
  return rows;
}
