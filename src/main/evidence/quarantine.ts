import type { Input, Output } from '../../contract/index.ts';
import { recipientCode } from '../../core/evidence/marking.ts';
import { daysLeft, overdueBefore } from '../../core/evidence/person-status.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq, getFile } from '../store/analysis-files.ts';
import { command } from '../store/command.ts';
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

/** What a country's law sets holds for each of its files at once; a file that had its own number keeps to the law again. */
export function setCountryDays(
  context: Context,
  { fileId, days }: Input<'people.countryDays'>,
): { journalId: string } {
  const database = context.database();
  const seq = fileSeq(database, fileId);
  const country = recipientCode(getFile(database, fileId).originator);
  const label = { key: 'evidence:journal.countryDays', params: { country, days } };
  const what = { fileSeq: seq, kind: 'people.countryDays', label, object: `country:${country}` };
  return {
    journalId: command(context, what, () => {
      database.run(
        `INSERT INTO country_rule (country, categorise_days) VALUES (?, ?)
         ON CONFLICT (country) DO UPDATE SET categorise_days = excluded.categorise_days`,
        country,
        days,
      );
      database.run('UPDATE analysis_file SET categorise_days = NULL WHERE seq = ?', seq);
    }),
  };
}
