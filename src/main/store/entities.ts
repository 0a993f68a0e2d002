import { v7 } from 'uuid';
import type { EntitySummary, EvidenceFilter } from '../../contract/terms.ts';
import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, SqlValue, WritableDatabase } from '../vault/database.ts';
import { evidenceScope } from './evidence-scope.ts';

export interface EntityRecord {
  seq: number;
  id: string;
  file_seq: number;
  type: EntityType;
  label: string;
  status: PersonStatus | null;
  minor: number;
  properties: string;
  protected_number: number | null;
  degree?: number;
}

/** Gives the words on a closed shutter, e.g. "Victim 3", in the person's language. */
export type ShutterLabel = (status: PersonStatus | null, minor: boolean, number: number) => string;

/** Neighbours in the whole file, in both directions, each once. Correlated to `entity.seq`. */
export const DEGREE = `(SELECT count(*) FROM (SELECT to_seq FROM link_summary WHERE from_seq = entity.seq
  UNION SELECT from_seq FROM link_summary WHERE to_seq = entity.seq))`;
const COLUMNS = 'entity.seq, id, entity.file_seq, type, label, status, minor, properties, protected_number';

const IS_OPEN = "minor = 0 AND coalesce(status, '') NOT IN ('victim', 'witness', 'informant')";
/** A protected person stands by number behind the others: the place in the list must not give the name away. */
const ORDERS = {
  label: `CASE WHEN ${IS_OPEN} THEN sort_key(label) ELSE printf('\u{ffff}%09d', protected_number) END`,
  type: 'type',
  degree: 'degree',
};

export function summaryOf(row: EntityRecord, shutter: ShutterLabel): EntitySummary {
  const minor = row.minor === 1;
  const closed = isProtected(row.status, minor);
  return {
    id: row.id,
    type: row.type,
    label: closed ? shutter(row.status, minor, row.protected_number ?? row.seq) : row.label,
    status: row.status,
    minor,
    protected: closed,
    degree: row.degree ?? 0,
  };
}

export function entityRecord(database: ReadableDatabase, id: string): EntityRecord {
  const row = database.one<EntityRecord>(
    `SELECT ${COLUMNS}, ${DEGREE} AS degree FROM entity WHERE id = ?`,
    id,
  );
  if (row === undefined) throw new Failure('store.no-such-entity', { id });
  return row;
}

/** Internal keys of ids, unknown ones left out, in one query over a JSON array. */
export function entitySeqs(database: ReadableDatabase, fileSeq: number, ids: readonly string[]): number[] {
  return database
    .all<{ seq: number }>(
      'SELECT seq FROM entity WHERE file_seq = ? AND id IN (SELECT value FROM json_each(?))',
      fileSeq,
      JSON.stringify(ids),
    )
    .map((row) => row.seq);
}

export function entitiesBySeq(
  database: ReadableDatabase,
  seqs: readonly number[],
  shutter: ShutterLabel,
): Map<number, EntitySummary> {
  const rows = database.all<EntityRecord>(
    `SELECT ${COLUMNS}, ${DEGREE} AS degree FROM entity WHERE seq IN (SELECT value FROM json_each(?))`,
    JSON.stringify(seqs),
  );
  return new Map(rows.map((row) => [row.seq, summaryOf(row, shutter)]));
}

export interface EntityQuery extends EvidenceFilter {
  readonly types?: readonly EntityType[] | undefined;
  readonly text?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly sort: 'label' | 'type' | 'degree';
  readonly descending?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the file's entities; protected people are never found by their real label. */
export function listEntities(
  database: ReadableDatabase,
  fileSeq: number,
  query: EntityQuery,
  shutter: ShutterLabel,
) {
  const where = ['entity.file_seq = ?'];
  const values: SqlValue[] = [fileSeq];
  if (query.types !== undefined) {
    where.push('type IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(query.types));
  }
  if (query.ids !== undefined) {
    where.push('id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(query.ids));
  }
  if (query.text !== undefined && query.text !== '') {
    where.push(`label LIKE ? ESCAPE '\\' AND ${IS_OPEN}`);
    values.push(`%${query.text.replace(/[\\%_]/g, '\\$&')}%`);
  }
  const evidence = evidenceScope(database, fileSeq, query);
  if (evidence !== null) {
    where.push(`EXISTS (SELECT 1 FROM assertion a WHERE a.entity_seq = entity.seq AND ${evidence.factSql})`);
    values.push(...evidence.factValues);
  }
  const condition = where.join(' AND ');
  const order = `${ORDERS[query.sort]} ${query.descending === true ? 'DESC' : 'ASC'}, entity.seq`;
  const total =
    database.one<{ n: number }>(`SELECT count(*) AS n FROM entity WHERE ${condition}`, ...values)?.n ?? 0;
  const rows = database.all<EntityRecord>(
    `SELECT ${COLUMNS}, ${DEGREE} AS degree FROM entity WHERE ${condition} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    query.limit,
    query.offset,
  );
  return { total, rows: rows.map((row) => summaryOf(row, shutter)) };
}

/** Next number for a closed shutter in this file. */
export function nextProtectedNumber(database: ReadableDatabase, fileSeq: number): number {
  return (
    (database.one<{ n: number | null }>(
      'SELECT max(protected_number) AS n FROM entity WHERE file_seq = ?',
      fileSeq,
    )?.n ?? 0) + 1
  );
}

export function insertEntity(
  database: WritableDatabase,
  entity: {
    id?: string;
    fileSeq: number;
    type: EntityType;
    label: string;
    status: PersonStatus | null;
    minor: boolean;
    properties: string;
    at: number;
  },
): { seq: number; id: string } {
  const id = entity.id ?? v7();
  const number = isProtected(entity.status, entity.minor)
    ? nextProtectedNumber(database, entity.fileSeq)
    : null;
  const { lastSeq } = database.run(
    `INSERT INTO entity (id, file_seq, type, label, status, minor, uncategorised_since, properties, protected_number, created_at)
     VALUES (?,?,?,?,?,?,?,?,?,?)`,
    id,
    entity.fileSeq,
    entity.type,
    entity.label,
    entity.status,
    entity.minor ? 1 : 0,
    entity.type === 'person' && entity.status === null ? entity.at : null,
    entity.properties,
    number,
    entity.at,
  );
  if (entity.status !== null || entity.minor) writeFirstStatus(database, lastSeq);
  return { seq: lastSeq, id };
}

/** A status given with the entity is the first of its history, under an id that comes again with a redo. */
function writeFirstStatus(database: WritableDatabase, seq: number): void {
  database.run(
    `INSERT INTO person_status (id, file_seq, entity_seq, status, minor, decided_by, decided_at)
     SELECT 'first-' || id, file_seq, seq, status, minor, '', created_at FROM entity WHERE seq = ?`,
    seq,
  );
}
