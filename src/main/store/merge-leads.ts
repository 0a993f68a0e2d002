import type { WritableDatabase } from '../vault/database.ts';

/**
 * `entity.lead_seq` follows from the merges: up from member to lead until nobody leads. Restated for everybody whose
 * merges changed and all below them, so that taking back an early merge under a later one needs nothing more.
 */
export function restateLeads(database: WritableDatabase, seqs: readonly number[]): void {
  if (seqs.length === 0) return;
  database.run(
    `WITH RECURSIVE below(seq) AS (
       SELECT value FROM json_each(?)
       UNION SELECT m.entity_seq FROM below JOIN merge ON merge.lead_seq = below.seq JOIN merge_member m ON m.merge_seq = merge.seq),
     above(seq, lead, steps) AS (
       SELECT seq, seq, 0 FROM below
       UNION SELECT above.seq, merge.lead_seq, steps + 1 FROM above
         JOIN merge_member m ON m.entity_seq = above.lead JOIN merge ON merge.seq = m.merge_seq WHERE steps < 100)
     UPDATE entity SET lead_seq = nullif(
       (SELECT lead FROM above WHERE above.seq = entity.seq ORDER BY steps DESC LIMIT 1), entity.seq)
     WHERE seq IN (SELECT seq FROM below)`,
    JSON.stringify(seqs),
  );
}
