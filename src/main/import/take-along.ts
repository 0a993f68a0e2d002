import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import type { BatchRow, StoredBatch } from './batch-record.ts';
import { editedRows, linksByFile, namedByFile } from './edited.ts';
import type {
  ForeignEntity,
  KeptEntity,
  KeptLine,
  Taken,
  TakenFact,
  TakenMember,
  TakenPermission,
} from './taken.ts';

/** Everything but the entities, before anything is taken away. */
export function takenFirst(database: WritableDatabase, batch: BatchRow, keep: readonly string[]) {
  const links = keptLinks(database, batch.seq, keep);
  return {
    source: sourceOf(database, batch),
    report: (JSON.parse(batch.report) as StoredBatch).report,
    linkIds: foreignLinks(database, batch),
    places: locatedPlaces(database, batch.seq),
    ownPlaces: database.all<{ seq: number; name: string; entityId: string | null }>(
      `SELECT place.seq, name, entity.id AS entityId FROM place LEFT JOIN entity ON entity.seq = place.entity_seq
       WHERE place.file_seq = ? AND place.batch_seq = ?`,
      batch.file_seq,
      batch.seq,
    ),
    permissions: database.all<TakenPermission>(
      'SELECT id, recipient, granted_by, granted_at, scope FROM disclosure_permission WHERE source_seq = ?',
      batch.source_seq,
    ),
    facts: factsOfPeople(database, batch),
    edited: editedRows(database, batch),
    said: [...namedByFile(database, batch), ...linksByFile(database, batch)],
    links,
    lines: linesOf(database, links),
  };
}

function sourceOf(database: ReadableDatabase, batch: BatchRow): Taken['source'] {
  const found = database.one<{ seq: number; reference: string }>(
    'SELECT seq, reference FROM source WHERE seq = ?',
    batch.source_seq,
  );
  return found ?? null;
}

/** An id carries the time of the batch that derived it. */
function timeOf(batch: BatchRow): string {
  return batch.id.slice(0, 13);
}

function foreignLinks(database: ReadableDatabase, batch: BatchRow): [string, string][] {
  return database
    .all<{ id: string; fromId: string; toId: string; type: string; strength: string }>(
      `SELECT link.id, f.id AS fromId, t.id AS toId, link.type, strength FROM link
       JOIN entity f ON f.seq = link.from_seq JOIN entity t ON t.seq = link.to_seq
       WHERE link.batch_seq = ? AND substr(link.id, 1, 13) <> ?`,
      batch.seq,
      timeOf(batch),
    )
    .map((one) => [`link|${one.fromId}|${one.toId}|${one.type}|${one.strength}`, one.id]);
}

function locatedPlaces(database: ReadableDatabase, batchSeq: number): Taken['places'] {
  return database
    .all<{ name: string; latitude: number; longitude: number; metres: number }>(
      `SELECT name, latitude, longitude, coalesce(accuracy_metres, 0) AS metres FROM place
       WHERE batch_seq = ? AND latitude IS NOT NULL AND longitude IS NOT NULL`,
      batchSeq,
    )
    .map((one) => [one.name, one.latitude, one.longitude, one.metres] as const);
}

function factsOfPeople(database: ReadableDatabase, batch: BatchRow): TakenFact[] {
  return database.all<TakenFact>(
    `SELECT assertion.id, source_row, kind, entity.id AS entityId, link.id AS linkId, property, value, grading_scheme,
       source_grade, information_grade, level, handling, handling_text, basis, assertion.created_at
     FROM assertion LEFT JOIN entity ON entity.seq = assertion.entity_seq LEFT JOIN link ON link.seq = assertion.link_seq
     WHERE assertion.source_seq = ? AND assertion.batch_seq IS NOT ?`,
    batch.source_seq,
    batch.seq,
  );
}

