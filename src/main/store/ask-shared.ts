import type { Answer } from '../../contract/questions.ts';
import type { Period } from '../../core/time/precision.ts';
import type { ReadableDatabase } from '../vault/database.ts';

export type Row = Answer['rows'][number];
export type Sentence = Answer['sentence'];

/** What every answer must say of its data: which sources, from when to when. */
export function coverage(database: ReadableDatabase, fileSeq: number): Sentence[] {
  const row = database.one<{ first: number | null; last: number | null; undated: number }>(
    'SELECT min(start_at) AS first, max(start_at) AS last, count(*) - count(start_at) AS undated FROM event WHERE file_seq = ?',
    fileSeq,
  );
  const sources =
    database.one<{ n: number }>(
      "SELECT count(*) AS n FROM source WHERE file_seq = ? AND kind = 'import'",
      fileSeq,
    )?.n ?? 0;
  if (row?.first == null || row.last === null) return [{ key: 'questions:caveat.noEvents', params: {} }];
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const caveats: Sentence[] = [
    { key: 'questions:caveat.coverage', params: { sources, from: day(row.first), to: day(row.last) } },
  ];
  if (row.undated > 0) caveats.push({ key: 'questions:caveat.undated', params: { count: row.undated } });
  return caveats;
}

/** `[from, to)` with open ends as the widest safe numbers, for SQL. */
export function bounds(period: Period | undefined): [number, number] {
  return [period?.from ?? Number.MIN_SAFE_INTEGER, period?.to ?? Number.MAX_SAFE_INTEGER];
}

export function column(key: string, kind: Answer['columns'][number]['kind']): Answer['columns'][number] {
  return { key: `questions:column.${key}`, kind };
}
