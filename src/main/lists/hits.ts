import type { Input, Output } from '../../contract/index.ts';
import type { HitRow } from '../../contract/lists.ts';
import { Failure } from '../../core/result.ts';
import { HIT_STATES, type HitState, standingOn } from '../../core/watch/index.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { entitiesBySeq, shownRecord } from '../store/entities.ts';
import { leadSql, membersOf } from '../store/members.ts';
import { shutterOf } from '../store/shutter.ts';
import type { ReadableDatabase, SqlValue } from '../vault/database.ts';
import { againSql, stateSql } from './hit-state.ts';
import { todayOf } from './today.ts';

export interface HitRecord {
  readonly seq: number;
  readonly id: string;
  readonly file_seq: number;
  readonly entity_id: string;
  readonly entity_seq: number;
  readonly entry_seq: number;
  readonly score: number;
  readonly reasons: string;
  readonly found_at: number;
  readonly state: HitState;
  readonly again: HitRow['again'];
  readonly label: string;
  readonly reference: string;
  readonly list_id: string;
  readonly name: string;
  readonly owner: string;
  readonly kind: HitRow['list']['kind'];
  readonly number: number;
  readonly is_current: number;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** Hits of entities that are there, one for an entry and a record: of merged ones that of the member that is most alike. */
const HITS = `SELECT h.seq, h.id, h.file_seq, h.entity_id, e.seq AS entity_seq, h.entry_seq, h.version_seq, h.score, h.reasons, h.found_at,
    ${stateSql('h', 'w', 'l')} AS state, ${againSql('h', 'w', 'l')} AS again, w.label, w.reference, l.id AS list_id, l.name, l.owner, l.kind,
    v.id AS version_id, v.number, v.is_current, v.valid_from, v.valid_to,
    row_number() OVER (PARTITION BY h.entry_seq, ${leadSql('e')} ORDER BY h.score DESC, h.seq) AS place
  FROM watch_hit h JOIN entity e ON e.id = h.entity_id JOIN watch_entry w ON w.seq = h.entry_seq
    JOIN watch_list_version v ON v.seq = h.version_seq JOIN watch_list l ON l.seq = v.list_seq`;

function hitRecords(database: ReadableDatabase, where: string, ...values: SqlValue[]): HitRecord[] {
  return database.all<HitRecord>(`SELECT * FROM (${HITS} WHERE ${where}) WHERE place = 1`, ...values);
}

/** What may be told of these hits: of a closed person only that there is one. */
export function hitRows(context: Context, records: readonly HitRecord[]): HitRow[] {
  const entities = entitiesBySeq(
    context.database(),
    records.map((one) => one.entity_seq),
    shutterOf(context),
  );
  const today = todayOf(context);
  return records.flatMap((one) => {
    const entity = entities.get(one.entity_seq);
    if (entity === undefined) return [];
    const { id, score, state } = one;
    const standing = standingOn(today, one.valid_from, one.valid_to);
    const list = { id: one.list_id, name: one.name, owner: one.owner, kind: one.kind };
    return [
      {
        id,
        list: { ...list, version: one.number, standing, isCurrent: one.is_current === 1 },
        entity,
        entry: entity.protected ? '' : one.label,
        reference: entity.protected ? '' : one.reference,
        score,
        state,
        again: state === 'open' ? one.again : null,
        foundAt: one.found_at,
      },
    ];
  });
}

/** Open hits of the newest version of every list, in one file. */
export function openHits(database: ReadableDatabase, file: number): number {
  const sql = `SELECT count(*) AS n FROM (${HITS} WHERE h.file_seq = ? AND v.is_current = 1) WHERE place = 1 AND state = 'open'`;
  return database.one<{ n: number }>(sql, file)?.n ?? 0;
}

export function listHits(context: Context, asked: Input<'list.hits'>): Output<'list.hits'> {
  const database = context.database();
  const file = fileSeq(database, asked.fileId);
  const { listId, versionId } = asked;
  const where = `h.file_seq = ? AND (? IS NULL OR l.id = ?) AND CASE WHEN ? IS NULL THEN v.is_current = 1 ELSE v.id = ? END`;
  const wanted = [file, listId, listId, versionId, versionId] as const;
  const grouped = database.all<{ state: HitState; n: number }>(
    `SELECT state, count(*) AS n FROM (${HITS} WHERE ${where}) WHERE place = 1 GROUP BY state`,
    ...wanted,
  );
  const counts = { open: 0, confirmed: 0, dismissed: 0 };
  for (const { state, n } of grouped) counts[state] = n;
  const records = database.all<HitRecord>(
    `SELECT * FROM (${HITS} WHERE ${where}) WHERE place = 1 AND state IN (SELECT value FROM json_each(?))
     ORDER BY state = 'open' DESC, score DESC, seq LIMIT ? OFFSET ?`,
    ...wanted,
    JSON.stringify(asked.states),
    asked.limit,
    asked.offset,
  );
  return {
    rows: hitRows(context, records),
    total: HIT_STATES.reduce((sum, state) => sum + (asked.states.includes(state) ? counts[state] : 0), 0),
    counts,
    elsewhere: elsewhere(database, file),
  };
}

function elsewhere(database: ReadableDatabase, file: number): Output<'list.hits'>['elsewhere'] {
  return database.all(
    `SELECT f.reference AS fileReference, count(*) AS open FROM
       (${HITS} WHERE h.file_seq <> ? AND v.is_current = 1) found JOIN analysis_file f ON f.seq = found.file_seq
     WHERE place = 1 AND state = 'open' GROUP BY f.seq ORDER BY f.reference`,
    file,
  );
}

/** Of the record an entity is shown as, with its members; what was dismissed is not told. */
export function hitsOfEntity(context: Context, entityId: string): Output<'list.ofEntity'> {
  const database = context.database();
  const group = membersOf(database).withMembers([shownRecord(database, entityId).seq]);
  const records = hitRecords(
    database,
    'v.is_current = 1 AND h.entity_id IN (SELECT id FROM entity WHERE seq IN (SELECT value FROM json_each(?)))',
    JSON.stringify(group),
  );
  const told = records.filter(({ state }) => state !== 'dismissed');
  return {
    rows: hitRows(
      context,
      told.sort((a, b) => b.score - a.score),
    ),
  };
}

/** Failure lists.no-such-hit. */
export function hitRecord(database: ReadableDatabase, hitId: string): HitRecord {
  const found = database.one<HitRecord>(`${HITS} WHERE h.id = ?`, hitId);
  if (found === undefined) throw new Failure('lists.no-such-hit');
  return found;
}
