import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { SourceRow } from '../../contract/sources.ts';
import type { Grade } from '../../contract/terms.ts';
import { UNGRADED } from '../../core/evidence/grading.ts';
import type { Marking } from '../../core/evidence/marking.ts';
import type { SourceUsage } from '../../core/evidence/source-terms.ts';
import type { TlpLabel } from '../../core/evidence/tlp.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

export interface NewSource {
  readonly fileSeq: number;
  readonly kind: SourceRow['kind'];
  readonly title: string;
  readonly originator: string;
  readonly received: number | null;
  readonly informationDate?: string | null;
  readonly grade: Grade;
  readonly marking: Marking;
  readonly handlingText?: string;
  readonly tlp?: TlpLabel | null;
  readonly recipients: readonly string[];
  readonly agency?: string;
  readonly usage?: SourceUsage;
  /** When it was recorded; the clock of the machine where left out. */
  readonly at?: number;
  readonly fileName?: string | null;
  readonly attachmentSeq?: number | null;
  readonly language?: string | null;
  readonly text?: string | null;
  /** Kept from before on a redo; otherwise made here. */
  readonly id?: string;
  /** The next free one where it is left out or taken. */
  readonly reference?: string | undefined;
  /** Of a redo: key and reference it had, taken again unless another source has them by now. */
  readonly before?: { readonly seq: number; readonly reference: string } | null;
}

/** The next free reference of the file. */
export function nextReference(database: ReadableDatabase, fileSeq: number): string {
  const sources = database.one<{ n: number }>('SELECT count(*) AS n FROM source WHERE file_seq = ?', fileSeq);
  return freeReference(database, fileSeq, (sources?.n ?? 0) + 1);
}

