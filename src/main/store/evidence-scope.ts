import type { EvidenceFilter, Grade } from '../../contract/terms.ts';
import type { ReadableDatabase, SqlValue } from '../vault/database.ts';

/** A filter by source and grade as SQL with its values. */
export interface EvidenceScope {
  /** Sources whose events pass: an event has the grade of its source. JSON array of internal keys. */
  readonly eventSources: string;
  /** Condition on `assertion a`: it has a grade of its own, or its source's. */
  readonly factSql: string;
  readonly factValues: readonly SqlValue[];
}

interface SourceGrade {
  seq: number;
  id: string;
  grading_scheme: Grade['scheme'];
  source_grade: string;
  information_grade: string;
}

const keyOf = (grade: Grade): string => `${grade.scheme}|${grade.source}|${grade.information}`;

export function isEvidenceFilter({ sources, grades }: EvidenceFilter): boolean {
  return (sources ?? null) !== null || (grades ?? null) !== null;
}

/** Null where the filter leaves everything. Grades are compared as they were given, never mapped. */
export function evidenceScope(
  database: ReadableDatabase,
  fileSeq: number,
  filter: EvidenceFilter,
): EvidenceScope | null {
  if (!isEvidenceFilter(filter)) return null;
  const all = database.all<SourceGrade>(
    'SELECT seq, id, grading_scheme, source_grade, information_grade FROM source WHERE file_seq = ?',
    fileSeq,
  );
  const ids = filter.sources == null ? null : new Set(filter.sources);
  const grades = filter.grades == null ? null : filter.grades.map(keyOf);
  const chosen = all.filter(({ id }) => ids === null || ids.has(id));
  const graded = chosen.filter(
    ({ grading_scheme: scheme, source_grade: source, information_grade: information }) =>
      grades === null || grades.includes(keyOf({ scheme, source, information })),
  );
  const keys = (list: readonly SourceGrade[]): string => JSON.stringify(list.map(({ seq }) => seq));
  if (grades === null) {
    return {
      eventSources: keys(chosen),
      factSql: 'a.source_seq IN (SELECT value FROM json_each(?))',
      factValues: [keys(chosen)],
    };
  }
  return {
    eventSources: keys(graded),
    factSql: `((a.grading_scheme IS NULL AND a.source_seq IN (SELECT value FROM json_each(?))) OR
      (a.grading_scheme IS NOT NULL AND a.source_seq IN (SELECT value FROM json_each(?))
        AND a.grading_scheme || '|' || a.source_grade || '|' || a.information_grade IN (SELECT value FROM json_each(?))))`,
    factValues: [keys(graded), keys(chosen), JSON.stringify(grades)],
  };
}
