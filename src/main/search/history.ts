import { v7 } from 'uuid';
import type { Input, Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import { goesOnFrom } from '../../core/search/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { modesFrom } from './modes.ts';

type PastSearch = Output<'search.history'>['searches'][number];

interface Row {
  seq: number;
  id: string;
  parent_seq: number | null;
  text: string;
  modes: string;
}

const MOST_SHOWN = 500;

/** The newest first; one whose parent is not shown stands alone. */
export function pastSearches(database: ReadableDatabase, fileSeq: number): PastSearch[] {
  const rows = database.all<Omit<PastSearch, 'modes'> & { modes: string }>(
    `SELECT h.id, parent.id AS parentId, h.text, h.modes, h.hits, h.note, h.actor, h.at FROM search_history h
     LEFT JOIN search_history parent ON parent.seq = h.parent_seq WHERE h.file_seq = ? ORDER BY h.seq DESC LIMIT ${MOST_SHOWN}`,
    fileSeq,
  );
  return rows.map((row) => ({ ...row, modes: modesFrom(row.modes) }));
}

/** The same search again only says when and how much it found; one that goes on from the last is its child. */
export function remember(
  database: WritableDatabase,
  fileSeq: number,
  { text, modes, hits, afterId }: Input<'search.remember'>,
  by: { readonly actor: string; readonly at: number },
): string {
  const before = afterId === null ? undefined : rowOf(database, afterId);
  const kept = JSON.stringify(modes);
  const same = before?.text === text && before.modes === kept ? before : undefined;
  if (same !== undefined) {
    database.run('UPDATE search_history SET hits = ?, at = ? WHERE seq = ?', hits, by.at, same.seq);
    return same.id;
  }
  const parent = before !== undefined && goesOnFrom(before.text, text) ? before.seq : null;
  const id = v7();
  database.run(
    'INSERT INTO search_history (id, file_seq, parent_seq, text, modes, hits, actor, at) VALUES (?,?,?,?,?,?,?,?)',
    ...[id, fileSeq, parent, text, kept, hits, by.actor, by.at],
  );
  return id;
}

export function noteSearch(database: WritableDatabase, id: string, note: string): void {
  database.run('UPDATE search_history SET note = ? WHERE seq = ?', note, known(database, id).seq);
}

export function forgetSearch(database: WritableDatabase, id: string): void {
  const { seq, parent_seq } = known(database, id);
  database.transaction(() => {
    database.run('UPDATE search_history SET parent_seq = ? WHERE parent_seq = ?', parent_seq, seq);
    database.run('DELETE FROM search_history WHERE seq = ?', seq);
  });
}

function rowOf(database: ReadableDatabase, id: string): Row | undefined {
  return database.one<Row>('SELECT seq, id, parent_seq, text, modes FROM search_history WHERE id = ?', id);
}

function known(database: ReadableDatabase, id: string): Row {
  const row = rowOf(database, id);
  if (row === undefined) throw new Failure('search.no-such-search');
  return row;
}
