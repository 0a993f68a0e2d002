import { foldName } from '../../core/names/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { searchDocuments } from './document-search.ts';
import { membersOf } from './members.ts';

export interface SearchHit {
  readonly seq: number;
  readonly matched: string;
  readonly why: 'exact' | 'words' | 'transliterated' | 'part' | 'text';
  /** Where in a document. */
  readonly found?: { readonly page: number | null; readonly snippet: string };
}

/** Every word quoted, with a prefix star: nothing a person types is FTS syntax. */
function ftsQuery(text: string, column: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.length === 0 ? '' : `{${column}} : ${words.map((word) => `"${word}"*`).join(' ')}`;
}

const LABEL = 'SELECT label FROM entity WHERE seq = ?';

/** Every kind of number there is, each by one step in the index. */
const KINDS = `kinds(kind) AS (SELECT min(kind) FROM identifier
  UNION ALL SELECT (SELECT min(kind) FROM identifier WHERE kind > kinds.kind) FROM kinds WHERE kind IS NOT NULL)`;

/** Numbers that are the text as it is matched, then as their source wrote it; neither reads all there are. */
function exactly(
  database: ReadableDatabase,
  fileSeq: number,
  text: string,
  international: string,
): { entity_seq: number; value: string }[] {
  const matched = database.all<{ entity_seq: number; value: string }>(
    `WITH RECURSIVE ${KINDS} SELECT entity_seq, value FROM kinds CROSS JOIN identifier
     ON identifier.kind = kinds.kind AND value IN (?, ?) AND file_seq = ?`,
    text,
    international,
    fileSeq,
  );
  const written = database.all<{ entity_seq: number; value: string }>(
    `SELECT entity_seq, identifier.value FROM entity_text CROSS JOIN identifier ON entity_seq = entity_text.rowid
     WHERE entity_text MATCH ? AND raw = ? AND file_seq = ?`,
    `identifiers : "${text.replaceAll('"', '""')}"`,
    text,
    fileSeq,
  );
  return [...matched, ...written];
}

/**
 * Exact identifier first, then words, then the copy in Latin letters (so Cyrillic finds Latin and back), then a part of
 * a number, then the text of documents. Each hit once, with the strongest reason.
 */
export function searchEntities(
  database: ReadableDatabase,
  fileSeq: number,
  text: string,
  limit: number,
): SearchHit[] {
  const hits = new Map<number, SearchHit>();
  const members = membersOf(database);
  const add = (own: number, why: SearchHit['why'], matched: string): void => {
    const seq = members.leadOf(own);
    if (!hits.has(seq) && hits.size < limit) hits.set(seq, { seq, why, matched });
  };
  const digits = text.replace(/[\s()+-]/g, '');
  for (const { entity_seq, value } of exactly(database, fileSeq, text.trim(), `+${digits}`))
    add(entity_seq, 'exact', value);
  for (const [why, column, query] of [
    ['words', 'label identifiers facts', text],
    ['transliterated', 'transliterated', foldName(text)],
  ] as const) {
    const match = ftsQuery(query, column);
    if (match === '') continue;
    for (const row of database.all<{ seq: number }>(
      `SELECT e.seq FROM entity_text JOIN entity e ON e.seq = entity_text.rowid WHERE entity_text MATCH ? AND e.file_seq = ? ORDER BY rank LIMIT ?`,
      match,
      fileSeq,
      limit,
    )) {
      add(row.seq, why, database.one<{ label: string }>(LABEL, row.seq)?.label ?? '');
    }
  }
  if (digits.length >= 3) {
    for (const row of database.all<{ seq: number }>(
      'SELECT e.seq FROM identifier_part JOIN entity e ON e.seq = identifier_part.rowid WHERE identifier_part MATCH ? AND e.file_seq = ? LIMIT ?',
      `"${digits.replaceAll('"', '')}"`,
      fileSeq,
      limit,
    )) {
      add(row.seq, 'part', digits);
    }
  }
  for (const { seq, ...found } of searchDocuments(database, fileSeq, text, limit)) {
    const lead = members.leadOf(seq);
    if (!hits.has(lead) && hits.size < limit) hits.set(lead, { seq: lead, why: 'text', matched: '', found });
  }
  return [...hits.values()];
}
