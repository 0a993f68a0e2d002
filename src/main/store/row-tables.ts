import type { ReadableDatabase } from '../vault/database.ts';
import { eventId, eventSeq, uuidText } from './event-id.ts';

/** Tables that rows of other tables point at, and how such a row is called outside. */
export type Named =
  | 'analysis_file'
  | 'source'
  | 'batch'
  | 'entity'
  | 'link'
  | 'place'
  | 'event'
  | 'assertion'
  | 'chart'
  | 'merge';

export interface TableRecord {
  /** Columns that name a row of a table without a `seq`; the others are named by `nameOf`. */
  readonly key: readonly string[] | null;
  /** Columns that hold the internal key of another row. */
  readonly references: Readonly<Record<string, Named>>;
  /** Columns that follow from other rows, or only ever rise: no step brings them back. */
  readonly derived?: readonly string[];
}

const BY_ID = null;

/**
 * What a person's command may change, parents before children. Internal keys differ after an import is read again,
 * so the journal names rows by what they are called outside.
 */
export const ROW_TABLES: Readonly<Record<string, TableRecord>> = {
  analysis_file: { key: BY_ID, references: {} },
  country_rule: { key: ['country'], references: {} },
  source: { key: BY_ID, references: {} },
  custody_entry: { key: BY_ID, references: { source_seq: 'source' } },
  disclosure_permission: { key: BY_ID, references: { source_seq: 'source' } },
  entity: { key: BY_ID, references: { batch_seq: 'batch' }, derived: ['lead_seq'] },
  person_status: { key: BY_ID, references: { entity_seq: 'entity', source_seq: 'source' } },
  identifier: {
    key: ['kind', 'value', 'file_seq', 'entity_seq'],
    references: { entity_seq: 'entity', batch_seq: 'batch' },
  },
  document_page: {
    key: ['entity_seq', 'page'],
    references: { entity_seq: 'entity', batch_seq: 'batch' },
  },
  link: { key: BY_ID, references: { from_seq: 'entity', to_seq: 'entity', batch_seq: 'batch' } },
  place: { key: BY_ID, references: { entity_seq: 'entity', batch_seq: 'batch' } },
  event: {
    key: BY_ID,
    references: {
      from_seq: 'entity',
      to_seq: 'entity',
      place_seq: 'place',
      source_seq: 'source',
      batch_seq: 'batch',
    },
  },
  event_participant: {
    key: ['event_seq', 'entity_seq', 'role'],
    references: { event_seq: 'event', entity_seq: 'entity' },
  },
  assertion: {
    key: BY_ID,
    references: {
      source_seq: 'source',
      entity_seq: 'entity',
      link_seq: 'link',
      event_seq: 'event',
      batch_seq: 'batch',
    },
  },
  match_rule: { key: ['type', 'kind'], references: {} },
  match_decision: { key: ['left_id', 'right_id'], references: {} },
  merge: { key: BY_ID, references: { lead_seq: 'entity' } },
  merge_member: {
    key: ['merge_seq', 'entity_seq'],
    references: { merge_seq: 'merge', entity_seq: 'entity' },
  },
  watch_decision: { key: BY_ID, references: {} },
  chart: { key: BY_ID, references: {}, derived: ['revision'] },
  chart_member: {
    key: ['chart_seq', 'entity_seq'],
    references: { chart_seq: 'chart', entity_seq: 'entity' },
  },
};

export const ROW_TABLE_NAMES: readonly string[] = Object.keys(ROW_TABLES);

export function tableRecord(table: string): TableRecord {
  const record = ROW_TABLES[table];
  if (record === undefined) throw new Error(`the journal does not know the table ${table}`);
  return record;
}

/** A place has no id: its name in its file, which is unique. */
export function placeName(fileSeq: unknown, name: unknown): string {
  return `${String(fileSeq)}|${String(name)}`;
}

/** What a row with this internal key is called outside; null where there is none. */
export function nameOf(database: ReadableDatabase, table: string, seq: number): string | null {
  if (table === 'event') return eventName(database, seq);
  if (table === 'place') {
    const row = database.one<{ file_seq: number; name: string }>(
      'SELECT file_seq, name FROM place WHERE seq = ?',
      seq,
    );
    return row === undefined ? null : placeName(row.file_seq, row.name);
  }
  return database.one<{ id: string }>(`SELECT id FROM ${table} WHERE seq = ?`, seq)?.id ?? null;
}

function eventName(database: ReadableDatabase, seq: number): string | null {
  const row = database.one<{ id: Uint8Array | null; event_prefix: string; first_event_seq: number }>(
    'SELECT event.id, event_prefix, first_event_seq FROM event JOIN batch ON batch.seq = event.batch_seq WHERE event.seq = ?',
    seq,
  );
  if (row === undefined) return null;
  return row.id === null ? eventId(row.event_prefix, seq - row.first_event_seq) : uuidText(row.id);
}

/** Internal key of the row called so; undefined where there is none now. */
export function seqOfName(database: ReadableDatabase, table: string, name: string): number | undefined {
  if (table === 'event') return eventSeq(database, name);
  if (table === 'place') {
    const cut = name.indexOf('|');
    return database.one<{ seq: number }>(
      'SELECT seq FROM place WHERE file_seq = ? AND name = ?',
      Number(name.slice(0, cut)),
      name.slice(cut + 1),
    )?.seq;
  }
  return database.one<{ seq: number }>(`SELECT seq FROM ${table} WHERE id = ?`, name)?.seq;
}
