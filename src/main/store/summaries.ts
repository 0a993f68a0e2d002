import { EVENT_TYPES, type LinkType, type Strength } from '../../core/model/link-types.ts';
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

/**
 * The lines from one entity to another, counted anew from their links and events: what every change by hand ends with,
 * so that the kept counts never drift from what is there.
 */
export function restatePair(database: WritableDatabase, from: number, to: number): void {
  database.run('DELETE FROM link_summary WHERE from_seq = ? AND to_seq = ?', from, to);
  database.run(`${SUMMARY_COLUMNS} ${COUNTED}`, from, to, from, to);
}

const SUMMARY_COLUMNS = `INSERT INTO link_summary (file_seq, from_seq, to_seq, type, batch_seq, strength, currency, count, sum_minor, first_at, last_at)`;

/** SQL for the type of line an event draws, null where it draws none. */
export const EVENT_LINK = `CASE event.type ${Object.entries(EVENT_TYPES)
  .filter(([, record]) => record.link !== null)
  .map(([type, record]) => `WHEN '${type}' THEN '${record.link}'`)
  .join(' ')} END`;

const COUNTED = `SELECT file_seq, from_seq, to_seq, type, batch, strength, currency, count(*), sum(minor), min(first_at), max(last_at) FROM (
    SELECT file_seq, from_seq, to_seq, type, coalesce(batch_seq, ${BY_HAND}) AS batch, strength, '' AS currency, 0 AS minor,
      start_at AS first_at, end_at AS last_at FROM link WHERE from_seq = ? AND to_seq = ?
    UNION ALL SELECT file_seq, from_seq, to_seq, ${EVENT_LINK}, batch_seq, 'confirmed',
      CASE WHEN amount_minor IS NULL THEN '' ELSE coalesce(currency, '') END, coalesce(amount_minor, 0), start_at, start_at
      FROM event WHERE from_seq = ? AND to_seq = ? AND ${EVENT_LINK} IS NOT NULL)
  GROUP BY file_seq, from_seq, to_seq, type, batch, strength, currency`;
