import type { EvidenceFilter } from '../../contract/terms.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import type { ReadableDatabase, SqlValue } from '../vault/database.ts';
import {
  COLUMNS,
  closedTogether,
  degreeSql,
  type EntityRecord,
  entitySeqs,
  type ShutterLabel,
  summaryOf,
  withCount,
} from './entities.ts';
import { type EvidenceScope, evidenceScope } from './evidence-scope.ts';
import { type Members, membersOf } from './members.ts';

export interface EntityQuery extends EvidenceFilter {
  readonly types?: readonly EntityType[] | undefined;
  readonly text?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly sort: 'label' | 'type' | 'degree';
  readonly descending?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

function open(table: string): string {
  return `${table}.minor = 0 AND coalesce(${table}.status, '') NOT IN ('victim', 'witness', 'informant')`;
}
function named(table: string): string {
  return `${table}.label LIKE ? ESCAPE '\\' AND ${open(table)}`;
}
/** Condition on `entity`: nobody shown under it is protected. */
const ALL_MEMBERS_OPEN = `NOT EXISTS (SELECT 1 FROM entity m WHERE m.lead_seq = entity.seq AND NOT (${open('m')}))`;
/** Condition on `entity`: neither it nor anybody shown under it is protected. */
export const ALL_OPEN = `${open('entity')} AND ${ALL_MEMBERS_OPEN}`;
/** By the name of any member, where none of them is protected. */
const MERGED_NAMED = `${ALL_OPEN}
  AND (entity.label LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM entity m WHERE m.lead_seq = entity.seq AND m.label LIKE ? ESCAPE '\\'))`;

/** The number its closed shutter shows: its own where it is protected itself, else that of the first protected member. */
const SHOWN_NUMBER = `CASE WHEN ${open('entity')} THEN
  (SELECT coalesce(m.protected_number, m.seq) FROM entity m WHERE m.lead_seq = entity.seq AND NOT (${open('m')}) ORDER BY m.seq LIMIT 1)
  ELSE coalesce(protected_number, entity.seq) END`;

/**
 * A protected person stands by number behind the others: the place in the list must not give the name away. Of a
 * merged record the most protected member decides.
 */
function labelOrder(members: Members): string {
  const isOpen = members.isEmpty ? open('entity') : ALL_OPEN;
  return `CASE WHEN ${isOpen} THEN sort_key(label) ELSE printf('\u{ffff}%09d', ${SHOWN_NUMBER}) END`;
}

/** Condition on `entity`: a fact about it, or about somebody shown under it, passes the filter by source and grade. */
function statedSql(members: Members, { factSql }: EvidenceScope): string {
  const about = members.isEmpty
    ? 'a.entity_seq = entity.seq'
    : 'a.entity_seq IN (SELECT m.seq FROM entity m WHERE m.seq = entity.seq OR m.lead_seq = entity.seq)';
  return `EXISTS (SELECT 1 FROM assertion a WHERE ${about} AND ${factSql})`;
}

/** A page of the file's entities; protected people are never found by their real label. */
export function listEntities(
  database: ReadableDatabase,
  fileSeq: number,
  query: EntityQuery,
  shutter: ShutterLabel,
) {
  const members = membersOf(database);
  const where = ['entity.file_seq = ?', ...(members.isEmpty ? [] : ['entity.lead_seq IS NULL'])];
  const values: SqlValue[] = [fileSeq];
  if (query.types !== undefined) {
    where.push('type IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(query.types));
  }
  if (query.ids !== undefined) {
    where.push('entity.seq IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(entitySeqs(database, fileSeq, query.ids).map(members.leadOf)));
  }
  if (query.text !== undefined && query.text !== '') {
    const part = `%${query.text.replace(/[\\%_]/g, '\\$&')}%`;
    where.push(members.isEmpty ? named('entity') : MERGED_NAMED);
    values.push(...(members.isEmpty ? [part] : [part, part]));
  }
  const evidence = evidenceScope(database, fileSeq, query);
  if (evidence !== null) {
    where.push(statedSql(members, evidence));
    values.push(...evidence.factValues);
  }
  const condition = where.join(' AND ');
  const by = query.sort === 'label' ? labelOrder(members) : query.sort;
  const order = `${by} ${query.descending === true ? 'DESC' : 'ASC'}, entity.seq`;
  const total =
    database.one<{ n: number }>(`SELECT count(*) AS n FROM entity WHERE ${condition}`, ...values)?.n ?? 0;
  const rows = database.all<EntityRecord>(
    `SELECT ${COLUMNS}, ${degreeSql(members)} AS degree FROM entity WHERE ${condition} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    query.limit,
    query.offset,
  );
  return {
    total,
    rows: rows.map((row) =>
      withCount(summaryOf(closedTogether(database, members, row), shutter), members, row),
    ),
  };
}
