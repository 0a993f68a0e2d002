import type { Output } from '../../contract/index.ts';
import { isProtected } from '../../core/model/case-terms.ts';
import { statusHistory } from '../evidence/person-status.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { checkOf } from './check-words.ts';
import { entitiesBySeq, type ShutterLabel, shownRecord, summaryOf } from './entities.ts';
import { linesAmong, linkSummaries, neighbours } from './links.ts';
import { membersOf } from './members.ts';

type Detail = Output<'entity.get'>;
type Fact = Detail['facts'][number];
const NEIGHBOURS_SHOWN = 200;
const FACTS_SHOWN = 500;

interface FactRecord {
  id: string;
  kind: Fact['kind'];
  property: string | null;
  value: string;
  identifier: string | null;
  member: string | null;
  source_id: string;
  source_reference: string;
  source_row: number | null;
  scheme: Fact['grade']['scheme'];
  source_grade: string;
  information_grade: string;
  level: Fact['marking']['level'];
  handling: string;
  handling_text: string | null;
  own_grade: number;
  own_marking: number;
  basis: string | null;
  of_file: number;
}

/** Facts with the grade and marking of the assertion where it has its own, else of its source. */
function facts(database: ReadableDatabase, group: string, limit: number): Fact[] {
  return database
    .all<FactRecord>(
      `SELECT a.id, a.kind, a.property, a.value, a.source_row, s.id AS source_id, s.reference AS source_reference,
         coalesce(a.grading_scheme, s.grading_scheme) AS scheme, coalesce(a.source_grade, s.source_grade) AS source_grade,
         coalesce(a.information_grade, s.information_grade) AS information_grade, coalesce(a.level, s.level) AS level, coalesce(a.handling, s.handling) AS handling,
         CASE WHEN a.level IS NULL THEN s.handling_text ELSE a.handling_text END AS handling_text, a.grading_scheme IS NOT NULL AS own_grade, a.level IS NOT NULL AS own_marking,
         a.basis, a.batch_seq IS NOT NULL AS of_file,
         (SELECT json_object('raw', i.raw, 'value', i.value, 'check', i.check_result, 'country', json_extract(b.specification, '$.country'))
           FROM identifier i LEFT JOIN batch b ON b.seq = i.batch_seq
           WHERE i.entity_seq = a.entity_seq AND i.kind = a.property AND a.value IN (i.raw, i.value) LIMIT 1) AS identifier,
         CASE WHEN e.lead_seq IS NOT NULL THEN e.label END AS member
       FROM json_each(?) own CROSS JOIN assertion a ON a.entity_seq = own.value JOIN source s ON s.seq = a.source_seq
       JOIN entity e ON e.seq = a.entity_seq ORDER BY a.seq LIMIT ?`,
      group,
      limit,
    )
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      property: row.property,
      value: row.value,
      ...(row.member === null ? {} : { member: row.member }),
      ...checkOf(row.property ?? '', row.identifier),
      sourceId: row.source_id,
      sourceReference: row.source_reference,
      sourceRow: row.source_row,
      grade: { scheme: row.scheme, source: row.source_grade, information: row.information_grade },
      marking: { level: row.level, handling: JSON.parse(row.handling) as Fact['marking']['handling'] },
      handlingText: row.handling_text ?? '',
      ownGrade: row.own_grade === 1,
      ownMarking: row.own_marking === 1,
      basis: JSON.parse(row.basis ?? '[]') as string[],
      ofFile: row.of_file === 1,
    }));
}

function factCount(database: ReadableDatabase, group: string): number {
  const sql = 'SELECT count(*) AS n FROM json_each(?) own JOIN assertion ON assertion.entity_seq = own.value';
  return database.one<{ n: number }>(sql, group)?.n ?? 0;
}

/** Everything about one entity. A protected one stays shut (no label, facts, properties) unless `opened`. */
export function entityDetail(
  database: ReadableDatabase,
  id: string,
  opened: boolean,
  shutter: ShutterLabel,
  factLimit = FACTS_SHOWN,
): Detail {
  const row = shownRecord(database, id);
  const group = JSON.stringify(membersOf(database).withMembers([row.seq]));
  const shut = isProtected(row.status, row.minor === 1) && !opened;
  const summary = summaryOf(row, shutter);
  const all = neighbours(database, [row.seq], { exclude: [] });
  const near = all.slice(0, NEIGHBOURS_SHOWN);
  const seqs = [row.seq, ...near.map((one) => one.seq)];
  const others = entitiesBySeq(database, seqs, shutter);
  const idOf = (seq: number): string => others.get(seq)?.id ?? '';
  const byId = new Map([...others.values()].map((one) => [one.id, one]));
  const lines = linkSummaries(
    linesAmong(database, seqs, {}).filter((line) => line.from_seq === row.seq || line.to_seq === row.seq),
    idOf,
  );
  const events = database.one<{ n: number; first: number | null; last: number | null }>(
    `SELECT count(*) AS n, min(start_at) AS first, max(start_at) AS last FROM (
       SELECT seq, start_at FROM event WHERE from_seq IN (SELECT value FROM json_each(?))
       UNION SELECT seq, start_at FROM event WHERE to_seq IN (SELECT value FROM json_each(?)))`,
    group,
    group,
  );
  return {
    entity: { ...summary, ...others.get(row.seq), ...(opened ? { label: row.label } : {}) },
    properties: shut ? {} : (JSON.parse(row.properties) as Detail['properties']),
    facts: shut ? [] : facts(database, group, factLimit),
    factCount: shut ? 0 : factCount(database, group),
    links: lines
      .flatMap((line) => {
        const outgoing = line.from === row.id;
        const other = byId.get(outgoing ? line.to : line.from);
        return other === undefined
          ? []
          : [{ key: line.key, type: line.type, outgoing, other, count: line.count, strength: line.strength }];
      })
      .sort((a, b) => b.count - a.count),
    neighboursLeftOff: all.length - near.length,
    eventCount: events?.n ?? 0,
    first: events?.first ?? null,
    last: events?.last ?? null,
    statuses: statusHistory(database, group, shut),
  };
}
