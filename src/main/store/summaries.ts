import type { LinkType, Strength } from '../../core/model/link-types.ts';
import type { WritableDatabase } from '../vault/database.ts';

/** Batch of links a person drew by hand. */
export const BY_HAND = 0;

/** What one batch says about one line: how often, how much (minor units), first and last time (ms UTC). */
export interface SummaryPart {
  readonly fileSeq: number;
  readonly from: number;
  readonly to: number;
  readonly type: LinkType;
  readonly batch: number;
  readonly strength: Strength;
  readonly currency: string;
  readonly count: number;
  readonly sumMinor: number;
  readonly first: number | null;
  readonly last: number | null;
}

const UPSERT = `INSERT INTO link_summary (file_seq, from_seq, to_seq, type, batch_seq, strength, currency, count, sum_minor, first_at, last_at)
  VALUES (?,?,?,?,?,?,?,?,?,?,?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count, sum_minor = sum_minor + excluded.sum_minor,
    first_at = min(coalesce(first_at, excluded.first_at), coalesce(excluded.first_at, first_at)),
    last_at = max(coalesce(last_at, excluded.last_at), coalesce(excluded.last_at, last_at))`;

/** Adds to the chart lines. Rows are kept per batch, so un-importing one is a delete and never a recount. */
export function addSummary(database: WritableDatabase, part: SummaryPart): void {
  database.run(
    UPSERT,
    part.fileSeq,
    part.from,
    part.to,
    part.type,
    part.batch,
    part.strength,
    part.currency,
    part.count,
    part.sumMinor,
    part.first,
    part.last,
  );
}

export function removeBatchSummaries(database: WritableDatabase, batch: number): void {
  database.run('DELETE FROM link_summary WHERE batch_seq = ?', batch);
}

/** Takes one hand-drawn link out of the summary; the row goes when nothing is left of it. */
export function subtractHandLink(
  database: WritableDatabase,
  from: number,
  to: number,
  type: LinkType,
  strength: Strength,
): void {
  const where = 'from_seq = ? AND to_seq = ? AND type = ? AND batch_seq = 0 AND strength = ?';
  database.run(`UPDATE link_summary SET count = count - 1 WHERE ${where}`, from, to, type, strength);
  database.run(`DELETE FROM link_summary WHERE ${where} AND count <= 0`, from, to, type, strength);
}
