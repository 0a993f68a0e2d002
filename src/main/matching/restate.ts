import type { Members } from '../store/members.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { forgetPair, forgetUnfound, isKept, PairJudge, rowOf, savePair } from './pairs.ts';

/**
 * Pairs that rest on these records are weighed anew: after an edit, a merge, a decision and every step of the journal.
 * A pair of a member is one of its lead too; its own row stays where a search found it and is seen again when the merge
 * is taken back. One that is there for its decision alone goes, and comes with the decision then. Pairs nobody found yet
 * are left to the next search.
 */
export function restatePairs(
  database: WritableDatabase,
  seqs: readonly number[],
  decided: readonly (readonly [number, number])[],
): void {
  const touched = touchedPairs(database, [...seqs, ...decided.flat()]);
  const pairs = [...touched, ...decided.map(([left, right]) => ({ left, right, found: 0 }))];
  if (pairs.length === 0) return;
  const judge = new PairJudge(database);
  const { leadOf } = judge.sides.members;
  for (const { left, right } of touched)
    if (leadOf(left) !== left || leadOf(right) !== right) forgetUnfound(database, left, right);
  for (const [left, right, isFound] of ofLeads(pairs, judge.sides.members)) {
    const file = fileOf(database, left);
    if (left === right || file === null || file !== fileOf(database, right)) continue;
    const judged = judge.judge(left, right);
    if (isKept(judged, isFound)) savePair(database, file, rowOf(judged, isFound));
    else forgetPair(database, left, right);
  }
}

interface Touched {
  readonly left: number;
  readonly right: number;
  readonly found: number;
}

/** Pairs that are kept of these records and of those shown with them, and pairs of them that were decided. */
function touchedPairs(database: WritableDatabase, seqs: readonly number[]): Touched[] {
  return database.all<Touched>(
    `WITH RECURSIVE touched(seq) AS (SELECT value FROM json_each(?)),
       related(seq) AS (SELECT seq FROM touched UNION SELECT lead_seq FROM entity WHERE seq IN (SELECT seq FROM touched) AND lead_seq IS NOT NULL
         UNION SELECT e.seq FROM related JOIN entity e INDEXED BY entity_by_lead ON e.lead_seq = related.seq),
       ids(id) AS (SELECT id FROM entity WHERE seq IN (SELECT seq FROM related)),
       decided(left_id, right_id) AS (SELECT left_id, right_id FROM match_decision WHERE left_id IN (SELECT id FROM ids)
         UNION SELECT left_id, right_id FROM match_decision WHERE right_id IN (SELECT id FROM ids))
     SELECT left_seq AS left, right_seq AS right, found FROM match_pair WHERE left_seq IN (SELECT seq FROM related)
     UNION SELECT left_seq, right_seq, found FROM match_pair WHERE right_seq IN (SELECT seq FROM related)
     UNION ALL SELECT l.seq, r.seq, 0 FROM decided JOIN entity l ON l.id = left_id JOIN entity r ON r.id = right_id`,
    JSON.stringify(seqs),
  );
}

/** Each pair of leads once, found where any pair of their members was. */
function ofLeads(pairs: readonly Touched[], { leadOf }: Members): (readonly [number, number, boolean])[] {
  const found = new Map<string, readonly [number, number, boolean]>();
  for (const pair of pairs) {
    const [left, right] = [leadOf(pair.left), leadOf(pair.right)];
    const [first, second] = left < right ? [left, right] : [right, left];
    const key = `${first}|${second}`;
    found.set(key, [first, second, pair.found === 1 || found.get(key)?.[2] === true]);
  }
  return [...found.values()];
}

/** null where the record is gone. */
function fileOf(database: WritableDatabase, seq: number): number | null {
  return (
    database.one<{ file: number }>('SELECT file_seq AS file FROM entity WHERE seq = ?', seq)?.file ?? null
  );
}
