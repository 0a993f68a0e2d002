import { indexEntity } from '../store/entity-text.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { batchRow, type StoredBatch } from './batch-record.ts';
import { putEdits } from './edited.ts';
import type { ForeignEntity, KeptLine, Taken, TakenFact } from './taken.ts';

/** After the file of an undone batch was read again: gives back what the file does not hold. */
export function putBack(database: WritableDatabase, batchId: string, taken: Taken): void {
  const batch = batchRow(database, batchId);
  for (const fact of taken.facts) putFact(database, batch.file_seq, batch.source_seq, fact);
  for (const one of taken.permissions) {
    database.run(
      `INSERT OR IGNORE INTO disclosure_permission (id, source_seq, recipient, granted_by, granted_at, scope)
       VALUES (?, ?, ?, ?, ?, ?)`,
      one.id,
      batch.source_seq,
      one.recipient,
      one.granted_by,
      one.granted_at,
      one.scope,
    );
  }
  for (const entity of taken.foreign) rewrite(database, batch.seq, batch.file_seq, entity);
  reclaim(database, batch.seq, batch.file_seq, taken.kept);
  for (const one of taken.members) {
    database.run(
      `INSERT OR IGNORE INTO chart_member (chart_seq, entity_seq, x, y, pinned, hidden)
       SELECT chart.seq, entity.seq, ?, ?, ?, ? FROM chart, entity WHERE chart.id = ? AND entity.id = ?`,
      one.x,
      one.y,
      one.pinned,
      one.hidden,
      one.chartId,
      one.entityId,
    );
  }
  putEdits(database, taken.edited ?? []);
  const stored: StoredBatch = { ...(JSON.parse(batch.report) as StoredBatch), report: taken.report };
  database.run('UPDATE batch SET report = ? WHERE seq = ?', JSON.stringify(stored), batch.seq);
  const changed = [
    ...[...taken.kept.entities, ...taken.foreign].map((one) => one.id),
    ...taken.facts.map((one) => one.entityId),
  ];
  for (const id of new Set(changed)) {
    const entity = database.one<{ seq: number }>('SELECT seq FROM entity WHERE id = ?', id);
    if (entity !== undefined) indexEntity(database, entity.seq);
  }
}

/** The file of this batch wrote it its own way; it had stood as another batch had written it first. */
function rewrite(database: WritableDatabase, batchSeq: number, fileSeq: number, entity: ForeignEntity): void {
  database.run(
    'UPDATE entity SET label = ?, properties = ?, uncategorised_since = ?, created_at = ? WHERE id = ?',
    entity.label,
    entity.properties,
    entity.uncategorised_since,
    entity.created_at,
    entity.id,
  );
  for (const { kind, value, raw, check_result } of entity.identifiers) {
    database.run(
      `INSERT OR REPLACE INTO identifier (file_seq, kind, value, entity_seq, raw, check_result, batch_seq)
       SELECT ?, ?, ?, seq, ?, ?, ? FROM entity WHERE id = ?`,
      fileSeq,
      kind,
      value,
      raw,
      check_result,
      batchSeq,
      entity.id,
    );
  }
}

function putFact(
  database: WritableDatabase,
  fileSeq: number,
  sourceSeq: number | null,
  fact: TakenFact,
): void {
  database.run(
    `INSERT OR IGNORE INTO assertion (id, file_seq, source_seq, source_row, kind, entity_seq, link_seq, property, value,
       grading_scheme, source_grade, information_grade, level, handling, handling_text, basis, created_at)
     SELECT ?, ?, ?, ?, ?, entity.seq, link.seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
     FROM (SELECT 1) LEFT JOIN entity ON entity.id = ? LEFT JOIN link ON link.id = ?
     WHERE coalesce(entity.seq, link.seq) IS NOT NULL`,
    fact.id,
    fileSeq,
    sourceSeq,
    fact.source_row,
    fact.kind,
    fact.property,
    fact.value,
    fact.grading_scheme,
    fact.source_grade,
    fact.information_grade,
    fact.level,
    fact.handling,
    fact.handling_text ?? null,
    fact.basis ?? null,
    fact.created_at,
    fact.entityId,
    fact.linkId,
  );
}

/** What stayed with others while the batch was away belongs to it again. */
function reclaim(database: WritableDatabase, batchSeq: number, fileSeq: number, kept: Taken['kept']): void {
  for (const { id, identifiers } of kept.entities) {
    database.run('UPDATE entity SET batch_seq = ? WHERE id = ?', batchSeq, id);
    for (const [kind, value] of identifiers) {
      database.run(
        `UPDATE identifier SET batch_seq = ? WHERE kind = ? AND value = ? AND file_seq = ?
         AND entity_seq = (SELECT seq FROM entity WHERE id = ?)`,
        batchSeq,
        kind,
        value,
        fileSeq,
        id,
      );
    }
  }
  for (const id of kept.links) database.run('UPDATE link SET batch_seq = ? WHERE id = ?', batchSeq, id);
  restoreLines(database, fileSeq, kept.lines);
  for (const { name, entityId } of kept.places) {
    database.run(
      `UPDATE place SET batch_seq = ?, entity_seq = (SELECT seq FROM entity WHERE id = ?)
       WHERE file_seq = ? AND name = ?`,
      batchSeq,
      entityId,
      fileSeq,
      name,
    );
  }
}

function restoreLines(database: WritableDatabase, fileSeq: number, lines: readonly KeptLine[]): void {
  const ends = `from_seq = (SELECT seq FROM entity WHERE id = ?) AND to_seq = (SELECT seq FROM entity WHERE id = ?)`;
  for (const line of lines) {
    database.run(`DELETE FROM link_summary WHERE ${ends} AND type = ?`, line.fromId, line.toId, line.type);
  }
  for (const line of lines) {
    database.run(
      `INSERT INTO link_summary (file_seq, from_seq, to_seq, type, batch_seq, strength, currency, count, sum_minor, first_at, last_at)
       SELECT ?, f.seq, t.seq, ?, ?, ?, ?, ?, ?, ?, ? FROM entity f, entity t WHERE f.id = ? AND t.id = ?`,
      fileSeq,
      line.type,
      line.batch_seq,
      line.strength,
      line.currency,
      line.count,
      line.sum_minor,
      line.first_at,
      line.last_at,
      line.fromId,
      line.toId,
    );
  }
}
