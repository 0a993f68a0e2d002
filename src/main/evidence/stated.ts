import type { Input, Output } from '../../contract/index.ts';
import type { Grade } from '../../contract/terms.ts';
import { gradeSet } from '../../core/evidence/grading.ts';
import { EVENT_TYPES } from '../../core/model/link-types.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { entitySeqs } from '../store/entities.ts';
import { type EvidenceScope, evidenceScope } from '../store/evidence-scope.ts';
import { lineKey } from '../store/links.ts';
import { membersOf } from '../store/members.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** Who says something of what is drawn; without a grade of its own it has its source's. */
export interface StatedRow {
  readonly key: string;
  readonly source_seq: number;
  readonly grading_scheme: Grade['scheme'] | null;
  readonly source_grade: string | null;
  readonly information_grade: string | null;
}

const OWN_GRADE = 'a.source_seq, a.grading_scheme, a.source_grade, a.information_grade';
/** Chart lines that are counted from events. */
const OF_EVENTS = JSON.stringify(
  Object.values(EVENT_TYPES).flatMap(({ link }) => (link === null ? [] : [link])),
);

/** For the entities: once per source and grade. */
function ofEntities(database: ReadableDatabase, json: string, scope: EvidenceScope | null): StatedRow[] {
  const said = scope === null ? '' : `AND ${scope.factSql}`;
  return database.all<StatedRow>(
    `SELECT lead.id AS key, ${OWN_GRADE} FROM json_each(?) m CROSS JOIN assertion a ON a.entity_seq = m.value ${said}
     JOIN entity ON entity.seq = a.entity_seq JOIN entity lead ON lead.seq = coalesce(entity.lead_seq, entity.seq)
     GROUP BY lead.seq, ${OWN_GRADE}`,
    json,
    ...(scope?.factValues ?? []),
  );
}

const ENDS = `JOIN entity f ON f.seq = line.from_seq JOIN entity t ON t.seq = line.to_seq
  JOIN entity fl ON fl.seq = coalesce(f.lead_seq, f.seq) JOIN entity tl ON tl.seq = coalesce(t.lead_seq, t.seq)`;

