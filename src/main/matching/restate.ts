import type { WritableDatabase } from '../vault/database.ts';
import { forgetPair, isKept, PairJudge, rowOf, savePair } from './pairs.ts';

/**
 * Pairs that rest on these records are weighed anew: after an edit, a merge, a decision and every step of the journal.
 * A pair of a member is one of its lead too; its own row stays and is seen again when the merge is taken back. Pairs
 * nobody found yet are left to the next search.
 */
export function restatePairs(
  database: WritableDatabase,
  seqs: readonly number[],
  decided: readonly (readonly [number, number])[],
): void {
  const touched = database.all<{ left: number; right: number }>(
    `WITH RECURSIVE touched(seq) AS (SELECT value FROM json_each(?)),
       related(seq) AS (SELECT seq FROM touched UNION SELECT lead_seq FROM entity WHERE seq IN (SELECT seq FROM touched) AND lead_seq IS NOT NULL
         UNION SELECT e.seq FROM related JOIN entity e INDEXED BY entity_by_lead ON e.lead_seq = related.seq)
     SELECT left_seq AS left, right_seq AS right FROM match_pair WHERE left_seq IN (SELECT seq FROM related)
     UNION SELECT left_seq, right_seq FROM match_pair WHERE right_seq IN (SELECT seq FROM related)`,
    JSON.stringify(seqs),
  );
  const pairs = [...touched.map(({ left, right }) => [left, right] as const), ...decided];
  if (pairs.length === 0) return;
  const judge = new PairJudge(database);
  const { leadOf } = judge.sides.members;
  const leads = new Map(
    pairs.map(([one, other]) => {
      const pair = [leadOf(one), leadOf(other)].sort((a, b) => a - b);
      return [pair.join('|'), pair] as const;
    }),
  );
  for (const [left = 0, right = 0] of leads.values()) {
    const file = fileOf(database, left);
    if (left === right || file === null || file !== fileOf(database, right)) continue;
    const judged = judge.judge(left, right);
    if (isKept(judged)) savePair(database, file, rowOf(judged));
    else forgetPair(database, left, right);
  }
}

/** null where the record is gone. */
function fileOf(database: WritableDatabase, seq: number): number | null {
  return (
    database.one<{ file: number }>('SELECT file_seq AS file FROM entity WHERE seq = ?', seq)?.file ?? null
  );
}
