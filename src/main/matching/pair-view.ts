import type { Input, Output } from '../../contract/index.ts';
import type { EntitySummary, Sentence } from '../../contract/terms.ts';
import { IDENTIFIER_KINDS } from '../../core/identifiers/index.ts';
import { type EvidenceItem, type MatchReason, nearestNames } from '../../core/matching/index.ts';
import { markWords } from '../../core/names/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { type EntityRecord, entitiesBySeq, shownRecord } from '../store/entities.ts';
import { shutterOf } from '../store/shutter.ts';
import type { ReadableDatabase, SqlValue } from '../vault/database.ts';
import { type JudgedPair, PairJudge } from './pairs.ts';

const SHARED_SHOWN = 12;

/** Both stand for themselves: one that is merged is decided on under its lead. */
const SHOWN = `FROM match_pair p JOIN entity l ON l.seq = p.left_seq JOIN entity r ON r.seq = p.right_seq
  WHERE p.file_seq = ? AND l.lead_seq IS NULL AND r.lead_seq IS NULL`;

export function pairCounts(
  context: Context,
  { fileId }: Input<'matching.counts'>,
): Output<'matching.counts'> {
  const database = context.database();
  const rows = database.all<{ state: string; n: number }>(
    `SELECT p.state, count(*) AS n ${SHOWN} GROUP BY p.state`,
    fileSeq(database, fileId),
  );
  const count = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0;
  return { open: count('open'), undecided: count('undecided'), different: count('different') };
}

/**
 * A name that is much like that of a protected person gives it away: beside one stands no name at all, only the type.
 */
function standIns(
  context: Context,
  left: EntitySummary,
  right: EntitySummary,
): readonly [EntitySummary, EntitySummary] {
  if (!left.protected && !right.protected) return [left, right];
  const { language } = context.settings.get();
  const nameless = (one: EntitySummary): EntitySummary =>
    one.protected
      ? one
      : { ...one, label: context.messages.sentence(language, `types:entity.${one.type}`, {}), status: null };
  return [nameless(left), nameless(right)];
}

interface Row {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  readonly state: JudgedPair['state'];
  readonly news: number;
}

export function listPairs(context: Context, wish: Input<'matching.list'>): Output<'matching.list'> {
  const database = context.database();
  const { sql, values } = narrowed(database, wish);
  const total = database.one<{ n: number }>(`SELECT count(*) AS n ${SHOWN} ${sql}`, ...values)?.n ?? 0;
  const rows = database.all<Row>(
    `SELECT p.left_seq AS left, p.right_seq AS right, p.score, p.state, p.news ${SHOWN} ${sql}
     ORDER BY p.score DESC, p.left_seq, p.right_seq LIMIT ? OFFSET ?`,
    ...values,
    wish.limit,
    wish.offset,
  );
  const entities = entitiesBySeq(
    database,
    rows.flatMap((row) => [row.left, row.right]),
    shutterOf(context),
  );
  return {
    total,
    rows: rows.flatMap((row) => {
      const left = entities.get(row.left);
      const right = entities.get(row.right);
      if (left === undefined || right === undefined) return [];
      const [one, other] = standIns(context, left, right);
      return [{ left: one, right: other, score: row.score, state: row.state, isBack: row.news === 1 }];
    }),
  };
}

function narrowed(
  database: ReadableDatabase,
  { fileId, state, type, minimum, batchId, entityId }: Input<'matching.list'>,
): { sql: string; values: SqlValue[] } {
  const parts = ['AND p.state = ?'];
  const values: SqlValue[] = [fileSeq(database, fileId), state];
  const narrow = (sql: string, ...more: SqlValue[]): void => {
    parts.push(sql);
    values.push(...more);
  };
  if (type !== undefined) narrow('AND l.type = ?', type);
  if (minimum !== undefined) narrow('AND p.score >= ?', minimum);
  if (entityId !== undefined) {
    const { seq } = shownRecord(database, entityId);
    narrow('AND (p.left_seq = ? OR p.right_seq = ?)', seq, seq);
  }
  if (batchId !== undefined) {
    narrow(
      `AND EXISTS (SELECT 1 FROM entity e JOIN assertion a ON a.entity_seq = e.seq
         WHERE (e.seq IN (p.left_seq, p.right_seq) OR e.lead_seq IN (p.left_seq, p.right_seq))
           AND a.batch_seq = (SELECT seq FROM batch WHERE id = ?))`,
      batchId,
    );
  }
  return { sql: parts.join(' '), values };
}

