import { v7 } from 'uuid';
import type { AnalysisFile } from '../../contract/casefile.ts';
import type { Input } from '../../contract/index.ts';
import { CATEGORISE_DAYS } from '../../core/evidence/person-status.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, SqlValue, WritableDatabase } from '../vault/database.ts';

interface FileRecord {
  seq: number;
  id: string;
  reference: string;
  title: string;
  purpose: string;
  crime_areas: string;
  legal_basis: string;
  originator: string;
  participants: string;
  subject_categories: string;
  storage_months: number | null;
  review_date: string | null;
  conditions: string;
  level: AnalysisFile['marking']['level'];
  handling: string;
  tlp: AnalysisFile['tlp'];
  categorise_days: number | null;
  country_days: number | null;
  status: AnalysisFile['status'];
  created_at: number;
}

function fileOf(row: FileRecord): AnalysisFile {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    purpose: row.purpose,
    crimeAreas: JSON.parse(row.crime_areas) as AnalysisFile['crimeAreas'],
    legalBasis: row.legal_basis,
    originator: row.originator,
    participants: JSON.parse(row.participants) as string[],
    subjectCategories: JSON.parse(row.subject_categories) as AnalysisFile['subjectCategories'],
    storageMonths: row.storage_months,
    reviewDate: row.review_date,
    conditions: row.conditions,
    marking: { level: row.level, handling: JSON.parse(row.handling) as AnalysisFile['marking']['handling'] },
    tlp: row.tlp,
    categoriseDays: row.categorise_days ?? row.country_days ?? CATEGORISE_DAYS,
    status: row.status,
    created: row.created_at,
  };
}

const FILES = `SELECT analysis_file.*, country_rule.categorise_days AS country_days FROM analysis_file
  LEFT JOIN country_rule ON country_rule.country = upper(trim(originator))`;

export function listFiles(database: ReadableDatabase): AnalysisFile[] {
  return database.all<FileRecord>(`${FILES} ORDER BY created_at DESC`).map(fileOf);
}

export function getFile(database: ReadableDatabase, id: string): AnalysisFile {
  const row = database.one<FileRecord>(`${FILES} WHERE id = ?`, id);
  if (row === undefined) throw new Failure('store.no-such-file', { id });
  return fileOf(row);
}

/** Internal key of an analysis file; Failure('store.no-such-file') for an unknown id. */
export function fileSeq(database: ReadableDatabase, id: string): number {
  const row = database.one<{ seq: number }>('SELECT seq FROM analysis_file WHERE id = ?', id);
  if (row === undefined) throw new Failure('store.no-such-file', { id });
  return row.seq;
}

/** The outside id of a file by its key. */
export function fileIdOf(database: ReadableDatabase, seq: number): string {
  return database.one<{ id: string }>('SELECT id FROM analysis_file WHERE seq = ?', seq)?.id ?? '';
}

export function insertFile(
  database: WritableDatabase,
  file: Input<'analysisFile.create'>,
  at: number,
): AnalysisFile {
  if (database.one('SELECT 1 FROM analysis_file WHERE reference = ?', file.reference) !== undefined) {
    throw new Failure('store.reference-taken', { reference: file.reference });
  }
  const id = v7();
  database.run(
    `INSERT INTO analysis_file (id, reference, title, purpose, crime_areas, legal_basis, originator, participants,
       subject_categories, storage_months, review_date, conditions, level, handling, created_at)
     VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    id,
    file.reference,
    file.title,
    file.purpose,
    JSON.stringify(file.crimeAreas),
    file.legalBasis,
    file.originator,
    JSON.stringify(file.participants),
    JSON.stringify(file.subjectCategories),
    file.storageMonths,
    file.reviewDate,
    file.conditions,
    file.marking.level,
    JSON.stringify(file.marking.handling),
    at,
  );
  return getFile(database, id);
}

type FileChange = Partial<Omit<AnalysisFile, 'id' | 'created'>>;

const COLUMNS: Readonly<Record<keyof Omit<FileChange, 'marking'>, string>> = {
  reference: 'reference',
  title: 'title',
  purpose: 'purpose',
  crimeAreas: 'crime_areas',
  legalBasis: 'legal_basis',
  originator: 'originator',
  participants: 'participants',
  subjectCategories: 'subject_categories',
  storageMonths: 'storage_months',
  reviewDate: 'review_date',
  conditions: 'conditions',
  tlp: 'tlp',
  categoriseDays: 'categorise_days',
  status: 'status',
};

/** Failure store.reference-taken. */
export function editFile(
  database: WritableDatabase,
  seq: number,
  { marking, ...change }: { [K in keyof FileChange]: FileChange[K] | undefined },
): void {
  const set = (column: string, value: SqlValue): void => {
    database.run(`UPDATE analysis_file SET ${column} = ? WHERE seq = ?`, value, seq);
  };
  const { reference } = change;
  if (
    reference !== undefined &&
    database.one('SELECT 1 FROM analysis_file WHERE reference = ? AND seq <> ?', reference, seq) !== undefined
  ) {
    throw new Failure('store.reference-taken', { reference });
  }
  for (const [name, value] of Object.entries(change)) {
    if (value !== undefined)
      set(COLUMNS[name as keyof typeof COLUMNS], Array.isArray(value) ? JSON.stringify(value) : value);
  }
  if (marking === undefined) return;
  set('level', marking.level);
  set('handling', JSON.stringify(marking.handling));
}

const WITHOUT_STATUS =
  "SELECT count(*) AS n FROM entity WHERE file_seq = ? AND type = 'person' AND status IS NULL AND lead_seq IS NULL";
const NO_MEMBER_HAS =
  ' AND NOT EXISTS (SELECT 1 FROM entity m WHERE m.lead_seq = entity.seq AND m.status IS NOT NULL)';

/** How many of each the file holds; `uncategorised` counts people nobody has given a status yet. */
export function fileCounts(database: ReadableDatabase, seq: number) {
  const grouped = (sql: string): Record<string, number> =>
    Object.fromEntries(database.all<{ type: string; n: number }>(sql, seq).map((row) => [row.type, row.n]));
  const merged = grouped(
    'SELECT type, count(*) AS n FROM entity INDEXED BY entity_by_lead WHERE lead_seq IS NOT NULL AND file_seq = ? GROUP BY type',
  );
  const entities = grouped('SELECT type, count(*) AS n FROM entity WHERE file_seq = ? GROUP BY type');
  for (const [type, count] of Object.entries(merged)) entities[type] = (entities[type] ?? 0) - count;
  const single = (sql: string): number => database.one<{ n: number }>(sql, seq)?.n ?? 0;
  return {
    entities,
    links: single('SELECT count(*) AS n FROM link WHERE file_seq = ?'),
    events: grouped('SELECT type, count(*) AS n FROM event WHERE file_seq = ? GROUP BY type'),
    sources: single('SELECT count(*) AS n FROM source WHERE file_seq = ?'),
    charts: single('SELECT count(*) AS n FROM chart WHERE file_seq = ?'),
    uncategorised: single(
      Object.keys(merged).length === 0 ? WITHOUT_STATUS : `${WITHOUT_STATUS}${NO_MEMBER_HAS}`,
    ),
  };
}
