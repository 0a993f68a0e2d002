import { v7 } from 'uuid';
import type { EntitySummary } from '../../contract/terms.ts';
import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { leadSql, type Members, membersOf } from './members.ts';

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
const DEGREE = `(SELECT count(*) FROM (SELECT to_seq FROM link_summary WHERE from_seq = entity.seq
  UNION SELECT from_seq FROM link_summary WHERE to_seq = entity.seq))`;
/** The same where records are merged: counted over the members, neighbours as they are shown. */
const MERGED_DEGREE = `(SELECT count(DISTINCT other) FROM (
  SELECT ${leadSql('o')} AS other, own.seq = o.seq AS itself FROM (SELECT entity.seq AS seq UNION ALL SELECT m.seq FROM entity m WHERE m.lead_seq = entity.seq) own
    CROSS JOIN link_summary s ON s.from_seq = own.seq JOIN entity o ON o.seq = s.to_seq
  UNION SELECT ${leadSql('o')}, own.seq = o.seq FROM (SELECT entity.seq AS seq UNION ALL SELECT m.seq FROM entity m WHERE m.lead_seq = entity.seq) own
    CROSS JOIN link_summary s ON s.to_seq = own.seq JOIN entity o ON o.seq = s.from_seq) WHERE other <> entity.seq OR itself)`;

export function degreeSql(members: Members): string {
  return members.isEmpty ? DEGREE : MERGED_DEGREE;
}
export const COLUMNS =
  'entity.seq, id, entity.file_seq, type, label, status, minor, properties, protected_number';

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

/** The record itself, also where it is shown under another one; as protected as those it is shown with. */
export function entityRecord(database: ReadableDatabase, id: string): EntityRecord {
  const members = membersOf(database);
  const row = database.one<EntityRecord>(
    `SELECT ${COLUMNS}, ${degreeSql(members)} AS degree FROM entity WHERE id = ?`,
    id,
  );
  if (row === undefined) throw new Failure('store.no-such-entity', { id });
  return closedTogether(database, members, row);
}

/** The record an id is shown as: its lead, or itself. */
export function shownRecord(database: ReadableDatabase, id: string): EntityRecord {
  const own = entityRecord(database, id);
  const lead = membersOf(database).leadOf(own.seq);
  if (lead === own.seq) return own;
  return entityRecord(
    database,
    database.one<{ id: string }>('SELECT id FROM entity WHERE seq = ?', lead)?.id ?? id,
  );
}

/**
 * The most protected member decides for a merged record and for each of its members: one name would give the other. A lead
 * nobody gave a status has the first its members have.
 */
export function closedTogether(
  database: ReadableDatabase,
  members: Members,
  row: EntityRecord,
): EntityRecord {
  const group = members.withMembers([row.seq]);
  if (group.length < 2 || isProtected(row.status, row.minor === 1)) return row;
  const own = database.all<Pick<EntityRecord, 'seq' | 'status' | 'minor' | 'protected_number'>>(
    'SELECT seq, status, minor, protected_number FROM entity WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq',
    JSON.stringify(group),
  );
  const closed = own.find((one) => isProtected(one.status, one.minor === 1));
  if (closed !== undefined) {
    const { status, minor, protected_number, seq } = closed;
    return { ...row, status: status ?? row.status, minor, protected_number: protected_number ?? seq };
  }
  const isLead = members.leadOf(row.seq) === row.seq;
  const stated = own.find((one) => one.status !== null)?.status ?? null;
  return isLead ? { ...row, status: row.status ?? stated } : row;
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

/** What these are shown as: a member gives its lead. Each lead stands under its own key too. */
export function entitiesBySeq(
  database: ReadableDatabase,
  seqs: readonly number[],
  shutter: ShutterLabel,
): Map<number, EntitySummary> {
  const members = membersOf(database);
  if (members.isEmpty) return entitiesAsWritten(database, seqs, shutter);
  const found = entitiesAsWritten(database, [...new Set(seqs.map(members.leadOf))], shutter);
  for (const seq of seqs) {
    const shown = found.get(members.leadOf(seq));
    if (shown !== undefined) found.set(seq, shown);
  }
  return found;
}

/** The records themselves, members too. */
export function entitiesAsWritten(
  database: ReadableDatabase,
  seqs: readonly number[],
  shutter: ShutterLabel,
): Map<number, EntitySummary> {
  const members = membersOf(database);
  const rows = database.all<EntityRecord>(
    `SELECT ${COLUMNS}, ${degreeSql(members)} AS degree FROM entity WHERE seq IN (SELECT value FROM json_each(?))`,
    JSON.stringify(seqs),
  );
  return new Map(
    rows.map((row) => [
      row.seq,
      withCount(summaryOf(closedTogether(database, members, row), shutter), members, row),
    ]),
  );
}

export function withCount(summary: EntitySummary, members: Members, { seq }: EntityRecord): EntitySummary {
  const count = members.under(seq).length;
  return count === 0 ? summary : { ...summary, members: count };
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
