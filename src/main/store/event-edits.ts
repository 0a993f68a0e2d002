import { v7 } from 'uuid';
import type { EventInput } from '../../contract/edits.ts';
import { Failure } from '../../core/result.ts';
import { timeReader } from '../../core/time/index.ts';
import type { ReadableDatabase, SqlValue, WritableDatabase } from '../vault/database.ts';
import { eventPrefix, eventSeq, uuidBytes } from './event-id.ts';

const BY_HAND = 'hand';

export type EventChange = { readonly [K in keyof EventInput]?: EventInput[K] | undefined };

/** The batch of what is entered by hand, one per file, made at first use like the analyst's source. */
export function handBatch(database: WritableDatabase, fileSeq: number, at: number): number {
  const found = database.one<{ seq: number }>(
    'SELECT seq FROM batch WHERE file_seq = ? AND kind = ?',
    fileSeq,
    BY_HAND,
  );
  if (found !== undefined) return found.seq;
  return database.run(
    `INSERT INTO batch (id, file_seq, kind, file_name, specification, event_prefix, rows, imported, rejected, report, created_at)
     VALUES (?, ?, ?, '', '{}', ?, 0, 0, 0, '{}', ?)`,
    v7(),
    fileSeq,
    BY_HAND,
    eventPrefix(),
    at,
  ).lastSeq;
}

export interface HandEvent {
  readonly seq: number;
  readonly file_seq: number;
}

/** Failures: store.no-such-event, store.event-imported. */
export function handEvent(database: ReadableDatabase, id: string): HandEvent {
  const seq = eventSeq(database, id);
  const row = database.one<HandEvent & { kind: string }>(
    'SELECT event.seq, event.file_seq, batch.kind FROM event JOIN batch ON batch.seq = event.batch_seq WHERE event.seq = ?',
    seq ?? -1,
  );
  if (row === undefined) throw new Failure('store.no-such-event', { id });
  if (row.kind !== BY_HAND) throw new Failure('store.event-imported');
  return row;
}

/** The columns of an event that a person writes; Failures: store.unreadable-time, store.no-such-entity. */
export function eventColumns(
  database: WritableDatabase,
  fileSeq: number,
  input: EventChange,
): Map<string, SqlValue> {
  const columns = new Map<string, SqlValue>();
  const set = (column: string, value: SqlValue | undefined): void => {
    if (value !== undefined) columns.set(column, value);
  };
  set('type', input.type);
  set('duration_seconds', input.durationSeconds);
  set('latitude', input.latitude);
  set('longitude', input.longitude);
  set('amount_minor', input.amountMinor);
  set('currency', input.currency);
  if (input.from !== undefined) set('from_seq', entitySeq(database, fileSeq, input.from));
  if (input.to !== undefined) set('to_seq', entitySeq(database, fileSeq, input.to));
  if (input.place !== undefined) set('place_seq', placeSeq(database, fileSeq, input.place));
  if (input.properties !== undefined) set('properties', JSON.stringify(input.properties));
  if (input.time !== undefined) for (const [column, value] of timeColumns(input.time)) set(column, value);
  return columns;
}

function* timeColumns({ text, zone }: EventInput['time']): Generator<readonly [string, SqlValue]> {
  const reading = text.trim() === '' ? null : timeReader('ymd', zone)(text.trim());
  if (reading === null && text.trim() !== '') throw new Failure('store.unreadable-time', { text });
  yield ['start_at', reading?.at ?? null];
  yield ['start_text', text.trim()];
  yield ['zone', zone];
  yield ['precision', reading?.precision ?? 'second'];
}

function entitySeq(database: ReadableDatabase, fileSeq: number, id: string | null): number | null {
  if (id === null) return null;
  const row = database.one<{ seq: number }>(
    'SELECT seq FROM entity WHERE id = ? AND file_seq = ?',
    id,
    fileSeq,
  );
  if (row === undefined) throw new Failure('store.no-such-entity', { id });
  return row.seq;
}

function placeSeq(database: WritableDatabase, fileSeq: number, name: string | null): number | null {
  if (name === null || name.trim() === '') return null;
  const found = database.one<{ seq: number }>(
    'SELECT seq FROM place WHERE file_seq = ? AND name = ?',
    fileSeq,
    name.trim(),
  );
  return (
    found?.seq ??
    database.run('INSERT INTO place (file_seq, name) VALUES (?, ?)', fileSeq, name.trim()).lastSeq
  );
}

export function createEvent(
  database: WritableDatabase,
  event: { id: string; fileSeq: number; batchSeq: number; sourceSeq: number; input: EventInput },
): void {
  const columns = eventColumns(database, event.fileSeq, event.input);
  columns.set('id', uuidBytes(event.id));
  columns.set('file_seq', event.fileSeq);
  columns.set('batch_seq', event.batchSeq);
  columns.set('source_seq', event.sourceSeq);
  const names = [...columns.keys()];
  const sql = `INSERT INTO event (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  database.run(sql, ...columns.values());
}

export function editEvent(database: WritableDatabase, event: HandEvent, input: EventChange): void {
  for (const [column, value] of eventColumns(database, event.file_seq, input)) {
    database.run(`UPDATE event SET ${column} = ? WHERE seq = ?`, value, event.seq);
  }
}

export function deleteEvent(database: WritableDatabase, event: HandEvent): void {
  database.run('DELETE FROM assertion WHERE event_seq = ?', event.seq);
  database.run('DELETE FROM event WHERE seq = ?', event.seq);
}
