import type { LinkRow } from '../../contract/edits.ts';
import type { Input } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { entitySeqs } from './entities.ts';
import { membersOf } from './members.ts';

export interface LinkRecord {
  readonly seq: number;
  readonly file_seq: number;
  readonly from_seq: number;
  readonly to_seq: number;
  readonly start_at: number | null;
  readonly end_at: number | null;
}

/** Failure store.no-such-link. */
export function linkRecord(database: ReadableDatabase, id: string): LinkRecord {
  const row = database.one<LinkRecord>(
    'SELECT seq, file_seq, from_seq, to_seq, start_at, end_at FROM link WHERE id = ?',
    id,
  );
  if (row === undefined) throw new Failure('store.no-such-link');
  return row;
}

/** The links behind a chart line, also those of members of its ends. */
export function linksBehind(database: ReadableDatabase, fileSeq: number, key: string): LinkRow[] {
  const [from = '', to = '', type = ''] = key.split('|');
  const members = membersOf(database);
  const group = (id: string): string =>
    JSON.stringify(members.withMembers(entitySeqs(database, fileSeq, [id])));
  return database
    .all<Omit<LinkRow, 'sources'> & { sources: string }>(
      `SELECT link.id, f.id AS "from", t.id AS "to", link.type, link.strength, link.start_at AS start, link.end_at AS "end",
         (SELECT json_group_array(DISTINCT source.reference) FROM assertion JOIN source ON source.seq = assertion.source_seq
          WHERE assertion.link_seq = link.seq) AS sources
       FROM json_each(?) ends CROSS JOIN link INDEXED BY link_by_from ON link.from_seq = ends.value AND link.type = ?
       JOIN entity f ON f.seq = link.from_seq JOIN entity t ON t.seq = link.to_seq
       WHERE link.to_seq IN (SELECT value FROM json_each(?)) ORDER BY link.seq LIMIT 500`,
      group(from),
      type,
      group(to),
    )
    .map((row) => ({ ...row, sources: JSON.parse(row.sources) as string[] }));
}

/** Failure store.interval-reversed. */
export function editLink(database: WritableDatabase, link: LinkRecord, edit: Input<'link.edit'>): void {
  const start = edit.start === undefined ? link.start_at : edit.start;
  const end = edit.end === undefined ? link.end_at : edit.end;
  if (start !== null && end !== null && end < start) throw new Failure('store.interval-reversed');
  const turned = edit.reverse === true;
  database.run(
    `UPDATE link SET type = coalesce(?, type), strength = coalesce(?, strength), start_at = ?, end_at = ?, from_seq = ?, to_seq = ?
     WHERE seq = ?`,
    edit.type ?? null,
    edit.strength ?? null,
    start,
    end,
    turned ? link.to_seq : link.from_seq,
    turned ? link.from_seq : link.to_seq,
    link.seq,
  );
}

export function deleteLink(database: WritableDatabase, link: LinkRecord): void {
  database.run('DELETE FROM link WHERE seq = ?', link.seq);
}
