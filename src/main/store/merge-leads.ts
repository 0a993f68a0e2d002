import { Failure } from '../../core/result.ts';
import type { WritableDatabase } from '../vault/database.ts';

/** These and all below them by their merges, and for each the way up to whoever nobody leads. */
const BELOW_AND_ABOVE = `
  WITH RECURSIVE below(seq) AS (
    SELECT value FROM json_each(?)
    UNION SELECT m.entity_seq FROM below JOIN merge ON merge.lead_seq = below.seq JOIN merge_member m ON m.merge_seq = merge.seq),
  above(seq, lead, steps) AS (
    SELECT seq, seq, 0 FROM below
    UNION SELECT above.seq, merge.lead_seq, steps + 1 FROM above
      JOIN merge_member m ON m.entity_seq = above.lead JOIN merge ON merge.seq = m.merge_seq WHERE steps < 100)`;

/**
 * `entity.lead_seq` follows from the merges: up from member to lead until nobody leads. Restated for everybody whose
 * merges changed and all below them, so that taking back an early merge under a later one needs nothing more. Failure
 * store.already-merged: an old merge brought back would give somebody a second lead, or lead in a circle.
 */
export function restateLeads(database: WritableDatabase, seqs: readonly number[]): void {
  if (seqs.length === 0) return;
  const changed = JSON.stringify(seqs);
  const impossible = database.one(
    `${BELOW_AND_ABOVE} SELECT 1 FROM below
     WHERE (SELECT count(*) FROM merge_member WHERE entity_seq = below.seq) > 1
       OR EXISTS (SELECT 1 FROM above WHERE above.seq = below.seq AND lead = below.seq AND steps > 0) LIMIT 1`,
    changed,
  );
  if (impossible !== undefined) throw new Failure('store.already-merged');
  database.run(
    `${BELOW_AND_ABOVE} UPDATE entity SET lead_seq = nullif(
       (SELECT lead FROM above WHERE above.seq = entity.seq ORDER BY steps DESC LIMIT 1), entity.seq)
     WHERE seq IN (SELECT seq FROM below)`,
    changed,
  );
}
