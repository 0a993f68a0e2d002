import type { SearchTerm } from '../../core/search/query.ts';
import { around, findWord } from '../../core/text/snippet.ts';
import type { Conditions } from './conditions.ts';
import type { Look } from './look.ts';
import { begunInLatin, begunWords, phrase } from './match.ts';

export interface DocumentHit {
  readonly seq: number;
  /** null where the document has no pages. */
  readonly page: number | null;
  readonly snippet: string;
}

const WIDTH = 60;

type TextTerm = SearchTerm & { readonly words: readonly string[] };

/** What is looked for in texts; null where something is asked that no text can say. */
export function textTerms({ query }: Look): readonly TextTerm[] | null {
  const content = query.terms.filter(({ kind }) =>
    ['words', 'phrase', 'number', 'word-pattern', 'identifier', 'property', 'born'].includes(kind),
  );
  const terms = content.filter((term): term is TextTerm & SearchTerm => 'words' in term);
  const hasGaps = content.some((term) => term.kind === 'number' && /[?*]/.test(term.key));
  if (terms.length < content.length || hasGaps) return null;
  return terms.some(({ excluded, words }) => !excluded && words.length > 0) ? terms : null;
}

/** One condition of the index of texts, the terms to leave out as well. */
export function textMatch(look: Look, terms: readonly TextTerm[]): string {
  const one = (term: TextTerm): string => {
    if (term.kind === 'phrase') return `(${phrase(term.words, look.modes, 'text', 'latin')})`;
    const own = begunWords(term.words, 'text');
    const latin = look.modes.transliterated ? begunInLatin(term.words, 'latin') : '';
    return `(${[own, latin]
      .filter((way) => way !== '')
      .map((way) => `(${way})`)
      .join(' OR ')})`;
  };
  const held = terms
    .filter(({ excluded }) => !excluded)
    .map(one)
    .filter((way) => way !== '()');
  const out = terms
    .filter(({ excluded }) => excluded)
    .map(one)
    .filter((way) => way !== '()');
  const whole = `(${held.join(' AND ')})`;
  return held.length === 0 ? '' : out.reduce((match, next) => `(${match} NOT ${next})`, whole);
}

export function wordsWanted(terms: readonly TextTerm[]): string[] {
  return terms.filter(({ excluded }) => !excluded).flatMap(({ words }) => words);
}

/** A page of each document whose text holds all these words, in the alphabet they are written in or another one. */
export function findDocuments(look: Look, scope: Conditions, limit: number): DocumentHit[] {
  const terms = textTerms(look);
  const match = terms === null ? '' : textMatch(look, terms);
  if (terms === null || match === '') return [];
  const rows = look.database.all<{ seq: number; page: number; text: string }>(
    `SELECT e.seq, p.page, p.text, min(abs(p.page)) AS first FROM document_text JOIN document_page p ON p.seq = document_text.rowid
     JOIN entity e ON e.seq = p.entity_seq
     WHERE document_text MATCH ? AND e.file_seq = ? ${scope.sql.map(({ sql }) => `AND ${sql}`).join(' ')} GROUP BY e.seq LIMIT ?`,
    match,
    look.fileSeq,
    ...scope.sql.flatMap(({ values }) => values),
    limit,
  );
  const words = wordsWanted(terms);
  return rows.map((row) => ({
    seq: row.seq,
    page: row.page > 0 ? row.page : null,
    snippet: snippetOf(row.text, words),
  }));
}

export function snippetOf(text: string, words: readonly string[]): string {
  const found = findWord(text, words) ?? { start: 0, end: 0 };
  const { before, after } = around(text, found.start, found.end, WIDTH);
  return `${before}${text.slice(found.start, found.end)}${after}`.trim();
}
