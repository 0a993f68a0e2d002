import { basename } from 'node:path';
import type { Input } from '../../contract/index.ts';
import type { Context } from '../engine/context.ts';
import { saveWhole } from '../engine/save-file.ts';
import { csvLine } from '../exchange/csv.ts';
import { appendAudit } from '../vault/audit.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { rejectionSentence } from './sentences.ts';

export type RejectedFile = NonNullable<Input<'import.start'>['rejectedTo']>;
const HEADER = ['line', 'column', 'reason', 'value'];

/**
 * Every row a batch did not take, as CSV with a byte order mark for spreadsheets. Called inside the import's
 * transaction, because a dry run leaves nothing to read them from later.
 */
export function saveRejected(
  context: Context,
  database: ReadableDatabase,
  batchSeq: number,
  { path, language }: RejectedFile,
): void {
  const sentence = rejectionSentence(context, language);
  const lines = [`\uFEFF${csvLine(HEADER)}`];
  const rows = database.iterate<{ line: number; column_name: string | null; code: string; value: string }>(
    'SELECT line, column_name, code, value FROM rejected_row WHERE batch_seq = ? ORDER BY line, part',
    batchSeq,
  );
  for (const { line, column_name, code, value } of rows)
    lines.push(csvLine([line, column_name, sentence(code), value]));
  saveWhole(path, lines.join(''));
}

/** That case data left the vault. Written when the import's own transaction, maybe taken back, is over. */
export function noteRejectedFile(context: Context, { path }: RejectedFile): void {
  appendAudit(context.database(), {
    at: context.now(),
    actor: context.actor(),
    action: 'export-table',
    object: `file:${basename(path)}`,
  });
}
