import { createHash } from 'node:crypto';
import { type EvidenceItem, evidenceOf, type MatchSide } from '../../core/matching/index.ts';
import type { Members } from '../store/members.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

export const DECISIONS = ['same', 'different', 'undecided'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface DecisionRow {
  readonly decision: Decision;
  /** Hashes of what was known of both when it was decided. */
  readonly evidence: ReadonlySet<string>;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** Hashes and not the facts: a decision must not keep what was deleted since. */
function hashOf({ kind, value }: EvidenceItem): string {
  return createHash('sha256').update(`${kind}|${value}`).digest('base64url').slice(0, 16);
}

export function newEvidence(decision: DecisionRow, left: MatchSide, right: MatchSide): EvidenceItem[] {
  return evidenceOf(left, right).filter((item) => !decision.evidence.has(hashOf(item)));
}

/** Ids in one order, so that a pair has one decision whichever side it is looked at from. */
export function ordered(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

export function writeDecision(
  database: WritableDatabase,
  decided: {
    readonly fileSeq: number;
    readonly ids: readonly [string, string];
    readonly decision: Decision;
    readonly sides: readonly [MatchSide, MatchSide];
    readonly reason: string;
    readonly by: string;
    readonly at: number;
  },
): void {
  const { fileSeq, ids, decision, sides, reason, by, at } = decided;
  const [left, right] = ordered(...ids);
  database.run(
    `INSERT INTO match_decision (left_id, right_id, file_seq, decision, evidence, reason, decided_by, decided_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET decision = excluded.decision, evidence = excluded.evidence, reason = excluded.reason,
       decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    left,
    right,
    fileSeq,
    decision,
    JSON.stringify(evidenceOf(...sides).map(hashOf)),
    reason,
    by,
    at,
  );
}

/** Between two groups of records, whichever members were decided on: the newest counts. */
export function decisionBetween(
  database: ReadableDatabase,
  members: Members,
  left: number,
  right: number,
): DecisionRow | null {
  const group = (lead: number): string => JSON.stringify([lead, ...members.under(lead)]);
  const row = database.one<{ decision: Decision; evidence: string; reason: string; by: string; at: number }>(
    `WITH a AS (SELECT id FROM entity WHERE seq IN (SELECT value FROM json_each(?))),
       b AS (SELECT id FROM entity WHERE seq IN (SELECT value FROM json_each(?)))
     SELECT decision, evidence, reason, decided_by AS "by", decided_at AS at FROM (
       SELECT d.* FROM a JOIN match_decision d ON d.left_id = a.id WHERE d.right_id IN (SELECT id FROM b)
       UNION ALL SELECT d.* FROM b JOIN match_decision d ON d.left_id = b.id WHERE d.right_id IN (SELECT id FROM a))
     ORDER BY decided_at DESC LIMIT 1`,
    group(left),
    group(right),
  );
  return row === undefined ? null : { ...row, evidence: new Set(JSON.parse(row.evidence) as string[]) };
}
