import type { CaseEvent, Properties } from '../../core/evidence/case-data.ts';
import type { EventType } from '../../core/model/link-types.ts';
import { required } from '../../core/result.ts';
import { eventId, uuidText } from '../store/event-id.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import type { EntityIds, Period } from './read-network.ts';

interface EventRow {
  seq: number;
  id: Uint8Array | null;
  prefix: string | null;
  first_event_seq: number | null;
  type: string;
  start_at: number | null;
  start_text: string;
  zone: string;
  precision: string;
  end_at: number | null;
  duration_seconds: number | null;
  from_seq: number | null;
  to_seq: number | null;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  amount_minor: number | null;
  currency: string | null;
  properties: string | null;
  source_id: string;
  source_row: number | null;
}

const PAGE_SQL = `
  SELECT event.seq, event.id, batch.event_prefix AS prefix, batch.first_event_seq, event.type, event.start_at, event.start_text,
         event.zone, event.precision, event.end_at, event.duration_seconds, event.from_seq, event.to_seq, place.name AS place,
         coalesce(event.latitude, place.latitude) AS latitude, coalesce(event.longitude, place.longitude) AS longitude,
         event.amount_minor, event.currency, event.properties, source.id AS source_id, event.source_row
  FROM event JOIN source ON source.seq = event.source_seq LEFT JOIN batch ON batch.seq = event.batch_seq
  LEFT JOIN place ON place.seq = event.place_seq
  WHERE +event.file_seq = ? AND event.seq > ? ORDER BY event.seq LIMIT ?`;

const PARTICIPANTS_SQL = `
  SELECT event_seq, entity_seq, role FROM event_participant WHERE event_seq BETWEEN ? AND ? ORDER BY event_seq, entity_seq, role`;

/** Reads the file's events in pages, so that a job can let others work between two of them. */
export class EventReader {
  #last = 0;
  readonly events: CaseEvent[] = [];
  readonly ids = new Map<number, string>();
  readonly #database: ReadableDatabase;
  readonly #fileSeq: number;
  readonly #entities: EntityIds;
  readonly #whole: boolean;
  readonly #period: Period | null;

  /** `whole`: the whole file is chosen, so events that name nobody belong to it too. */
  constructor(
    database: ReadableDatabase,
    fileSeq: number,
    entities: EntityIds,
    whole: boolean,
    period: Period | null,
  ) {
    this.#database = database;
    this.#fileSeq = fileSeq;
    this.#entities = entities;
    this.#whole = whole;
    this.#period = period;
  }

  /** False when nothing is left. */
  readPage(limit: number): boolean {
    const rows = this.#database.all<EventRow>(PAGE_SQL, this.#fileSeq, this.#last, limit);
    const first = rows[0];
    const last = rows.at(-1);
    if (first === undefined || last === undefined) return false;
    const others = this.#participants(first.seq, last.seq);
    for (const row of rows) this.#take(row, others.get(row.seq) ?? []);
    this.#last = last.seq;
    return rows.length === limit;
  }

  #participants(from: number, to: number): Map<number, { entityId: string; role: string }[]> {
    const found = new Map<number, { entityId: string; role: string }[]>();
    const rows = this.#database.all<{ event_seq: number; entity_seq: number; role: string }>(
      PARTICIPANTS_SQL,
      from,
      to,
    );
    for (const row of rows) {
      const entityId = this.#entities.get(row.entity_seq);
      if (entityId === undefined) continue;
      const list = found.get(row.event_seq) ?? [];
      list.push({ entityId, role: row.role });
      found.set(row.event_seq, list);
    }
    return found;
  }

  #take(row: EventRow, participants: { entityId: string; role: string }[]): void {
    const from = row.from_seq === null ? null : this.#entities.get(row.from_seq);
    const to = row.to_seq === null ? null : this.#entities.get(row.to_seq);
    if (from === undefined || to === undefined || !inPeriod(row.start_at, this.#period)) return;
    if (!this.#whole && from === null && to === null && participants.length === 0) return;
    const id = idOf(row);
    this.ids.set(row.seq, id);
    this.events.push({
      id,
      type: row.type as EventType,
      start: row.start_at,
      startText: row.start_text,
      zone: row.zone,
      precision: row.precision,
      end: row.end_at,
      durationSeconds: row.duration_seconds,
      from,
      to,
      participants,
      place: row.place,
      latitude: row.latitude,
      longitude: row.longitude,
      amountMinor: row.amount_minor,
      currency: row.currency,
      properties: row.properties === null ? {} : (JSON.parse(row.properties) as Properties),
      sourceId: row.source_id,
      row: row.source_row,
    });
  }
}

function inPeriod(at: number | null, period: Period | null): boolean {
  if (period === null || (period.from === null && period.to === null)) return true;
  return (
    at !== null && (period.from === null || at >= period.from) && (period.to === null || at <= period.to)
  );
}

/** Outside id of an event: its own, or the one its place in the batch gives. */
function idOf(row: EventRow): string {
  if (row.id !== null) return uuidText(row.id);
  const first = required(row.first_event_seq, 'first event of the batch');
  return eventId(required(row.prefix, 'event prefix of the batch'), row.seq - first);
}