function keptLinks(database: ReadableDatabase, batchSeq: number, keep: readonly string[]): string[] {
  return database
    .all<{ id: string }>(
      `SELECT id FROM link WHERE batch_seq = ? AND (id IN (SELECT value FROM json_each(?)) OR EXISTS (
         SELECT 1 FROM assertion WHERE assertion.link_seq = link.seq AND assertion.batch_seq IS NOT ?))`,
      batchSeq,
      JSON.stringify(keep),
      batchSeq,
    )
    .map((one) => one.id);
}

function linesOf(database: ReadableDatabase, linkIds: readonly string[]): KeptLine[] {
  return database.all<KeptLine>(
    `SELECT DISTINCT f.id AS fromId, t.id AS toId, s.type, s.batch_seq, s.strength, s.currency, s.count, s.sum_minor,
       s.first_at, s.last_at
     FROM json_each(?) kept JOIN link ON link.id = kept.value
     JOIN link_summary s ON s.from_seq = link.from_seq AND s.to_seq = link.to_seq AND s.type = link.type
     JOIN entity f ON f.seq = s.from_seq JOIN entity t ON t.seq = s.to_seq`,
    JSON.stringify(linkIds),
  );
}

/** Entities that stay, with the identifiers they have from the batch; before both pass to another one. */
export function keptEntities(
  database: ReadableDatabase,
  batchSeq: number,
  seqs: readonly number[],
): KeptEntity[] {
  const found = new Map<string, [string, string][]>();
  const rows = database.all<{ id: string; kind: string | null; value: string | null }>(
    `SELECT entity.id, identifier.kind, identifier.value FROM json_each(?) kept JOIN entity ON entity.seq = kept.value
     LEFT JOIN identifier ON identifier.entity_seq = entity.seq AND identifier.batch_seq = ?`,
    JSON.stringify(seqs),
    batchSeq,
  );
  for (const { id, kind, value } of rows) {
    const identifiers = found.get(id) ?? [];
    found.set(id, identifiers);
    if (kind !== null && value !== null) identifiers.push([kind, value]);
  }
  return [...found].map(([id, identifiers]) => ({ id, identifiers }));
}

/** Where the entities that are about to go stand on charts, and those of their ids that the batch did not derive. */
export function leavingEntities(
  database: ReadableDatabase,
  batch: BatchRow,
): { members: TakenMember[]; foreign: ForeignEntity[]; ids: [string, string][] } {
  const members = database.all<TakenMember>(
    `SELECT chart.id AS chartId, entity.id AS entityId, x, y, pinned, hidden FROM chart_member
     JOIN chart ON chart.seq = chart_member.chart_seq JOIN entity ON entity.seq = chart_member.entity_seq
     WHERE chart.file_seq = ? AND entity.batch_seq = ?`,
    batch.file_seq,
    batch.seq,
  );
  const foreign = foreignEntities(database, batch);
  return { members, foreign, ids: foreign.flatMap(idsOf) };
}

function foreignEntities(database: ReadableDatabase, batch: BatchRow): ForeignEntity[] {
  const rows = database.all<Omit<ForeignEntity, 'identifiers'> & { seq: number }>(
    `SELECT seq, id, type, label, properties, uncategorised_since, created_at FROM entity
     WHERE batch_seq = ? AND substr(id, 1, 13) <> ?`,
    batch.seq,
    timeOf(batch),
  );
  return rows.map(({ seq, ...row }) => ({
    ...row,
    identifiers: database.all<ForeignEntity['identifiers'][number]>(
      'SELECT kind, value, raw, check_result FROM identifier WHERE entity_seq = ?',
      seq,
    ),
  }));
}

/** By any of its identifiers a row of the file may name it; without one only a place is shared, by its name. */
function idsOf({ id, type, label, identifiers }: ForeignEntity): [string, string][] {
  if (identifiers.length === 0) return [[`entity|${type}|label|${label.toLowerCase()}|`, id]];
  return identifiers.map(({ kind, value }): [string, string] => [`entity|${type}|${kind}|${value}`, id]);
}
