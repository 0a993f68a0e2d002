import type { ImportBatch, ImportReport, ImportSpecification, RejectedRow } from '../../contract/import.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { batchRow, fileSeqOf, type StoredBatch } from './batch-record.ts';

const SHOWN = 200;

interface ListedBatch {
  readonly id: string;
  readonly file_name: string;
  readonly imported: number;
  readonly rejected: number;
  readonly rows: number;
  readonly created_at: number;
  readonly state: 'done' | 'undone';
  readonly report: string;
  readonly specification: string;
}
const LISTED = `SELECT id, file_name, imported, rejected, rows, created_at, state, report, specification FROM batch`;

export type CorrectedRejection = RejectedRow & { readonly correctedIn: string | null };

export function listBatches(database: ReadableDatabase, fileId: string): ImportBatch[] {
  return database
    .all<ListedBatch>(
      `${LISTED} WHERE file_seq = ? AND kind = 'import' ORDER BY seq DESC`,
      fileSeqOf(database, fileId),
    )
    .map(shown);
}

function shown(row: ListedBatch): ImportBatch {
  const stored = JSON.parse(row.report) as StoredBatch;
  return {
    id: row.id,
    fileName: row.file_name,
    imported: row.imported,
    rejected: row.rejected,
    leftOut: row.rows - row.imported - row.rejected,
    rows: row.rows,
    correctionOf: stored.correctionOf?.batchId ?? null,
    at: row.created_at,
    state: row.state,
    sourceId: stored.sourceId,
    specificationName: (JSON.parse(row.specification) as ImportSpecification).name,
  };
}

/** Every row a batch did not take, with the later batch that brought it corrected. */
export function rejectedOf(
  database: ReadableDatabase,
  batchId: string,
  sentence: (code: string) => string,
  offset: number,
  limit: number,
): { total: number; rows: CorrectedRejection[] } {
  const { seq } = batchRow(database, batchId);
  const total =
    database.one<{ n: number }>('SELECT count(*) AS n FROM rejected_row WHERE batch_seq = ?', seq)?.n ?? 0;
  const rows = database.all<Omit<RejectedRow, 'message'>>(
    'SELECT line, column_name AS "column", code, value FROM rejected_row WHERE batch_seq = ? ORDER BY line, part LIMIT ? OFFSET ?',
    seq,
    limit,
    offset,
  );
  const corrected = correctedLines(database, batchId);
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      message: sentence(row.code),
      correctedIn: corrected.get(row.line) ?? null,
    })),
  };
}

function correctedLines(database: ReadableDatabase, batchId: string): Map<number, string> {
  const batches = database.all<{ id: string; report: string }>(
    `SELECT id, report FROM batch WHERE kind = 'import' AND state = 'done' AND json_extract(report, '$.correctionOf.batchId') = ?
     ORDER BY seq`,
    batchId,
  );
  return new Map(
    batches.flatMap(({ id, report }) =>
      ((JSON.parse(report) as StoredBatch).correctionOf?.lines ?? []).map((line): [number, string] => [
        line,
        id,
      ]),
    ),
  );
}

/** The report as it was when the import ended. */
export function reportOfBatch(
  database: ReadableDatabase,
  batchId: string,
  sentence: (code: string) => string,
): { batch: ImportBatch; report: ImportReport } {
  batchRow(database, batchId);
  const row = database.one<ListedBatch>(`${LISTED} WHERE id = ?`, batchId) as ListedBatch;
  const stored = (JSON.parse(row.report) as StoredBatch).report as ImportReport;
  const { rows } = rejectedOf(database, batchId, sentence, 0, SHOWN);
  return {
    batch: shown(row),
    report: {
      ...stored,
      // Batches of earlier versions did not count them.
      linksToItself: (stored as Partial<ImportReport>).linksToItself ?? 0,
      leftOut: row.rows - row.imported - row.rejected,
      batchId,
      dryRun: false,
      rejectedRows: rows.map(({ correctedIn: _later, ...rejection }) => rejection),
    },
  };
}
