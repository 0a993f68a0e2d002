import type { CaseFact, CaseFile, CaseGrade, CaseSource } from '../../core/evidence/case-data.ts';
import type { GradingScheme } from '../../core/evidence/grading.ts';
import type { ConfidentialityLevel, HandlingCode, Marking } from '../../core/evidence/marking.ts';
import type { Permission } from '../../core/evidence/source-decision.ts';
import type { TlpLabel } from '../../core/evidence/tlp.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase } from '../vault/database.ts';

interface GradeColumns {
  grading_scheme: string;
  source_grade: string;
  information_grade: string;
}
interface MarkingColumns {
  level: string;
  handling: string;
}
type Nullable<T> = { [K in keyof T]: T[K] | null };

function grade(row: GradeColumns): CaseGrade {
  return {
    scheme: row.grading_scheme as GradingScheme,
    source: row.source_grade,
    information: row.information_grade,
  };
}

function marking(row: MarkingColumns): Marking {
  return {
    level: row.level as ConfidentialityLevel,
    handling: JSON.parse(row.handling) as HandlingCode[],
  };
}

interface FileRow extends MarkingColumns {
  seq: number;
  id: string;
  reference: string;
  title: string;
  purpose: string;
  crime_areas: string;
  legal_basis: string;
  originator: string;
  participants: string;
  conditions: string;
}

/** The analysis file with its data cut-off: the newest batch, fact or entity. Failure('package.no-file'). */
export function readFile(database: ReadableDatabase, fileId: string): { seq: number; file: CaseFile } {
  const row = database.one<FileRow>('SELECT * FROM analysis_file WHERE id = ?', fileId);
  if (row === undefined) throw new Failure('package.no-file');
  const newest = database.one<{ at: number | null }>(
    `SELECT max(at) AS at FROM (
       SELECT max(created_at) AS at FROM batch WHERE file_seq = ? UNION ALL
       SELECT max(created_at) FROM assertion WHERE file_seq = ? UNION ALL
       SELECT max(created_at) FROM entity WHERE file_seq = ? UNION ALL
       SELECT max(created_at) FROM external_check WHERE file_seq = ? UNION ALL
       SELECT created_at FROM analysis_file WHERE seq = ?)`,
    row.seq,
    row.seq,
    row.seq,
    row.seq,
    row.seq,
  );
  return {
    seq: row.seq,
    file: {
      id: row.id,
      reference: row.reference,
      title: row.title,
      purpose: row.purpose,
      crimeAreas: JSON.parse(row.crime_areas) as string[],
      legalBasis: row.legal_basis,
      originator: row.originator,
      participants: JSON.parse(row.participants) as string[],
      conditions: row.conditions,
      marking: marking(row),
      dataCutOff: newest?.at ?? 0,
    },
  };
}

interface SourceRow extends MarkingColumns, GradeColumns {
  id: string;
  reference: string;
  kind: string;
  title: string;
  originator: string;
  received_at: number | null;
  information_date: string | null;
  handling_text: string;
  tlp: TlpLabel | null;
  recipients: string;
}

export function readSources(database: ReadableDatabase, fileSeq: number): CaseSource[] {
  return database
    .all<SourceRow>(
      `SELECT id, reference, kind, title, originator, received_at, information_date, grading_scheme, source_grade,
              information_grade, level, handling, handling_text, tlp, recipients
       FROM source WHERE file_seq = ? ORDER BY seq`,
      fileSeq,
    )
    .map((row) => ({
      id: row.id,
      reference: row.reference,
      kind: row.kind,
      title: row.title,
      originator: row.originator,
      received: row.received_at,
      informationDate: row.information_date,
      grade: grade(row),
      marking: marking(row),
      handlingText: row.handling_text,
      ...(row.tlp === null ? {} : { tlp: row.tlp }),
      recipients: JSON.parse(row.recipients) as string[],
    }));
}

export interface RecordedPermission extends Permission {
  readonly id: string;
}

export function readPermissions(database: ReadableDatabase, fileSeq: number): RecordedPermission[] {
  return database.all<RecordedPermission>(
    `SELECT permission.id, source.id AS sourceId, permission.recipient FROM disclosure_permission permission
     JOIN source ON source.seq = permission.source_seq WHERE source.file_seq = ?`,
    fileSeq,
  );
}