/** The records of two ids as they are shown. Failures: matching.one-record, matching.other-file, matching.other-type. */
export function pairRecords(
  database: ReadableDatabase,
  leftId: string,
  rightId: string,
): readonly [EntityRecord, EntityRecord] {
  const left = shownRecord(database, leftId);
  const right = shownRecord(database, rightId);
  if (left.seq === right.seq) throw new Failure('matching.one-record');
  if (left.file_seq !== right.file_seq) throw new Failure('matching.other-file');
  if (left.type !== right.type) throw new Failure('matching.other-type');
  return [left, right];
}

export function viewPair(
  context: Context,
  { leftId, rightId }: Input<'matching.pair'>,
): Output<'matching.pair'> {
  const database = context.database();
  const [first, second] = pairRecords(database, leftId, rightId);
  const judge = new PairJudge(database);
  const pair = judge.judge(first.seq, second.seq);
  const sharedSeqs = judge.sides.shared(pair.left, pair.right).slice(0, SHARED_SHOWN);
  const entities = entitiesBySeq(database, [pair.left, pair.right, ...sharedSeqs], shutterOf(context));
  const left = entities.get(pair.left);
  const right = entities.get(pair.right);
  if (left === undefined || right === undefined) throw new Failure('store.no-such-entity', { id: leftId });
  const { decision } = pair;
  const leadId = betterDocumented(database, pair) === pair.left ? left.id : right.id;
  const seen = { left, right, score: pair.score, state: pair.state, isBack: pair.news.length > 0, leadId };
  const said = { decision: decision?.decision ?? 'undecided', by: decision?.by ?? '', at: decision?.at ?? 0 };
  if (left.protected || right.protected) {
    const decided = decision === null ? null : { ...said, reason: '' };
    const [one, other] = standIns(context, left, right);
    return {
      ...seen,
      left: one,
      right: other,
      closed: true,
      reasons: [],
      news: [],
      names: null,
      shared: [],
      decided,
    };
  }
  return {
    ...seen,
    closed: false,
    reasons: pair.reasons.map(reasonSentence),
    news: pair.news.map(newsSentence),
    names: namesOf(pair),
    shared: sharedSeqs.flatMap((seq) => entities.get(seq) ?? []),
    decided: decision === null ? null : { ...said, reason: decision.reason },
  };
}

function namesOf({ sides: [left, right] }: JudgedPair) {
  const nearest = nearestNames(left, right);
  if (nearest === null) return null;
  const kind = left.type === 'person' ? 'person' : 'organisation';
  const { left: a, right: b } = markWords(nearest.first, nearest.second, { kind });
  return { left: [...a], right: [...b] };
}

function reasonSentence({ code, weight, params }: MatchReason): Sentence & { speaksFor: boolean } {
  const { kind, ...rest } = params;
  const named = kind === undefined ? rest : { ...rest, kind: kindSentence(String(kind)) };
  return { key: `matching:reason.${code}`, params: named, speaksFor: weight > 0 };
}

/** A kind the program does not know stands under the name its source gave it. */
function kindSentence(kind: string): Sentence | string {
  return IDENTIFIER_KINDS.includes(kind) ? { key: `types:identifier.${kind}`, params: {} } : kind;
}

function newsSentence({ kind, value }: EvidenceItem): Sentence {
  if (kind !== 'identifier') return { key: `matching:news.${kind}`, params: { value } };
  const at = value.indexOf(' ');
  const params = { kind: kindSentence(value.slice(0, at)), value: value.slice(at + 1) };
  return { key: 'matching:news.identifier', params };
}

/** Who has more facts and numbers; the earlier record where they are even. */
export function betterDocumented(
  database: ReadableDatabase,
  { left, right }: Pick<JudgedPair, 'left' | 'right'>,
): number {
  const known = (seq: number): number =>
    database.one<{ n: number }>(
      `WITH asked(seq) AS (SELECT ?)
       SELECT (SELECT count(*) FROM assertion WHERE entity_seq = asked.seq) + (SELECT count(*) FROM identifier WHERE entity_seq = asked.seq)
         + 2 * (SELECT count(*) FROM entity m WHERE m.lead_seq = asked.seq) AS n FROM asked`,
      seq,
    )?.n ?? 0;
  return known(right) > known(left) ? right : left;
}
