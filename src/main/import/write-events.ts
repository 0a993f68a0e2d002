import { EVENT_TYPES } from '../../core/model/link-types.ts';
import type { BatchContext } from './batch-context.ts';
import type { EventDraft } from './drafts.ts';
import type { LinkTotals } from './totals.ts';
import type { PlaceWriter } from './write-places.ts';

/** Events of a batch get consecutive seqs: their ids are the prefix of the batch and the ordinal. */
export class EventWriter {
  count = 0;
  readonly firstSeq: number;
  readonly #batch: BatchContext;
  readonly #totals: LinkTotals;
  readonly #places: PlaceWriter;
  readonly #insert;
  readonly #locate;

  constructor(batch: BatchContext, totals: LinkTotals, places: PlaceWriter) {
    this.#batch = batch;
    this.#totals = totals;
    this.#places = places;
    const { database } = batch;
    const last = database.one<{ seq: number | null }>('SELECT max(seq) AS seq FROM event')?.seq ?? 0;
    this.firstSeq = last + 1;
    this.#insert = database.prepare(
      `INSERT INTO event (seq, file_seq, batch_seq, source_seq, source_row, type, start_at, start_text, zone, precision, end_at,
         duration_seconds, from_seq, to_seq, place_seq, latitude, longitude, amount_minor, currency, properties)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#locate = database.prepare(
      'INSERT INTO event_place (seq, south, north, west, east) VALUES (?, ?, ?, ?, ?)',
    );
  }

  get lastSeq(): number {
    return this.firstSeq + this.count - 1;
  }

  write(event: EventDraft, line: number): void {
    const { fileSeq, batchSeq, sourceSeq, zone } = this.#batch;
    const seq = this.firstSeq + this.count;
    const placeEntity = event.to?.type === 'place' ? event.to.seq : null;
    const kind = event.type === 'border_crossing' ? 'crossing' : 'any';
    const place = event.place === null ? null : this.#places.place(event.place, placeEntity, null, kind);
    const latitude = event.latitude ?? place?.latitude ?? null;
    const longitude = event.longitude ?? place?.longitude ?? null;
    const from = event.from?.seq ?? null;
    const to = event.to?.seq ?? null;
    this.#insert.run(
      seq,
      fileSeq,
      batchSeq,
      sourceSeq,
      line,
      event.type,
      event.start,
      event.startText,
      zone,
      event.precision,
      event.end,
      event.durationSeconds,
      from,
      to,
      place?.seq ?? null,
      latitude,
      longitude,
      event.amountMinor,
      event.currency,
      event.properties === null ? null : JSON.stringify(event.properties),
    );
    if (latitude !== null && longitude !== null)
      this.#locate.run(seq, latitude, latitude, longitude, longitude);
    this.count += 1;
    const { link } = EVENT_TYPES[event.type];
    if (link === null || from === null || to === null) return;
    const money =
      event.amountMinor === null ? null : { currency: event.currency ?? '', minor: event.amountMinor };
    this.#totals.add(from, to, link, 'confirmed', event.start, money);
  }
}
