import { WORTH_A_LOOK } from '../../core/matching/index.ts';
import type { Context } from '../engine/context.ts';
import type { JobProgress } from '../engine/jobs.ts';
import { changedRules } from '../store/match-rules.ts';
import { indexNames, NAMED_TYPES } from '../store/name-keys.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { Candidates } from './candidates.ts';
import { forgetPair, isKept, PairJudge, type PairRow, rowOf, savePair } from './pairs.ts';

/** Whose likes are looked for: everybody of the file, what these imports brought or spoke of, or one record. */
export interface FindWish {
  readonly batchIds?: readonly string[] | undefined;
  readonly entityId?: string | undefined;
}

export interface Found {
  readonly looked: number;
  readonly pairs: number;
}

const KEYS_AT_ONCE = 500;
const LONGEST_TURN = 10;
/** Of one record so many pairs are kept, the best ones. */
const MOST_KEPT = 20;

/**
 * Looks for records that may be one and keeps the pairs that are worth a person's look. What it keeps is written at the
 * end in one transaction: cancelled, it has changed nothing but keys that were missing.
 */
export async function findPairs(
  context: Context,
  fileSeq: number,
  wish: FindWish,
  progress: JobProgress,
): Promise<Found> {
  const database = context.session.connect();
  try {
    await addMissingKeys(database, progress);
    progress.phase('matching');
    const subjects = subjectsOf(database, fileSeq, wish);
    const { kept, gone } = await judged(database, fileSeq, subjects, progress);
    database.transaction(() => {
      for (const [left, right] of gone) forgetPair(database, left, right);
      for (const pair of kept) savePair(database, fileSeq, pair);
    });
    return { looked: subjects.length, pairs: kept.filter(({ state }) => state === 'open').length };
  } finally {
    database.close();
  }
}

/** Records of a vault of before there were keys. */
async function addMissingKeys(database: WritableDatabase, progress: JobProgress): Promise<void> {
  const total = database.one<{ n: number }>('SELECT count(*) AS n FROM name_key_missing')?.n ?? 0;
  if (total === 0) return;
  progress.phase('matchingKeys');
  for (let done = 0; ; done += KEYS_AT_ONCE) {
    const some = database.all<{ seq: number }>(
      'SELECT entity_seq AS seq FROM name_key_missing LIMIT ?',
      KEYS_AT_ONCE,
    );
    if (some.length === 0) return;
    database.transaction(() => {
      for (const { seq } of some) indexNames(database, seq);
    });
    progress.advance(done + some.length, total);
    await progress.breathe();
  }
}

/** Leads of named types, and of things some number of which no longer joins. */
function subjectsOf(database: ReadableDatabase, fileSeq: number, wish: FindWish): number[] {
  const loose = changedRules(database).filter((rule) => !rule.joins);
  const types = JSON.stringify([...new Set([...NAMED_TYPES, ...loose.map(({ type }) => type)])]);
  if (wish.entityId !== undefined) {
    return leads(database, 'entity.id = ?', fileSeq, wish.entityId);
  }
  const isOfType = 'entity.type IN (SELECT value FROM json_each(?))';
  if (wish.batchIds === undefined) return leads(database, isOfType, fileSeq, types);
  const inBatch = `entity.seq IN (SELECT entity_seq FROM assertion JOIN batch ON batch.seq = assertion.batch_seq
    WHERE batch.id IN (SELECT value FROM json_each(?)))`;
  return leads(database, `${isOfType} AND ${inBatch}`, fileSeq, types, JSON.stringify(wish.batchIds));
}

function leads(
  database: ReadableDatabase,
  condition: string,
  fileSeq: number,
  ...values: readonly string[]
): number[] {
  return database
    .all<{ seq: number }>(
      `SELECT DISTINCT coalesce(entity.lead_seq, entity.seq) AS seq FROM entity WHERE entity.file_seq = ? AND ${condition} ORDER BY 1`,
      fileSeq,
      ...values,
    )
    .map(({ seq }) => seq);
}

interface Judged {
  readonly kept: PairRow[];
  readonly gone: (readonly [number, number])[];
}

/** What is kept of each record's likes; every pair of it that stood before is weighed anew. */
async function judged(
  database: ReadableDatabase,
  fileSeq: number,
  subjects: readonly number[],
  progress: JobProgress,
): Promise<Judged> {
  const work = { judge: new PairJudge(database), candidates: new Candidates(database, fileSeq), database };
  const all = new Set(subjects);
  const found: Judged = { kept: [], gone: [] };
  let turn = performance.now();
  for (const [done, subject] of subjects.entries()) {
    judgeOne(work, subject, (other) => other < subject && all.has(other), found);
    if (performance.now() - turn <= LONGEST_TURN) continue;
    progress.advance(done + 1, subjects.length);
    await progress.breathe();
    turn = performance.now();
  }
  progress.advance(subjects.length, subjects.length);
  return found;
}

interface Work {
  readonly judge: PairJudge;
  readonly candidates: Candidates;
  readonly database: ReadableDatabase;
}

/** `isDone` says which others were a subject themselves before this one. */
function judgeOne(
  { judge, candidates, database }: Work,
  subject: number,
  isDone: (other: number) => boolean,
  found: Judged,
): void {
  const { members } = judge.sides;
  const before = partnersOf(database, subject).map(members.leadOf);
  const group = [subject, ...members.under(subject)];
  const likes = new Set([...before, ...group.flatMap((seq) => candidates.of(seq)).map(members.leadOf)]);
  likes.delete(subject);
  const fresh: PairRow[] = [];
  for (const other of likes) {
    if (isDone(other)) continue;
    const pair = judge.judge(subject, other);
    if (!isKept(pair)) found.gone.push([subject, other]);
    else if (pair.decision !== null) found.kept.push(rowOf(pair, pair.score >= WORTH_A_LOOK));
    else fresh.push(rowOf(pair, true));
  }
  found.kept.push(...fresh.sort((a, b) => b.score - a.score).slice(0, MOST_KEPT));
}

function partnersOf(database: ReadableDatabase, seq: number): number[] {
  return database
    .all<{ seq: number }>(
      'SELECT right_seq AS seq FROM match_pair WHERE left_seq = ? UNION SELECT left_seq FROM match_pair WHERE right_seq = ?',
      seq,
      seq,
    )
    .map((row) => row.seq);
}
