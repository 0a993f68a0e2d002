import type { JobProgress } from '../engine/jobs.ts';
import { indexEntity, removeEntityText } from '../store/entity-text.ts';
import { removeBatchSummaries, restatePair } from '../store/summaries.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { type BatchRow, batchRow, type StoredBatch } from './batch-record.ts';
import { forgetStatuses, restateStatuses, statusesOf } from './stated-status.ts';
import { keptEntities, leavingEntities, takenFirst } from './take-along.ts';
import type { Taken } from './taken.ts';

export interface UndoneBatch {
  readonly events: number;
  readonly entities: number;
  readonly links: number;
  /** Entities and links the batch made that others rest on since; they stay. */
  readonly kept: number;
  /** For the way back; null where there was nothing to take. */
  readonly taken: Taken | null;
}

/** What stays although nothing rests on it now: it stayed the first time, when something did. */
export interface KeptBefore {
  readonly entities: readonly string[];
  readonly links: readonly string[];
}

const EVENTS_AT_ONCE = 20_000;

/**
 * Takes back exactly what a batch brought, inside the caller's transaction. What another source, event or link uses
 * since, or a person worked on (status, merge), stays and is counted in `kept`; it then belongs to the batch
 * that also states it. The stored file stays for a redo, `taken` is what the redo needs beside it. An undone batch is
 * left alone.
 */
export async function undoBatch(
  database: WritableDatabase,
  batchId: string,
  progress: Pick<JobProgress, 'advance' | 'breathe'>,
  keep: KeptBefore = { entities: [], links: [] },
): Promise<UndoneBatch> {
  const batch = batchRow(database, batchId);
  if (batch.state === 'undone') return { events: 0, entities: 0, links: 0, kept: 0, taken: null };
  const stored = JSON.parse(batch.report) as StoredBatch;
  const first = takenFirst(database, batch, keep.links);
  const events = await removeEvents(database, batch, progress);
  removeBatchSummaries(database, batch.seq);
  unlocatePlaces(database, stored);
  const statuses = statusesOf(database, batch);
  const restated = statedOnlyHere(database, batch.seq);
  database.run('DELETE FROM assertion WHERE batch_seq = ?', batch.seq);
  forgetStatuses(database, batch.source_seq);
  restateStatuses(database, statuses);
  const links = removeLinks(database, batch.seq, keep);
  await progress.breathe();
  const extended = database.all<{ seq: number }>(
    `SELECT DISTINCT identifier.entity_seq AS seq FROM identifier JOIN entity ON entity.seq = identifier.entity_seq
     WHERE identifier.batch_seq = ? AND entity.batch_seq IS NOT ?`,
    batch.seq,
    batch.seq,
  );
  releasePlaces(database, batch.seq);
  const entities = await removeEntities(database, batch, progress, keep);
  database.run('DELETE FROM identifier WHERE batch_seq = ?', batch.seq);
  database.run('DELETE FROM document_page WHERE batch_seq = ?', batch.seq);
  database.run(
    `UPDATE batch SET state = 'undone', source_seq = NULL, first_event_seq = NULL, last_event_seq = NULL WHERE seq = ?`,
    batch.seq,
  );
  if (batch.source_seq !== null) database.run('DELETE FROM source WHERE seq = ?', batch.source_seq);
  const changed = [
    ...extended.map(({ seq }) => seq),
    ...restated,
    ...entities.keptSeqs,
    ...statedBy(database, first.facts),
  ];
  for (const seq of new Set(changed)) indexEntity(database, seq);
  return {
    events,
    entities: entities.removed,
    links: links.removed,
    kept: entities.keptSeqs.length + links.kept,
    taken: takenOf(database, first, entities),
  };
}

/** Entities of others to which only this batch adds a word: the search must no longer find them by it. */
function statedOnlyHere(database: WritableDatabase, batchSeq: number): number[] {
  return database
    .all<{ seq: number }>(
      `SELECT DISTINCT said.entity_seq AS seq FROM assertion said JOIN entity ON entity.seq = said.entity_seq
       WHERE said.batch_seq = ? AND said.property IS NOT NULL AND entity.batch_seq IS NOT said.batch_seq
       AND NOT EXISTS (SELECT 1 FROM assertion other WHERE other.entity_seq = said.entity_seq
         AND other.value = said.value AND other.batch_seq IS NOT said.batch_seq)`,
      batchSeq,
    )
    .map(({ seq }) => seq);
}

/** Entities that lost a fact of a person with the source: the search must no longer find them by it. */
function statedBy(database: WritableDatabase, facts: Taken['facts']): number[] {
  const ids = JSON.stringify(facts.map((one) => one.entityId));
  return database
    .all<{ seq: number }>('SELECT seq FROM entity WHERE id IN (SELECT value FROM json_each(?))', ids)
    .map(({ seq }) => seq);
}

function takenOf(
  database: WritableDatabase,
  first: ReturnType<typeof takenFirst>,
  entities: RemovedEntities,
): Taken {
  const { ownPlaces, links, lines, linkIds, said, ...alone } = first;
  const places = ownPlaces
    .filter(({ seq }) => database.one('SELECT 1 FROM place WHERE seq = ?', seq) !== undefined)
    .map(({ name, entityId }) => ({ name, entityId }));
  return {
    ...alone,
    ids: [...linkIds, ...entities.leaving.ids, ...said],
    foreign: entities.leaving.foreign,
    members: entities.leaving.members,
    kept: { entities: entities.kept, links, lines, places },
  };
}

