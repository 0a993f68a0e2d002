import { v7 as uuidv7 } from 'uuid';
import type { ImportSpecification } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import { eventPrefix } from '../store/event-id.ts';
import type { ChangedRule } from '../store/match-rules.ts';
import { insertSource } from '../store/sources.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import type { SourceRow } from './readers/reader.ts';
import type { Taken } from './taken.ts';

/** Which batch is being loaded: a new one, or an undone one that comes back under the same ids. */
export interface BatchPlan {
  readonly batchId: string;
  readonly sourceId: string;
  readonly createdAt: number;
  /** Set for a redo. */
  readonly batchSeq: number | null;
  /** Of a redo: key and reference the source had before. */
  readonly source: Taken['source'];
  /** Of a redo: ids that things of this batch had from another one, by what derives an id. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Which rows of which earlier batch a person corrected. */
export interface Correction {
  readonly batchId: string;
  readonly lines: readonly number[];
}

/**
 * What was read of a file whose bytes the vault does not keep. It stands with the batch, so that an import taken back
 * can be brought back without the file; its format gives a few rows at most.
 */
export interface RowsBefore {
  readonly size: number;
  readonly columns: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** What the batch row keeps beside its counts, enough to bring an undone import back. */
export interface StoredBatch {
  readonly sha256: string;
  readonly sourceId: string;
  /** Places of other batches that got their coordinates from this one. */
  readonly located: readonly number[];
  readonly report: unknown;
  readonly correctionOf?: Correction;
  /** Of a format whose bytes are not kept; missing in batches of earlier versions. */
  readonly rowsBefore?: RowsBefore;
  /** What a person had set of the rules of identity then; missing in batches of earlier versions. */
  readonly rules?: readonly ChangedRule[];
}

export interface BatchRow {
  readonly seq: number;
  readonly id: string;
  readonly file_seq: number;
  readonly source_seq: number | null;
  readonly file_name: string;
  readonly specification: string;
  readonly first_event_seq: number | null;
  readonly last_event_seq: number | null;
  readonly report: string;
  readonly state: 'done' | 'undone';
  readonly created_at: number;
}

/** Failure import.batch-unknown. */
export function batchRow(database: ReadableDatabase, batchId: string): BatchRow {
  const row = database.one<BatchRow>(`SELECT * FROM batch WHERE id = ? AND kind = 'import'`, batchId);
  if (row === undefined) throw new Failure('import.batch-unknown');
  return row;
}

/** Seq of an analysis file; Failure import.case-unknown. */
export function fileSeqOf(database: ReadableDatabase, fileId: string): number {
  const found = database.one<{ seq: number }>('SELECT seq FROM analysis_file WHERE id = ?', fileId);
  if (found === undefined) throw new Failure('import.case-unknown');
  return found.seq;
}

export function newPlan(now: number): BatchPlan {
  return {
    batchId: uuidv7(),
    sourceId: uuidv7(),
    createdAt: now,
    batchSeq: null,
    source: null,
    ids: new Map(),
  };
}

/** The source record of a batch: grade, marking and originator as the person set them for this file. */
export function addBatchSource(
  database: WritableDatabase,
  fileSeq: number,
  plan: BatchPlan,
  specification: ImportSpecification,
  fileName: string,
): number {
  const { grade, marking, originator, recipients, agency = '', handlingText = '' } = specification;
  return insertSource(database, {
    fileSeq,
    kind: 'import',
    title: fileName,
    originator,
    received: plan.createdAt,
    grade,
    marking,
    handlingText,
    agency,
    at: plan.createdAt,
    recipients,
    fileName,
    id: plan.sourceId,
    before: plan.source,
  }).seq;
}

export function insertBatch(
  database: WritableDatabase,
  fileSeq: number,
  sourceSeq: number,
  plan: BatchPlan,
  specification: ImportSpecification,
  fileName: string,
): number {
  if (plan.batchSeq !== null) {
    database.run('DELETE FROM rejected_row WHERE batch_seq = ?', plan.batchSeq);
    database.run(`UPDATE batch SET source_seq = ?, state = 'done' WHERE seq = ?`, sourceSeq, plan.batchSeq);
    return plan.batchSeq;
  }
  return database.run(
    `INSERT INTO batch (id, file_seq, source_seq, kind, file_name, specification, event_prefix, rows, imported, rejected, report, created_at)
     VALUES (?, ?, ?, 'import', ?, ?, ?, 0, 0, 0, '{}', ?)`,
    plan.batchId,
    fileSeq,
    sourceSeq,
    fileName,
    JSON.stringify(specification),
    eventPrefix(),
    plan.createdAt,
  ).lastSeq;
}