/** Adds a source with the next free reference of the file (S-001, S-002 …). */
export function insertSource(
  database: WritableDatabase,
  source: NewSource,
): { seq: number; id: string; reference: string } {
  const id = source.id ?? v7();
  const before = source.before ?? null;
  const wanted = source.reference ?? before?.reference;
  const reference =
    wanted === undefined || isTaken(database, source.fileSeq, wanted)
      ? nextReference(database, source.fileSeq)
      : wanted;
  const seq = before !== null && isFree(database, before.seq) ? before.seq : null;
  const { lastSeq } = database.run(
    `INSERT INTO source (seq, id, file_seq, reference, kind, title, originator, received_at, information_date, grading_scheme, source_grade,
       information_grade, level, handling, handling_text, tlp, recipients, agency, usage, created_at, attachment_seq, file_name, language, text)
     VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    seq,
    id,
    source.fileSeq,
    reference,
    source.kind,
    source.title,
    source.originator,
    source.received,
    source.informationDate ?? null,
    source.grade.scheme,
    source.grade.source,
    source.grade.information,
    source.marking.level,
    JSON.stringify(source.marking.handling),
    source.handlingText ?? '',
    source.tlp ?? null,
    JSON.stringify(source.recipients),
    source.agency ?? '',
    source.usage ?? 'intelligence',
    source.at ?? Date.now(),
    source.attachmentSeq ?? null,
    source.fileName ?? null,
    source.language ?? null,
    source.text ?? null,
  );
  return { seq: lastSeq, id, reference };
}

function isFree(database: ReadableDatabase, seq: number): boolean {
  return database.one('SELECT 1 FROM source WHERE seq = ?', seq) === undefined;
}

function isTaken(database: ReadableDatabase, fileSeq: number, reference: string): boolean {
  return (
    database.one('SELECT 1 FROM source WHERE file_seq = ? AND reference = ?', fileSeq, reference) !==
    undefined
  );
}

function freeReference(database: ReadableDatabase, fileSeq: number, start: number): string {
  for (let number = start; ; number += 1) {
    const reference = `S-${String(number).padStart(3, '0')}`;
    if (!isTaken(database, fileSeq, reference)) return reference;
  }
}

/** The source of what the analyst enters by hand, one per file, made at first use. */
export function analystSource(
  database: WritableDatabase,
  fileSeq: number,
  actor: string,
): { seq: number; id: string } {
  const found = database.one<{ seq: number; id: string }>(
    "SELECT seq, id FROM source WHERE file_seq = ? AND kind = 'analyst'",
    fileSeq,
  );
  if (found !== undefined) return found;
  const marking = fileMarking(database, fileSeq);
  return insertSource(database, {
    fileSeq,
    kind: 'analyst',
    title: actor,
    originator: actor,
    received: Date.now(),
    grade: { ...UNGRADED },
    marking,
    recipients: [],
  });
}

export function fileMarking(database: ReadableDatabase, fileSeq: number): Marking {
  const row = database.one<{ level: string; handling: string }>(
    'SELECT level, handling FROM analysis_file WHERE seq = ?',
    fileSeq,
  );
  return {
    level: (row?.level ?? 'restricted') as Marking['level'],
    handling: JSON.parse(row?.handling ?? '["H1"]') as Marking['handling'],
  };
}

const CHUNK = 1024 * 1024;

/** Keeps the bytes inside the database, in chunks, once per content (SHA-256); returns its seq. */
export function storeAttachment(
  database: WritableDatabase,
  bytes: Uint8Array,
  mediaType: string,
): { seq: number; sha256: string } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found = database.one<{ seq: number }>('SELECT seq FROM attachment WHERE sha256 = ?', sha256);
  if (found !== undefined) return { seq: found.seq, sha256 };
  const { lastSeq } = database.run(
    'INSERT INTO attachment (sha256, size, media_type) VALUES (?,?,?)',
    sha256,
    bytes.length,
    mediaType,
  );
  for (let part = 0; part * CHUNK < bytes.length; part += 1) {
    const chunk = bytes.subarray(part * CHUNK, (part + 1) * CHUNK);
    database.run(
      'INSERT INTO attachment_chunk (attachment_seq, part, bytes) VALUES (?,?,?)',
      lastSeq,
      part,
      chunk,
    );
  }
  return { seq: lastSeq, sha256 };
}

interface SourceRecord {
  id: string;
  reference: string;
  kind: SourceRow['kind'];
  title: string;
  originator: string;
  agency: string;
  received_at: number | null;
  information_date: string | null;
  grading_scheme: Grade['scheme'];
  source_grade: string;
  information_grade: string;
  level: Marking['level'];
  handling: string;
  handling_text: string;
  tlp: TlpLabel | null;
  recipients: string;
  usage: SourceUsage;
  sha256: string | null;
  file_name: string | null;
  batch_id: string | null;
  facts: number;
}

const SOURCE_ROWS = `SELECT s.*, a.sha256 AS sha256, b.id AS batch_id,
       (SELECT count(*) FROM assertion WHERE assertion.source_seq = s.seq) + coalesce(b.last_event_seq - b.first_event_seq + 1, 0) AS facts
     FROM source s LEFT JOIN attachment a ON a.seq = s.attachment_seq LEFT JOIN batch b ON b.source_seq = s.seq AND b.state = 'done'`;

/** The source register of a file with how many facts and events rest on each source. */
export function listSources(database: ReadableDatabase, fileSeq: number): SourceRow[] {
  const sql = `${SOURCE_ROWS} WHERE s.file_seq = ? ORDER BY s.reference`;
  return database.all<SourceRecord>(sql, fileSeq).map(sourceRowOf);
}

/** One of them; Failure('store.no-such-source') for an unknown id. */
export function getSource(database: ReadableDatabase, id: string): SourceRow {
  const row = database.one<SourceRecord>(`${SOURCE_ROWS} WHERE s.id = ?`, id);
  if (row === undefined) throw new Failure('store.no-such-source', { id });
  return sourceRowOf(row);
}

function sourceRowOf(row: SourceRecord): SourceRow {
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    title: row.title,
    originator: row.originator,
    agency: row.agency,
    received: row.received_at,
    informationDate: row.information_date,
    grade: { scheme: row.grading_scheme, source: row.source_grade, information: row.information_grade },
    marking: { level: row.level, handling: JSON.parse(row.handling) as SourceRow['marking']['handling'] },
    handlingText: row.handling_text,
    tlp: row.tlp,
    recipients: JSON.parse(row.recipients) as string[],
    usage: row.usage,
    sha256: row.sha256,
    fileName: row.file_name,
    batchId: row.batch_id,
    facts: row.facts,
  };
}
