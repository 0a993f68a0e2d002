import { EVENT_TYPE_NAMES, EVENT_TYPES, type LinkType } from '../../core/model/link-types.ts';
import type { Period } from '../../core/time/precision.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { bounds, type Sentence } from './ask-shared.ts';
import { isOpenPeriod } from './links.ts';

interface Narrowed {
  readonly period?: Period | undefined;
  readonly linkTypes?: readonly LinkType[] | undefined;
}

/** Types of the events that draw one of these lines; without a choice, of all that draw any. */
function drawing(linkTypes: readonly LinkType[] | undefined): string {
  const types = EVENT_TYPE_NAMES.filter((type) => {
    const { link } = EVENT_TYPES[type];
    return link !== null && (linkTypes === undefined || linkTypes.includes(link));
  });
  return JSON.stringify(types);
}

function ofTypes(linkTypes: readonly LinkType[] | undefined): { sql: string; values: string[] } {
  if (linkTypes === undefined) return { sql: '', values: [] };
  return { sql: ' AND type IN (SELECT value FROM json_each(?))', values: [JSON.stringify(linkTypes)] };
}

/**
 * Everything that joins two entities within a period, as rows (from_seq, to_seq, minor, currency): events that
 * happened in it, and links whose interval touches it. An interval with one end only is open at the other. A link
 * without dates may have been before or after, so it is no ground for an answer about the period.
 */
export function linesInPeriod(
  fileSeq: number,
  { period, linkTypes }: Narrowed,
): { sql: string; values: (string | number)[] } {
  const [from, to] = bounds(period);
  const types = ofTypes(linkTypes);
  return {
    sql: `SELECT from_seq, to_seq, coalesce(amount_minor, 0) AS minor, coalesce(currency, '') AS currency FROM event
        WHERE file_seq = ? AND start_at >= ? AND start_at < ? AND from_seq IS NOT NULL AND to_seq IS NOT NULL
          AND type IN (SELECT value FROM json_each(?))
      UNION ALL SELECT from_seq, to_seq, 0, '' FROM link
        WHERE file_seq = ? AND coalesce(start_at, end_at) IS NOT NULL
          AND coalesce(start_at, ?) < ? AND coalesce(end_at, ?) >= ?${types.sql}`,
    values: [fileSeq, from, to, drawing(linkTypes), fileSeq, from, to, to, from, ...types.values],
  };
}

/** How many links of the file stay out of an answer about a period because nobody knows when they were. */
export function undatedLinks(
  database: ReadableDatabase,
  fileSeq: number,
  { period, linkTypes }: Narrowed,
): Sentence[] {
  if (isOpenPeriod(period)) return [];
  const types = ofTypes(linkTypes);
  const count =
    database.one<{ n: number }>(
      `SELECT count(*) AS n FROM link WHERE file_seq = ? AND start_at IS NULL AND end_at IS NULL${types.sql}`,
      fileSeq,
      ...types.values,
    )?.n ?? 0;
  return count === 0 ? [] : [{ key: 'questions:caveat.undatedLinks', params: { count } }];
}
