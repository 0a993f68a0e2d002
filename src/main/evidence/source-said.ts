import type { Output } from '../../contract/index.ts';
import type { EntitySummary } from '../../contract/terms.ts';
import type { EventType, LinkType } from '../../core/model/link-types.ts';
import { entitiesBySeq, type ShutterLabel } from '../store/entities.ts';
import { lineKey } from '../store/links.ts';
import type { ReadableDatabase } from '../vault/database.ts';

type Said = Output<'source.said'>;
/** A chart does not take more at once. */
const MOST_ENTITIES = 2000;

/** Everything a source said; its whole numbers, and the first rows of each kind. */
export function sourceSaid(
  database: ReadableDatabase,
  sourceSeq: number,
  limit: number,
  shutter: ShutterLabel,
): Said {
  return {
    facts: factsOf(database, sourceSeq, limit, shutter),
    links: linksOf(database, sourceSeq, limit, shutter),
    events: eventsOf(database, sourceSeq),
    entityIds: entitiesOf(database, sourceSeq),
  };
}

function count(database: ReadableDatabase, sql: string, sourceSeq: number): number {
  return database.one<{ n: number }>(sql, sourceSeq)?.n ?? 0;
}

interface FactRecord {
  id: string;
  kind: string;
  entity_seq: number;
  property: string | null;
  value: string;
  source_row: number | null;
  scheme: Said['facts']['rows'][number]['grade']['scheme'];
  source_grade: string;
  information_grade: string;
}

function factsOf(
  database: ReadableDatabase,
  sourceSeq: number,
  limit: number,
  shutter: ShutterLabel,
): Said['facts'] {
  const rows = database.all<FactRecord>(
    `SELECT a.id, a.kind, a.entity_seq, a.property, a.value, a.source_row, coalesce(a.grading_scheme, s.grading_scheme) AS scheme,
       coalesce(a.source_grade, s.source_grade) AS source_grade, coalesce(a.information_grade, s.information_grade) AS information_grade
     FROM assertion a JOIN source s ON s.seq = a.source_seq WHERE a.source_seq = ? AND a.entity_seq IS NOT NULL ORDER BY a.seq LIMIT ?`,
    sourceSeq,
    limit,
  );
  const seqs = rows.map((row) => row.entity_seq);
  const entities = entitiesBySeq(database, seqs, shutter);
  return {
    total: count(
      database,
      'SELECT count(*) AS n FROM assertion WHERE source_seq = ? AND entity_seq IS NOT NULL',
      sourceSeq,
    ),
    rows: rows.flatMap((row) => {
      const entity = entities.get(row.entity_seq);
      if (entity === undefined) return [];
      const grade = { scheme: row.scheme, source: row.source_grade, information: row.information_grade };
      const value = entity.protected ? '' : row.value;
      return [
        { id: row.id, kind: row.kind, entity, property: row.property, value, row: row.source_row, grade },
      ];
    }),
  };
}

function linksOf(
  database: ReadableDatabase,
  sourceSeq: number,
  limit: number,
  shutter: ShutterLabel,
): Said['links'] {
  const rows = database.all<{ type: LinkType; from_seq: number; to_seq: number }>(
    `SELECT link.type, link.from_seq, link.to_seq FROM assertion a JOIN link ON link.seq = a.link_seq
     WHERE a.source_seq = ? GROUP BY link.seq ORDER BY a.seq LIMIT ?`,
    sourceSeq,
    limit,
  );
  const ends = rows.flatMap((row) => [row.from_seq, row.to_seq]);
  const entities = entitiesBySeq(database, ends, shutter);
  return {
    total: count(
      database,
      'SELECT count(DISTINCT link_seq) AS n FROM assertion WHERE source_seq = ? AND link_seq IS NOT NULL',
      sourceSeq,
    ),
    rows: rows.flatMap(({ type, from_seq, to_seq }) => {
      const [from, to]: (EntitySummary | undefined)[] = [entities.get(from_seq), entities.get(to_seq)];
      if (from === undefined || to === undefined) return [];
      return [{ key: lineKey(from.id, to.id, type), type, from, to }];
    }),
  };
}

/** Events stand in the order of their batches: their range is read, never the whole table. */
const EVENT_RANGE = `FROM batch JOIN event ON event.seq BETWEEN batch.first_event_seq AND batch.last_event_seq
  WHERE batch.source_seq = ? AND batch.state = 'done' AND event.source_seq = batch.source_seq`;

function eventsOf(database: ReadableDatabase, sourceSeq: number): Said['events'] {
  const byType = database.all<{ type: EventType; count: number }>(
    `SELECT event.type, count(*) AS count ${EVENT_RANGE} GROUP BY event.type ORDER BY count DESC`,
    sourceSeq,
  );
  return { total: byType.reduce((sum, one) => sum + one.count, 0), byType };
}

/** Whom it names in facts and links; an import states every entity of its events as one of its rows. */
function entitiesOf(database: ReadableDatabase, sourceSeq: number): string[] {
  return database
    .all<{ id: string }>(
      `WITH said(entity_seq, link_seq) AS (SELECT entity_seq, link_seq FROM assertion WHERE source_seq = ?)
       SELECT entity.id FROM entity WHERE entity.seq IN (
         SELECT entity_seq FROM said WHERE entity_seq IS NOT NULL
         UNION SELECT link.from_seq FROM said JOIN link ON link.seq = said.link_seq
         UNION SELECT link.to_seq FROM said JOIN link ON link.seq = said.link_seq)
       ORDER BY entity.seq LIMIT ${MOST_ENTITIES}`,
      sourceSeq,
    )
    .map((row) => row.id);
}
