import { resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { EntityType } from '../../src/core/model/entity-types.ts';
import { EVENT_TYPES, type EventType } from '../../src/core/model/link-types.ts';
import type { Context } from '../../src/main/engine/context.ts';
import { loadMessages } from '../../src/main/engine/messages.ts';
import { indexEntity } from '../../src/main/store/entity-text.ts';
import { eventPrefix } from '../../src/main/store/event-id.ts';
import { insertSource } from '../../src/main/store/sources.ts';
import { addSummary } from '../../src/main/store/summaries.ts';
import type { WritableDatabase } from '../../src/main/vault/database.ts';
import { analysisFile, connectAgain, temporaryDatabase } from './database.ts';

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 2, 1);

export interface SeedEvent {
  readonly type?: EventType;
  readonly from: string;
  readonly to?: string;
  readonly at: number | null;
  readonly amountMinor?: number;
  readonly currency?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

export interface SeededFile {
  readonly database: WritableDatabase;
  readonly context: Context;
  readonly fileId: string;
  readonly fileSeq: number;
  readonly sourceSeq: number;
  entity(name: string, type: EntityType, label?: string): string;
  id(name: string): string;
  seq(name: string): number;
  /** One batch of events with its chart lines, as an import leaves it; returns its seq. */
  batch(events: readonly SeedEvent[]): number;
}

/** A context of a test: the database, real messages, a fixed clock and actor. */
export function storeContext(database: WritableDatabase): Context {
  return {
    messages: loadMessages(resolve('resources/locales')),
    settings: { get: () => ({ language: 'en' }) },
    session: { connect: () => connectAgain(database) },
    database: () => database,
    actor: () => 'Analyst A',
    now: () => Date.UTC(2026, 4, 1, 12),
  } as unknown as Context;
}

/** An analysis file in a real encrypted database, to be filled by name. */
export function seededFile(): SeededFile {
  const database = temporaryDatabase();
  const file = analysisFile(database);
  const source = insertSource(database, {
    fileSeq: file.seq,
    kind: 'import',
    title: 'Call list',
    originator: 'MD',
    received: START,
    grade: { scheme: 'europol-4x4', source: 'B', information: '2' },
    marking: { level: 'restricted', handling: ['H1'] },
    recipients: [],
  });
  const known = new Map<string, { id: string; seq: number }>();
  const find = (name: string) => {
    const found = known.get(name);
    if (found === undefined) throw new Error(`no seeded entity ${name}`);
    return found;
  };
  const seeded: SeededFile = {
    database,
    context: storeContext(database),
    fileId: file.id,
    fileSeq: file.seq,
    sourceSeq: source.seq,
    id: (name) => find(name).id,
    seq: (name) => find(name).seq,
    entity(name, type, label = name) {
      const id = uuidv7();
      const { lastSeq } = database.run(
        'INSERT INTO entity (id, file_seq, type, label, created_at) VALUES (?, ?, ?, ?, 0)',
        id,
        file.seq,
        type,
        label,
      );
      if (type === 'phone') {
        database.run(
          "INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?, 'phone', ?, ?, ?, 'valid')",
          file.seq,
          label,
          lastSeq,
          label,
        );
      }
      indexEntity(database, lastSeq);
      known.set(name, { id, seq: lastSeq });
      return id;
    },
    batch: (events) => seedBatch(seeded, events),
  };
  return seeded;
}

function seedBatch(seeded: SeededFile, events: readonly SeedEvent[]): number {
  const { database, fileSeq, sourceSeq } = seeded;
  return database.transaction(() => {
    const batch = database.run(
      `INSERT INTO batch (id, file_seq, source_seq, kind, file_name, specification, event_prefix, rows, imported, rejected, report, created_at)
       VALUES (?, ?, ?, 'import', 'calls.csv', '{}', ?, 0, 0, 0, '{}', 0)`,
      uuidv7(),
      fileSeq,
      sourceSeq,
      eventPrefix(),
    ).lastSeq;
    const first = (database.one<{ n: number | null }>('SELECT max(seq) AS n FROM event')?.n ?? 0) + 1;
    for (const [index, event] of events.entries()) insertEvent(seeded, batch, first + index, event);
    database.run(
      'UPDATE batch SET first_event_seq = ?, last_event_seq = ? WHERE seq = ?',
      first,
      first + events.length - 1,
      batch,
    );
    return batch;
  });
}

function insertEvent(seeded: SeededFile, batch: number, seq: number, event: SeedEvent): void {
  const { database, fileSeq, sourceSeq } = seeded;
  const type = event.type ?? 'call';
  const from = seeded.seq(event.from);
  const to = event.to === undefined ? null : seeded.seq(event.to);
  database.run(
    `INSERT INTO event (seq, file_seq, batch_seq, source_seq, source_row, type, start_at, start_text, zone, precision, from_seq, to_seq,
       latitude, longitude, amount_minor, currency) VALUES (?,?,?,?,?,?,?,'','UTC','second',?,?,?,?,?,?)`,
    seq,
    fileSeq,
    batch,
    sourceSeq,
    seq,
    type,
    event.at,
    from,
    to,
    event.latitude ?? null,
    event.longitude ?? null,
    event.amountMinor ?? null,
    event.currency ?? null,
  );
  const link = EVENT_TYPES[type].link;
  if (link === null || to === null) return;
  addSummary(database, {
    fileSeq,
    from,
    to,
    type: link,
    batch,
    strength: 'confirmed',
    currency: event.currency ?? '',
    count: 1,
    sumMinor: event.amountMinor ?? 0,
    first: event.at,
    last: event.at,
  });
}
