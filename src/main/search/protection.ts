import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import type { Members } from '../store/members.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** Protected people this person opened with a reason since the vault was unlocked, with all they are merged with. */
export function openedBy(database: ReadableDatabase, actor: string, members: Members): ReadonlySet<number> {
  const rows = database.all<{ object: string; details: string }>(
    `SELECT object, details FROM audit INDEXED BY audit_opened WHERE action = 'view-protected' AND actor = ?
     AND seq > coalesce((SELECT max(seq) FROM audit INDEXED BY audit_unlocked WHERE action = 'unlock'), 0)`,
    actor,
  );
  const ids = rows.flatMap(({ object, details }) => [object.replace('entity:', ''), ...recordsIn(details)]);
  const seqs = database.all<{ seq: number }>(
    'SELECT seq FROM entity WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Set(members.withMembers(seqs.map(({ seq }) => seq)));
}

function recordsIn(details: string): string[] {
  const { records } = JSON.parse(details) as { records?: unknown };
  return Array.isArray(records) ? records.map(String) : [];
}

export interface Standing {
  readonly seq: number;
  readonly status: string | null;
  readonly minor: number;
}

/**
 * Whether a record is behind a closed shutter: what is known of it must not answer, or the answer would confirm it. Of
 * a merged record the most protected member decides.
 */
export function shutterOfRecords(
  database: ReadableDatabase,
  members: Members,
  opened: ReadonlySet<number>,
): (row: Standing) => boolean {
  const closed = (row: Standing): boolean => isProtected(row.status as PersonStatus | null, row.minor === 1);
  return (row) => {
    if (opened.has(row.seq)) return false;
    if (closed(row)) return true;
    const group = members.withMembers([row.seq]);
    if (group.length < 2) return false;
    return database
      .all<Standing>(
        'SELECT seq, status, minor FROM entity WHERE seq IN (SELECT value FROM json_each(?))',
        JSON.stringify(group),
      )
      .some(closed);
  };
}
