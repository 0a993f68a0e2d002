import type { SourceFields, SourceRow } from '../../contract/sources.ts';
import { handlingProblem } from '../../core/evidence/marking.ts';
import { mayCarryTlp } from '../../core/evidence/tlp.ts';
import type { CrimeArea } from '../../core/model/case-terms.ts';
import { Failure } from '../../core/result.ts';
import { getSource } from '../store/sources.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** What an edit of a source sets, whole: the way back is the same with what stood there before. */
export interface SourceEdit {
  readonly id: string;
  readonly reference: string;
  readonly kind: SourceRow['kind'];
  readonly fields: SourceFields;
}

export function editOf(database: ReadableDatabase, id: string): SourceEdit {
  const { reference, kind, title, originator, agency, received, informationDate, ...rest } = getSource(
    database,
    id,
  );
  const { grade, marking, handlingText, tlp, recipients, usage } = rest;
  const origin = { title, originator, agency, received, informationDate };
  return { id, reference, kind, fields: { ...origin, grade, marking, handlingText, tlp, recipients, usage } };
}

/** Failures: evidence.handling-*, evidence.tlp-not-here, evidence.reference-taken. `id` null: a new source. */
export function checkSource(
  database: ReadableDatabase,
  fileSeq: number,
  source: { readonly id: string | null; readonly reference: string | undefined } & Pick<
    SourceEdit,
    'kind' | 'fields'
  >,
): void {
  const { marking, handlingText, tlp } = source.fields;
  checkHandling(marking.handling, handlingText);
  if (tlp !== null && !mayCarryTlp(source.kind, crimeAreas(database, fileSeq)))
    throw new Failure('evidence.tlp-not-here');
  if (source.reference === undefined) return;
  const other = database.one<{ id: string }>(
    'SELECT id FROM source WHERE file_seq = ? AND reference = ?',
    fileSeq,
    source.reference,
  );
  if (other !== undefined && other.id !== source.id)
    throw new Failure('evidence.reference-taken', { reference: source.reference });
}

export function checkHandling(handling: SourceFields['marking']['handling'], text: string | null): void {
  const problem = handlingProblem(handling, text);
  if (problem === 'none') throw new Failure('evidence.handling-none');
  if (problem === 'h0-combined') throw new Failure('evidence.handling-h0-combined');
  if (problem === 'h3-without-text') throw new Failure('evidence.handling-h3-without-text');
}

function crimeAreas(database: ReadableDatabase, fileSeq: number): CrimeArea[] {
  const row = database.one<{ crime_areas: string }>(
    'SELECT crime_areas FROM analysis_file WHERE seq = ?',
    fileSeq,
  );
  return JSON.parse(row?.crime_areas ?? '[]') as CrimeArea[];
}

/** A source taken back meanwhile is left alone. */
export function writeEdit(database: WritableDatabase, { id, reference, kind, fields }: SourceEdit): void {
  const { grade, marking } = fields;
  database.run(
    `UPDATE source SET reference = ?, kind = ?, title = ?, originator = ?, agency = ?, received_at = ?, information_date = ?,
       grading_scheme = ?, source_grade = ?, information_grade = ?, level = ?, handling = ?, handling_text = ?, tlp = ?, recipients = ?, usage = ?
     WHERE id = ?`,
    reference,
    kind,
    fields.title,
    fields.originator,
    fields.agency,
    fields.received,
    fields.informationDate,
    grade.scheme,
    grade.source,
    grade.information,
    marking.level,
    JSON.stringify(marking.handling),
    fields.handlingText,
    fields.tlp,
    JSON.stringify(fields.recipients),
    fields.usage,
    id,
  );
}