async function removeEvents(
  database: WritableDatabase,
  batch: BatchRow,
  progress: Pick<JobProgress, 'advance' | 'breathe'>,
): Promise<number> {
  const { first_event_seq: first, last_event_seq: last } = batch;
  if (first === null || last === null) return 0;
  let removed = 0;
  for (let from = first; from <= last; from += EVENTS_AT_ONCE) {
    const to = Math.min(last, from + EVENTS_AT_ONCE - 1);
    const range = [from, to, batch.seq] as const;
    database.run('DELETE FROM event_place WHERE seq BETWEEN ? AND ?', from, to);
    database.run('DELETE FROM event_participant WHERE event_seq BETWEEN ? AND ?', from, to);
    removed += database.run(
      'DELETE FROM event WHERE seq BETWEEN ? AND ? AND batch_seq = ?',
      ...range,
    ).changes;
    progress.advance(removed, last - first + 1);
    await progress.breathe();
  }
  return removed;
}

function unlocatePlaces(database: WritableDatabase, stored: StoredBatch): void {
  for (const seq of stored.located) {
    database.run(
      'UPDATE place SET latitude = NULL, longitude = NULL, accuracy_metres = NULL WHERE seq = ?',
      seq,
    );
  }
}

/** Places of the batch that events of others name stay without an owner's entity; the others go. */
function releasePlaces(database: WritableDatabase, batchSeq: number): void {
  database.run(
    `DELETE FROM place WHERE batch_seq = ? AND NOT EXISTS (SELECT 1 FROM event WHERE event.place_seq = place.seq AND event.file_seq = place.file_seq)`,
    batchSeq,
  );
  database.run(
    `UPDATE place SET batch_seq = NULL,
       entity_seq = (SELECT seq FROM entity WHERE entity.seq = place.entity_seq AND entity.batch_seq IS NOT ?) WHERE batch_seq = ?`,
    batchSeq,
    batchSeq,
  );
}

/** Links that pass to another batch are counted there. */
function removeLinks(
  database: WritableDatabase,
  batchSeq: number,
  keep: KeptBefore,
): { removed: number; kept: number } {
  const kept = database.all<{ seq: number; from: number; to: number }>(
    `SELECT seq, from_seq AS "from", to_seq AS "to" FROM link
     WHERE batch_seq = ? AND (EXISTS (SELECT 1 FROM assertion WHERE assertion.link_seq = link.seq)
       OR id IN (SELECT value FROM json_each(?)))`,
    batchSeq,
    JSON.stringify(keep.links),
  );
  for (const { seq } of kept) {
    database.run(
      'UPDATE link SET batch_seq = (SELECT min(batch_seq) FROM assertion WHERE link_seq = link.seq) WHERE seq = ?',
      seq,
    );
  }
  const { changes } = database.run('DELETE FROM link WHERE batch_seq = ?', batchSeq);
  for (const { from, to } of kept) restatePair(database, from, to);
  return { removed: changes, kept: kept.length };
}

const USED = `
  EXISTS (SELECT 1 FROM assertion WHERE assertion.entity_seq = entity.seq)
  OR EXISTS (SELECT 1 FROM event WHERE event.from_seq = entity.seq)
  OR EXISTS (SELECT 1 FROM event WHERE event.to_seq = entity.seq)
  OR EXISTS (SELECT 1 FROM event_participant WHERE event_participant.entity_seq = entity.seq)
  OR EXISTS (SELECT 1 FROM link WHERE link.from_seq = entity.seq)
  OR EXISTS (SELECT 1 FROM link WHERE link.to_seq = entity.seq)
  OR EXISTS (SELECT 1 FROM place WHERE place.entity_seq = entity.seq)
  OR EXISTS (SELECT 1 FROM merge WHERE merge.lead_seq = entity.seq)
  OR EXISTS (SELECT 1 FROM merge_member WHERE merge_member.entity_seq = entity.seq)
  OR entity.status IS NOT NULL OR entity.minor = 1`;

interface RemovedEntities {
  readonly removed: number;
  readonly keptSeqs: readonly number[];
  readonly kept: Taken['kept']['entities'];
  readonly leaving: ReturnType<typeof leavingEntities>;
}

async function removeEntities(
  database: WritableDatabase,
  batch: BatchRow,
  progress: Pick<JobProgress, 'breathe'>,
  keep: KeptBefore,
): Promise<RemovedEntities> {
  const batchSeq = batch.seq;
  const keptSeqs = database
    .all<{ seq: number }>(
      `SELECT seq FROM entity WHERE batch_seq = ? AND (${USED} OR id IN (SELECT value FROM json_each(?)))`,
      batchSeq,
      JSON.stringify(keep.entities),
    )
    .map(({ seq }) => seq);
  const kept = keptEntities(database, batchSeq, keptSeqs);
  passOn(database, batchSeq, keptSeqs);
  const leaving = leavingEntities(database, batch);
  const seqs = database.all<{ seq: number }>('SELECT seq FROM entity WHERE batch_seq = ?', batchSeq);
  for (const [at, { seq }] of seqs.entries()) {
    removeEntityText(database, seq);
    if (at % 500 === 0) await progress.breathe();
  }
  database.run('DELETE FROM entity WHERE batch_seq = ?', batchSeq);
  return { removed: seqs.length, keptSeqs, kept, leaving };
}

/** Entities that stay belong to the batch that also states them, or to a person. */
function passOn(database: WritableDatabase, batchSeq: number, seqs: readonly number[]): void {
  for (const seq of seqs) {
    const owner = database.one<{ batch: number | null }>(
      'SELECT min(batch_seq) AS batch FROM assertion WHERE entity_seq = ?',
      seq,
    );
    database.run('UPDATE entity SET batch_seq = ? WHERE seq = ?', owner?.batch ?? null, seq);
    database.run(
      'UPDATE identifier SET batch_seq = ? WHERE entity_seq = ? AND batch_seq = ?',
      owner?.batch ?? null,
      seq,
      batchSeq,
    );
  }
}