function lineKeyed(rows: readonly (Omit<StatedRow, 'key'> & Ends)[]): StatedRow[] {
  return rows.map(({ from, to, type, ...row }) => ({ ...row, key: lineKey(from, to, type) }));
}
interface Ends {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

/** For links among them: the facts about the links. */
function ofLinks(database: ReadableDatabase, json: string, scope: EvidenceScope | null): StatedRow[] {
  const said = scope === null ? '' : `AND ${scope.factSql}`;
  return lineKeyed(
    database.all(
      `WITH member(seq) AS (SELECT value FROM json_each(?))
       SELECT fl.id AS "from", tl.id AS "to", line.type, ${OWN_GRADE}
       FROM member CROSS JOIN link line ON line.from_seq = member.seq JOIN assertion a ON a.link_seq = line.seq ${said} ${ENDS}
       WHERE line.to_seq IN (SELECT seq FROM member) GROUP BY fl.seq, tl.seq, line.type, ${OWN_GRADE}`,
      json,
      ...(scope?.factValues ?? []),
    ),
  );
}

/** For events among them: a batch is one source's; what people entered by hand names its source event by event. */
function ofEvents(database: ReadableDatabase, json: string, scope: EvidenceScope | null): StatedRow[] {
  const said = scope === null ? '' : 'AND source_seq IN (SELECT value FROM json_each(?))';
  const saying = scope === null ? [] : [scope.eventSources];
  return lineKeyed(
    database.all(
      `WITH member(seq) AS (SELECT value FROM json_each(?)),
       part AS (SELECT s.from_seq, s.to_seq, s.type, s.batch_seq, batch.source_seq AS batch_source FROM member
         CROSS JOIN link_summary s ON s.from_seq = member.seq JOIN batch ON batch.seq = s.batch_seq
         WHERE s.to_seq IN (SELECT seq FROM member) AND s.type IN (SELECT value FROM json_each(?))),
       line AS (SELECT from_seq, to_seq, type, batch_source AS source_seq FROM part WHERE batch_source IS NOT NULL
         UNION SELECT part.from_seq, part.to_seq, part.type, event.source_seq FROM part CROSS JOIN event INDEXED BY event_by_from
           ON event.from_seq = part.from_seq AND event.to_seq = part.to_seq AND event.batch_seq = part.batch_seq
           WHERE batch_source IS NULL)
       SELECT DISTINCT fl.id AS "from", tl.id AS "to", line.type, line.source_seq, NULL AS grading_scheme, NULL AS source_grade,
         NULL AS information_grade FROM line ${ENDS} WHERE TRUE ${said}`,
      json,
      OF_EVENTS,
      ...saying,
    ),
  );
}

/** Everything that speaks of these entities and of what joins them, as their outside keys name it. */
export function statedRows(
  database: ReadableDatabase,
  file: number,
  entityIds: readonly string[],
  filter: Pick<Input<'evidence.among'>, 'sources' | 'grades'>,
): { entities: StatedRow[]; lines: StatedRow[] } {
  const json = JSON.stringify(membersOf(database).withMembers(entitySeqs(database, file, entityIds)));
  const scope = evidenceScope(database, file, filter);
  return {
    entities: ofEntities(database, json, scope),
    lines: [...ofLinks(database, json, scope), ...ofEvents(database, json, scope)],
  };
}

export interface SourceRecord {
  readonly seq: number;
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly grade: Grade;
}

export function sourcesBySeq(database: ReadableDatabase, file: number): ReadonlyMap<number, SourceRecord> {
  const rows = database.all<
    Omit<SourceRecord, 'grade'> & Omit<Grade, 'information'> & { information: string }
  >(
    `SELECT seq, id, reference, title, grading_scheme AS scheme, source_grade AS source, information_grade AS information
     FROM source WHERE file_seq = ?`,
    file,
  );
  return new Map(
    rows.map(({ scheme, source, information, ...row }) => [
      row.seq,
      { ...row, grade: { scheme, source, information } },
    ]),
  );
}

export function gradeOf(row: Omit<StatedRow, 'key'>, source: SourceRecord): Grade {
  const { grading_scheme: scheme, source_grade, information_grade } = row;
  if (scheme === null || source_grade === null || information_grade === null) return source.grade;
  return { scheme, source: source_grade, information: information_grade };
}

type Stated = Output<'evidence.among'>['entities'][number];

/** One entry per key: a set of grades stays a set. */
function gathered(rows: readonly StatedRow[], sources: ReadonlyMap<number, SourceRecord>): Stated[] {
  const found = new Map<string, { grades: Grade[]; sources: Set<string> }>();
  for (const row of rows) {
    const source = sources.get(row.source_seq);
    if (source === undefined) continue;
    const entry = found.get(row.key) ?? { grades: [], sources: new Set() };
    found.set(row.key, entry);
    entry.grades.push(gradeOf(row, source));
    entry.sources.add(source.reference);
  }
  return [...found].map(([key, entry]) => ({
    key,
    grades: gradeSet(entry.grades) as Grade[],
    sources: [...entry.sources].sort(),
  }));
}

export function statedAmong(
  context: Context,
  { fileId, entityIds, ...filter }: Input<'evidence.among'>,
): Output<'evidence.among'> {
  const database = context.database();
  const file = fileSeq(database, fileId);
  const rows = statedRows(database, file, entityIds, filter);
  const sources = sourcesBySeq(database, file);
  return { entities: gathered(rows.entities, sources), lines: gathered(rows.lines, sources) };
}

/** Grades that occur in the file, as they were given: of sources, and of facts with one of their own. */
export function gradesOfFile(
  context: Context,
  { fileId }: Input<'evidence.grades'>,
): Output<'evidence.grades'> {
  const database = context.database();
  const file = fileSeq(database, fileId);
  const rows = database.all<Omit<Grade, 'scheme'> & { scheme: Grade['scheme']; count: number }>(
    `SELECT scheme, source, information, sum(n) AS count FROM (
       SELECT grading_scheme AS scheme, source_grade AS source, information_grade AS information, count(*) AS n FROM source
         WHERE file_seq = ? GROUP BY 1, 2, 3
       UNION ALL SELECT grading_scheme, source_grade, information_grade, count(*) FROM assertion
         WHERE file_seq = ? AND grading_scheme IS NOT NULL GROUP BY 1, 2, 3)
     GROUP BY scheme, source, information ORDER BY scheme, source, information`,
    file,
    file,
  );
  return { grades: rows.map(({ count, ...grade }) => ({ grade, count })) };
}