interface FactRow extends Nullable<GradeColumns>, Nullable<MarkingColumns> {
  id: string;
  seq: number;
  kind: string;
  entity_id: string | null;
  link_id: string | null;
  event_seq: number | null;
  property: string | null;
  value: string;
  source_id: string;
  source_row: number | null;
  handling_text: string | null;
  basis: string | null;
}

/** One page of the file's facts after `seq`; a fact without a grade or marking of its own has its source's. */
export function readFacts(
  database: ReadableDatabase,
  fileSeq: number,
  after: number,
  limit: number,
  sources: ReadonlyMap<string, CaseSource>,
  eventId: (eventSeq: number) => string | undefined,
): { last: number | null; facts: CaseFact[] } {
  const rows = database.all<FactRow>(
    `SELECT assertion.id, assertion.seq, assertion.kind, entity.id AS entity_id, link.id AS link_id, event_seq, property,
            value, source.id AS source_id, source_row, assertion.grading_scheme, assertion.source_grade,
            assertion.information_grade, assertion.level, assertion.handling, assertion.handling_text, assertion.basis
     FROM assertion JOIN source ON source.seq = assertion.source_seq
     LEFT JOIN entity ON entity.seq = assertion.entity_seq
     LEFT JOIN link ON link.seq = assertion.link_seq
     WHERE +assertion.file_seq = ? AND assertion.seq > ? ORDER BY assertion.seq LIMIT ?`,
    fileSeq,
    after,
    limit,
  );
  const facts: CaseFact[] = [];
  for (const row of rows) {
    const source = sources.get(row.source_id);
    const about = target(row, eventId);
    if (source !== undefined && about !== null)
      facts.push(restingOn(database, toFact(row, source, about), row, sources));
  }
  return { last: rows.at(-1)?.seq ?? null, facts };
}

function target(
  row: FactRow,
  eventId: (eventSeq: number) => string | undefined,
): Pick<CaseFact, 'about' | 'aboutId'> | null {
  if (row.entity_id !== null) return { about: 'entity', aboutId: row.entity_id };
  if (row.link_id !== null) return { about: 'link', aboutId: row.link_id };
  const event = row.event_seq === null ? undefined : eventId(row.event_seq);
  return event === undefined ? null : { about: 'event', aboutId: event };
}

function toFact(row: FactRow, source: CaseSource, about: Pick<CaseFact, 'about' | 'aboutId'>): CaseFact {
  const { grading_scheme, source_grade, information_grade, level, handling } = row;
  const ownGrade = grading_scheme !== null && source_grade !== null && information_grade !== null;
  return {
    id: row.id,
    kind: row.kind,
    ...about,
    property: row.property,
    value: row.value,
    sourceId: row.source_id,
    row: row.source_row,
    grade: ownGrade ? grade({ grading_scheme, source_grade, information_grade }) : source.grade,
    marking: level !== null && handling !== null ? marking({ level, handling }) : source.marking,
    ...(row.handling_text === null ? {} : { handlingText: row.handling_text }),
    originator: source.originator,
    revision: 1,
  };
}

/** A conclusion with the sources of everything it rests on, however far back. */
function restingOn(
  database: ReadableDatabase,
  fact: CaseFact,
  { basis }: FactRow,
  sources: ReadonlyMap<string, CaseSource>,
): CaseFact {
  if (basis === null) return fact;
  const rows = database.all<Nullable<MarkingColumns> & { source_id: string }>(
    `WITH RECURSIVE ground(id) AS (
       SELECT value FROM json_each(?) UNION
       SELECT one.value FROM ground JOIN assertion a ON a.id = ground.id, json_each(a.basis) one WHERE a.basis IS NOT NULL)
     SELECT s.id AS source_id, a.level, a.handling FROM ground JOIN assertion a ON a.id = ground.id
     JOIN source s ON s.seq = a.source_seq`,
    basis,
  );
  const restsOn = rows.flatMap(({ source_id, level, handling }) => {
    const source = sources.get(source_id);
    if (source === undefined) return [];
    const own = level !== null && handling !== null ? marking({ level, handling }) : source.marking;
    return [{ sourceId: source_id, marking: own }];
  });
  return { ...fact, restsOn };
}
