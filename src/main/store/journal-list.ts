import type { JournalEntry, JournalFilter, JournalSubject } from '../../contract/journal.ts';
import type { Sentence } from '../../contract/terms.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import type { ShutterLabel } from './entities.ts';
import { isJournalKind } from './journal-kinds.ts';
import { journalSentences } from './journal-names.ts';
import type { JournalRow, Label } from './journal-step.ts';
import { namesTouched } from './journal-touched.ts';

interface Listed extends Omit<JournalRow, 'forward' | 'inverse'> {
  /** The way back is rows: it needs no kind that this program knows. */
  rows: number;
}

/** Kinds of entries by what they are about; the rest of the word is the act. */
const KINDS: Readonly<Record<JournalSubject, readonly string[]>> = {
  entity: ['entity.*', 'matching.*'],
  link: ['link.*'],
  event: ['event.*'],
  chart: ['chart.*'],
  import: ['import', 'import-undo'],
  source: ['source.*', 'permission.*', 'assertion.*', 'custody.*'],
  file: ['analysisFile.*'],
  'taken-back': ['journal.*'],
};

export interface ListQuery {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly filter?: JournalFilter | undefined;
}
/** How sentences are read: names behind their shutter, words in the person's language. */
export interface Reading {
  readonly shutter: ShutterLabel;
  readonly say: (sentence: Sentence) => string;
}

const CHUNK = 500;
const COLUMNS = `seq, id, file_seq, at, actor, reason, kind, label, state, substr(inverse, 1, 8) = '{"rows":' AS rows`;

export function listJournal(database: ReadableDatabase, fileSeq: number, query: ListQuery, reading: Reading) {
  const found = newest(database, fileSeq, query, reading);
  return {
    entries: found.slice(0, query.limit),
    older: found.length > query.limit,
    actors: database
      .all<{ actor: string }>('SELECT DISTINCT actor FROM journal WHERE file_seq = ? ORDER BY actor', fileSeq)
      .map(({ actor }) => actor),
    canUndo: has(database, fileSeq, 'done'),
    canRedo: has(database, fileSeq, 'undone'),
  };
}

/** One more than asked for where there are that many. */
function newest(
  database: ReadableDatabase,
  fileSeq: number,
  { limit, before, filter = {} }: ListQuery,
  reading: Reading,
): JournalEntry[] {
  const found: JournalEntry[] = [];
  const wanted = filter.text?.trim() ? CHUNK : limit + 1;
  let below = seqOf(database, before);
  while (found.length <= limit) {
    const rows = older(database, fileSeq, below, filter, wanted);
    const entries = asEntries(database, rows, reading);
    found.push(...entries.filter((entry) => holds(entry, filter.text, reading)));
    if (rows.length < wanted) break;
    below = rows.at(-1)?.seq ?? 0;
  }
  return found.slice(0, limit + 1);
}

function seqOf(database: ReadableDatabase, entryId: string | undefined): number {
  if (entryId === undefined) return Number.MAX_SAFE_INTEGER;
  return database.one<{ seq: number }>('SELECT seq FROM journal WHERE id = ?', entryId)?.seq ?? 0;
}

function older(
  database: ReadableDatabase,
  fileSeq: number,
  below: number,
  { actor, subject }: JournalFilter,
  limit: number,
): Listed[] {
  const kinds = subject === undefined ? null : JSON.stringify(KINDS[subject]);
  return database.all<Listed>(
    `SELECT ${COLUMNS} FROM journal
     WHERE file_seq = ? AND seq < ? AND state <> 'dropped' AND (? IS NULL OR actor = ?)
       AND (? IS NULL OR EXISTS (SELECT 1 FROM json_each(?) WHERE journal.kind GLOB value))
     ORDER BY seq DESC LIMIT ?`,
    fileSeq,
    below,
    actor ?? null,
    actor ?? null,
    kinds,
    kinds,
    limit,
  );
}

function asEntries(database: ReadableDatabase, rows: readonly Listed[], reading: Reading): JournalEntry[] {
  const labels = journalSentences(database, rows, reading.shutter);
  return rows.flatMap((row) => {
    const label = labels.get(row.seq);
    if (label === undefined) return [];
    return {
      id: row.id,
      at: row.at,
      actor: row.actor,
      reason: row.reason,
      label,
      state: row.state as JournalEntry['state'],
      canTakeBack: row.state === 'done' && (row.rows === 1 || isJournalKind(row.kind)),
      about: saysWhom(label) ? [] : namesTouched(database, row.seq, reading.shutter),
    };
  });
}

/** Of itself, or in the sentence it holds. */
function saysWhom({ params }: Label): boolean {
  const { label, what } = params;
  return label !== undefined || (typeof what === 'object' && saysWhom(what));
}

function holds(entry: JournalEntry, text: string | undefined, { say }: Reading): boolean {
  const wanted = text?.trim().toLowerCase() ?? '';
  if (wanted === '') return true;
  return [say(entry.label), entry.reason, ...entry.about].some((one) => one.toLowerCase().includes(wanted));
}

/** Without the payloads: that of an import taken back can be large. */
function has(database: ReadableDatabase, fileSeq: number, state: JournalRow['state']): boolean {
  return (
    database.one('SELECT 1 FROM journal WHERE file_seq = ? AND state = ? LIMIT 1', fileSeq, state) !==
    undefined
  );
}
