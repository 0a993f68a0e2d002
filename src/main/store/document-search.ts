import { foldName } from '../../core/names/index.ts';
import { around, findWord } from '../../core/text/snippet.ts';
import type { ReadableDatabase } from '../vault/database.ts';

export interface DocumentHit {
  readonly seq: number;
  /** null where the document has no pages. */
  readonly page: number | null;
  readonly snippet: string;
}

const WIDTH = 60;

/** A page of each document whose text holds all these words, in the alphabet they are written in or another one. */
export function searchDocuments(
  database: ReadableDatabase,
  fileSeq: number,
  text: string,
  limit: number,
): DocumentHit[] {
  const words = wordsOf(text);
  const folded = wordsOf(foldName(text));
  if (words.length === 0) return [];
  const rows = database.all<{ seq: number; page: number; text: string }>(
    `SELECT e.seq, p.page, p.text, min(abs(p.page)) AS first FROM document_text JOIN document_page p ON p.seq = document_text.rowid
     JOIN entity e ON e.seq = p.entity_seq
     WHERE document_text MATCH ? AND e.file_seq = ? GROUP BY e.seq LIMIT ?`,
    [words, folded]
      .filter((list) => list.length > 0)
      .map(allOf)
      .join(' OR '),
    fileSeq,
    limit,
  );
  return rows.map((row) => ({
    seq: row.seq,
    page: row.page > 0 ? row.page : null,
    snippet: snippetOf(row.text, words),
  }));
}

/** Quoted and begun: nothing a person types is syntax of the index. */
function allOf(words: readonly string[]): string {
  return `(${words.map((word) => `"${word}"*`).join(' AND ')})`;
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

function snippetOf(text: string, words: readonly string[]): string {
  const found = findWord(text, words) ?? { start: 0, end: 0 };
  const { before, after } = around(text, found.start, found.end, WIDTH);
  return `${before}${text.slice(found.start, found.end)}${after}`.trim();
}
