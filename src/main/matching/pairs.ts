import {
  type EvidenceItem,
  type MatchReason,
  type MatchSide,
  type RuleChanges,
  ruleChanges,
  scorePair,
  WORTH_A_LOOK,
} from '../../core/matching/index.ts';
import { changedRules } from '../store/match-rules.ts';
import { membersOf } from '../store/members.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { type DecisionRow, decisionBetween, newEvidence } from './decisions.ts';
import { SideReader } from './sides.ts';

/** Where a pair stands: open for a decision, put off, or decided as two. */
export type PairState = 'open' | 'undecided' | 'different';

export interface JudgedPair {
  readonly left: number;
  readonly right: number;
  readonly sides: readonly [MatchSide, MatchSide];
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  readonly state: PairState;
  /** What was not known when it was decided. */
  readonly news: readonly EvidenceItem[];
  readonly decision: DecisionRow | null;
}

/** Weighs pairs of one database with its rules and decisions as they are now. */
export class PairJudge {
  readonly sides: SideReader;
  readonly #database: ReadableDatabase;
  readonly #rules: RuleChanges;

  constructor(database: ReadableDatabase) {
    this.#database = database;
    this.sides = new SideReader(database, membersOf(database));
    this.#rules = ruleChanges(changedRules(database));
  }

  /** Both must be leads. */
  judge(one: number, other: number): JudgedPair {
    const [left, right] = one < other ? [one, other] : [other, one];
    const sides = this.sides.pair(left, right);
    const decision = decisionBetween(this.#database, this.sides.members, left, right);
    const news = decision === null ? [] : newEvidence(decision, ...sides);
    const isOpen = decision === null || news.length > 0;
    const decided = decision?.decision === 'different' ? 'different' : 'undecided';
    return {
      left,
      right,
      sides,
      ...scorePair(...sides, this.#rules),
      state: isOpen ? 'open' : decided,
      news,
      decision,
    };
  }
}

/** A pair nobody decided goes where nothing speaks for it any more, or where no search found it. */
export function isKept({ score, decision }: Pick<JudgedPair, 'score' | 'decision'>, isFound = true): boolean {
  return decision !== null || (isFound && score >= WORTH_A_LOOK);
}

export type PairRow = Pick<JudgedPair, 'left' | 'right' | 'score' | 'state'> & {
  readonly hasNews: boolean;
  readonly isFound: boolean;
};

export function rowOf({ left, right, score, state, news }: JudgedPair, isFound: boolean): PairRow {
  return { left, right, score, state, hasNews: news.length > 0, isFound };
}

export function savePair(database: WritableDatabase, fileSeq: number, pair: PairRow): void {
  database.run(
    `INSERT INTO match_pair (file_seq, left_seq, right_seq, score, state, news, found) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET score = excluded.score, state = excluded.state, news = excluded.news,
       found = max(found, excluded.found)`,
    fileSeq,
    pair.left,
    pair.right,
    pair.score,
    pair.state,
    pair.hasNews ? 1 : 0,
    pair.isFound ? 1 : 0,
  );
}

export function forgetPair(database: WritableDatabase, left: number, right: number): void {
  database.run(
    'DELETE FROM match_pair WHERE left_seq = ? AND right_seq = ?',
    Math.min(left, right),
    Math.max(left, right),
  );
}

/** The row of a pair that is there for its decision alone. */
export function forgetUnfound(database: WritableDatabase, left: number, right: number): void {
  database.run(
    'DELETE FROM match_pair WHERE left_seq = ? AND right_seq = ? AND found = 0',
    Math.min(left, right),
    Math.max(left, right),
  );
}
