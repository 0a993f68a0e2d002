import type { Input, Output } from '../../contract/index.ts';
import { daysLeft, overdueBefore } from '../../core/evidence/person-status.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq, getFile } from '../store/analysis-files.ts';
import { entitiesBySeq } from '../store/entities.ts';
import { shutterOf } from '../store/shutter.ts';
import type { ReadableDatabase } from '../vault/database.ts';

const WAITING = 'entity.file_seq = ? AND entity.uncategorised_since IS NOT NULL AND entity.status IS NULL';

function count(database: ReadableDatabase, file: number, before: number): number {
  return (
    database.one<{ n: number }>(
      `SELECT count(*) AS n FROM entity WHERE ${WAITING} AND uncategorised_since <= ?`,
      file,
      before,
    )?.n ?? 0
  );
}

/** People who wait for a status, those with the fewest days left first. */
export function uncategorised(
  context: Context,
  { fileId, offset, limit }: Input<'people.uncategorised'>,
): Output<'people.uncategorised'> {
  const database = context.database();
  const file = fileSeq(database, fileId);
  const days = getFile(database, fileId).categoriseDays;
  const now = context.now();
  const rows = database.all<{ seq: number; since: number; source: string | null }>(
    `SELECT entity.seq, entity.uncategorised_since AS since, batch.file_name AS source
     FROM entity LEFT JOIN batch ON batch.seq = entity.batch_seq
     WHERE ${WAITING} ORDER BY entity.uncategorised_since, entity.seq LIMIT ? OFFSET ?`,
    file,
    limit,
    offset,
  );
  const seqs = rows.map((row) => row.seq);
  const entities = entitiesBySeq(database, seqs, shutterOf(context));
  return {
    total: count(database, file, Number.MAX_SAFE_INTEGER),
    overdue: count(database, file, overdueBefore(days, now)),
    days,
    rows: rows.flatMap(({ seq, since, source }) => {
      const entity = entities.get(seq);
      if (entity === undefined) return [];
      return [{ entity, since, daysLeft: daysLeft(since, days, now), source: source ?? '' }];
    }),
  };
}

/** How many of these people should have had a status by now. */
export function overdueAmong(
  database: ReadableDatabase,
  fileId: string,
  entityIds: readonly string[],
  now: number,
): number {
  return (
    database.one<{ n: number }>(
      `SELECT count(*) AS n FROM entity WHERE ${WAITING} AND uncategorised_since <= ? AND id IN (SELECT value FROM json_each(?))`,
      fileSeq(database, fileId),
      overdueBefore(getFile(database, fileId).categoriseDays, now),
      JSON.stringify(entityIds),
    )?.n ?? 0
  );
}
