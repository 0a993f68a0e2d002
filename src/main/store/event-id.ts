import { v7 } from 'uuid';
import type { ReadableDatabase } from '../vault/database.ts';

const ORDINAL_DIGITS = 8;

/**
 * A UUIDv7 without its last eight hex digits. Each batch has one; the event's ordinal in the batch fills the rest, so
 * that a million events need neither an id column nor an index for it.
 */
export function eventPrefix(): string {
  return v7().slice(0, -ORDINAL_DIGITS);
}

export function eventId(prefix: string, ordinal: number): string {
  return prefix + ordinal.toString(16).padStart(ORDINAL_DIGITS, '0');
}

/** 16 bytes of a UUID as they are stored in `event.id` for events that keep an id from elsewhere. */
export function uuidBytes(id: string): Uint8Array {
  return Uint8Array.from(Buffer.from(id.replaceAll('-', ''), 'hex'));
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** seq of the event with this id, or undefined. */
export function eventSeq(database: ReadableDatabase, id: string): number | undefined {
  const own = database.one<{ seq: number }>('SELECT seq FROM event WHERE id = ?', uuidBytes(id));
  if (own !== undefined) return own.seq;
  const ordinal = Number.parseInt(id.slice(-ORDINAL_DIGITS), 16);
  return database.one<{ seq: number }>(
    `SELECT event.seq AS seq FROM batch JOIN event ON event.seq = batch.first_event_seq + ? AND event.batch_seq = batch.seq
     WHERE batch.event_prefix = ?`,
    Number.isNaN(ordinal) ? -1 : ordinal,
    id.slice(0, -ORDINAL_DIGITS),
  )?.seq;
}
