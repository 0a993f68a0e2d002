import type { EventFilter } from '../../contract/events.ts';
import type { EntitySummary, EventRow } from '../../contract/terms.ts';
import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import type { EventType } from '../../core/model/link-types.ts';
import { EVENT_TYPES } from '../../core/model/link-types.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, SqlValue } from '../vault/database.ts';
import { entitiesBySeq, entitySeqs, type ShutterLabel } from './entities.ts';
import { eventId, eventSeq, uuidText } from './event-id.ts';
import { evidenceScope } from './evidence-scope.ts';
import { membersOf } from './members.ts';

/** FROM … WHERE of a filter, as SQL with its values; `event` is the table's name in it. */
export interface EventScope {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/**
 * Entities narrow through the two participant indexes (a union of seqs), else the file's time index is walked.
 * `linkKey` means the events behind one chart line.
 */
export function eventScope(
  database: ReadableDatabase,
  fileSeq: number,
  filter: Omit<EventFilter, 'fileId'>,
): EventScope {
  const values: SqlValue[] = [];
  let source = 'event';
  const conditions: string[] = [];
  if (filter.linkKey !== undefined) {
    const [from = '', to = '', type = ''] = filter.linkKey.split('|');
    const members = membersOf(database);
    const ends = (id: string): string =>
      JSON.stringify(members.withMembers(entitySeqs(database, fileSeq, [id])));
    const types = Object.entries(EVENT_TYPES)
      .filter(([, record]) => record.link === type)
      .map(([name]) => name);
    source = 'event INDEXED BY event_by_from';
    conditions.push(
      'event.from_seq IN (SELECT value FROM json_each(?))',
      'event.to_seq IN (SELECT value FROM json_each(?))',
      'event.type IN (SELECT value FROM json_each(?))',
    );
    values.push(ends(from), ends(to), JSON.stringify(types));
  } else if (filter.entityIds !== undefined) {
    const seqs = JSON.stringify(
      membersOf(database).withMembers(entitySeqs(database, fileSeq, filter.entityIds)),
    );
    source = `(SELECT e.seq AS wanted FROM json_each(?) m JOIN event e INDEXED BY event_by_from ON e.from_seq = m.value
       UNION SELECT e.seq FROM json_each(?) m JOIN event e INDEXED BY event_by_to ON e.to_seq = m.value
       UNION SELECT p.event_seq FROM json_each(?) m JOIN event_participant p ON p.entity_seq = m.value)
       CROSS JOIN event ON event.seq = wanted`;
    values.push(seqs, seqs, seqs);
  }
  conditions.push('event.file_seq = ?');
  values.push(fileSeq);
  if (filter.types !== undefined) {
    conditions.push('event.type IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(filter.types));
  }
  if (filter.period?.from != null) {
    conditions.push('event.start_at >= ?');
    values.push(filter.period.from);
  }
  if (filter.period?.to != null) {
    conditions.push('event.start_at < ?');
    values.push(filter.period.to);
  }
  const evidence = evidenceScope(database, fileSeq, filter);
  if (evidence !== null) {
    conditions.push('event.source_seq IN (SELECT value FROM json_each(?))');
    values.push(evidence.eventSources);
  }
  return { sql: `FROM ${source} WHERE ${conditions.join(' AND ')}`, values };
}

interface EventRecord {
  seq: number;
  id: Uint8Array | null;
  event_prefix: string;
  first_event_seq: number;
  type: EventType;
  start_at: number | null;
  start_text: string;
  zone: string;
  precision: EventRow['precision'];
  end_at: number | null;
  duration_seconds: number | null;
  from_seq: number | null;
  to_seq: number | null;
  from_id: string | null;
  from_label: string | null;
  from_status: PersonStatus | null;
  from_minor: number | null;
  from_number: number | null;
  to_id: string | null;
  to_label: string | null;
  to_status: PersonStatus | null;
  to_minor: number | null;
  to_number: number | null;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  amount_minor: number | null;
  currency: string | null;
  properties: string | null;
  source_id: string;
  source_reference: string;
  source_row: number | null;
  grading_scheme: EventRow['grade']['scheme'];
  source_grade: string;
  information_grade: string;
}

const DETAIL = `SELECT event.*, batch.event_prefix, batch.first_event_seq, place.name AS place,
  f.id AS from_id, f.label AS from_label, f.status AS from_status, f.minor AS from_minor, coalesce(f.protected_number, f.seq) AS from_number,
  t.id AS to_id, t.label AS to_label, t.status AS to_status, t.minor AS to_minor, coalesce(t.protected_number, t.seq) AS to_number,
  source.id AS source_id, source.reference AS source_reference, source.grading_scheme, source.source_grade, source.information_grade
  FROM (SELECT value AS wanted, key AS position FROM json_each(?)) CROSS JOIN event ON event.seq = wanted
  JOIN batch ON batch.seq = event.batch_seq JOIN source ON source.seq = event.source_seq
  LEFT JOIN entity f ON f.seq = event.from_seq LEFT JOIN entity t ON t.seq = event.to_seq LEFT JOIN place ON place.seq = event.place_seq
  ORDER BY position`;

export function eventIdOf(row: {
  id: Uint8Array | null;
  seq: number;
  event_prefix: string;
  first_event_seq: number;
}): string {
  return row.id === null ? eventId(row.event_prefix, row.seq - row.first_event_seq) : uuidText(row.id);
}

/** Whole rows for the given seqs, in that order, labels of protected people shut. */
export function eventRows(
  database: ReadableDatabase,
  seqs: readonly number[],
  shutter: ShutterLabel,
): EventRow[] {
  const label = (
    text: string | null,
    status: PersonStatus | null,
    minor: number | null,
    number: number | null,
  ): string | null =>
    text !== null && isProtected(status, minor === 1) ? shutter(status, minor === 1, number ?? 0) : text;
  const rows = database.all<EventRecord>(DETAIL, JSON.stringify(seqs));
  const shown = mergedEnds(database, rows, shutter);
  return rows.map((row) => ({
    id: eventIdOf(row),
    type: row.type,
    start: row.start_at,
    startText: row.start_text,
    zone: row.zone,
    precision: row.precision,
    end: row.end_at,
    durationSeconds: row.duration_seconds,
    from: shown(row.from_seq)?.id ?? row.from_id,
    fromLabel:
      shown(row.from_seq)?.label ?? label(row.from_label, row.from_status, row.from_minor, row.from_number),
    to: shown(row.to_seq)?.id ?? row.to_id,
    toLabel: shown(row.to_seq)?.label ?? label(row.to_label, row.to_status, row.to_minor, row.to_number),
    place: row.place,
    latitude: row.latitude,
    longitude: row.longitude,
    amountMinor: row.amount_minor,
    currency: row.currency,
    properties: JSON.parse(row.properties ?? '{}') as EventRow['properties'],
    sourceId: row.source_id,
    sourceReference: row.source_reference,
    sourceRow: row.source_row,
    grade: { scheme: row.grading_scheme, source: row.source_grade, information: row.information_grade },
  }));
}

/** Of ends that belong to a merged record: what they are shown as. */
function mergedEnds(
  database: ReadableDatabase,
  rows: readonly EventRecord[],
  shutter: ShutterLabel,
): (seq: number | null) => EntitySummary | undefined {
  const members = membersOf(database);
  if (members.isEmpty) return () => undefined;
  const merged = new Set(
    rows
      .flatMap((row) => [row.from_seq, row.to_seq])
      .filter((seq) => seq !== null && members.withMembers([seq]).length > 1),
  );
  const found = entitiesBySeq(database, [...merged] as number[], shutter);
  return (seq) => (seq === null ? undefined : found.get(seq));
}

export function listEvents(
  database: ReadableDatabase,
  scope: EventScope,
  page: { offset: number; limit: number; descending?: boolean | undefined },
  shutter: ShutterLabel,
) {
  const total = database.one<{ n: number }>(`SELECT count(*) AS n ${scope.sql}`, ...scope.values)?.n ?? 0;
  const order = page.descending === true ? 'DESC' : 'ASC';
  const seqs = database.all<{ seq: number }>(
    `SELECT event.seq ${scope.sql} ORDER BY event.start_at ${order}, event.seq LIMIT ? OFFSET ?`,
    ...scope.values,
    page.limit,
    page.offset,
  );
  return {
    total,
    rows: eventRows(
      database,
      seqs.map((row) => row.seq),
      shutter,
    ),
  };
}

export function getEvent(database: ReadableDatabase, id: string, shutter: ShutterLabel): EventRow {
  const seq = eventSeq(database, id);
  const [row] = seq === undefined ? [] : eventRows(database, [seq], shutter);
  if (row === undefined) throw new Failure('store.no-such-event', { id });
  return row;
}

export function eventExtent(database: ReadableDatabase, scope: EventScope) {
  const row = database.one<{ count: number; undated: number; first: number | null; last: number | null }>(
    `SELECT count(*) AS count, count(*) - count(start_at) AS undated, min(start_at) AS first, max(start_at) AS last ${scope.sql}`,
    ...scope.values,
  );
  return row ?? { count: 0, undated: 0, first: null, last: null };
}

/** Counts in equal buckets of [from, to), by type; one grouped query over the time index. */
export function histogram(
  database: ReadableDatabase,
  scope: EventScope,
  span: { from: number; to: number; buckets: number },
) {
  const width = Math.max(1, (span.to - span.from) / span.buckets);
  const rows = database.all<{ bucket: number; type: string; n: number }>(
    `SELECT CAST((event.start_at - ?) / ? AS INTEGER) AS bucket, event.type AS type, count(*) AS n ${scope.sql}
       AND event.start_at >= ? AND event.start_at < ? GROUP BY bucket, event.type`,
    span.from,
    width,
    ...scope.values,
    span.from,
    span.to,
  );
  const counts = new Array<number>(span.buckets).fill(0);
  const byType: Record<string, number[]> = {};
  for (const row of rows) {
    const bucket = Math.min(span.buckets - 1, row.bucket);
    byType[row.type] ??= new Array<number>(span.buckets).fill(0);
    const line = byType[row.type] as number[];
    line[bucket] = (line[bucket] ?? 0) + row.n;
    counts[bucket] = (counts[bucket] ?? 0) + row.n;
  }
  return { counts, byType };
}
