import type { Input, Output } from '../../contract/index.ts';
import type { ListReport, WatchList } from '../../contract/lists.ts';
import { Failure } from '../../core/result.ts';
import { standingOn } from '../../core/watch/index.ts';
import type { Context } from '../engine/context.ts';
import { rejectionSentence, speaker } from '../import/sentences.ts';
import { audit } from '../store/command.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { forgetEntries } from './forget-entries.ts';
import { stateSql } from './hit-state.ts';
import { todayOf } from './today.ts';

interface ListRecord {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly kind: WatchList['kind'];
  readonly threshold: number;
  readonly level: WatchList['marking']['level'];
  readonly handling: string;
  readonly handling_text: string;
}

interface VersionRecord {
  readonly seq: number;
  readonly id: string;
  readonly number: number;
  readonly file_name: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly is_current: number;
  readonly report: string;
  readonly imported_at: number;
  readonly imported_by: string;
  readonly matched_at: number | null;
  readonly hits: number;
}

/** Every list with its versions, newest first. */
export function allLists(context: Context): Output<'list.all'> {
  const database = context.database();
  const today = todayOf(context);
  const rows = database.all<ListRecord>('SELECT * FROM watch_list ORDER BY sort_key(name), seq');
  return {
    lists: rows.map(({ seq, id, name, owner, kind, threshold, level, handling, handling_text }) => ({
      id,
      name,
      owner,
      kind,
      threshold,
      marking: { level, handling: JSON.parse(handling) as WatchList['marking']['handling'] },
      handlingText: handling_text,
      open: openOf(database, seq),
      versions: versionsOf(database, seq, today),
    })),
  };
}

function openOf(database: ReadableDatabase, listSeq: number): number {
  const sql = `SELECT count(*) AS n FROM watch_hit h JOIN entity e ON e.id = h.entity_id JOIN watch_entry w ON w.seq = h.entry_seq
    JOIN watch_list_version v ON v.seq = h.version_seq JOIN watch_list l ON l.seq = v.list_seq
    WHERE l.seq = ? AND v.is_current = 1 AND ${stateSql('h', 'w', 'l')} = 'open'`;
  return database.one<{ n: number }>(sql, listSeq)?.n ?? 0;
}

function versionsOf(database: ReadableDatabase, listSeq: number, today: string): WatchList['versions'] {
  return database
    .all<VersionRecord>(
      `SELECT v.*, (SELECT count(*) FROM watch_hit h JOIN entity e ON e.id = h.entity_id WHERE h.version_seq = v.seq) AS hits
       FROM watch_list_version v WHERE v.list_seq = ? ORDER BY v.number DESC`,
      listSeq,
    )
    .map((one) => ({
      id: one.id,
      number: one.number,
      fileName: one.file_name,
      validFrom: one.valid_from,
      validTo: one.valid_to,
      isCurrent: one.is_current === 1,
      standing: standingOn(today, one.valid_from, one.valid_to),
      report: JSON.parse(one.report) as ListReport,
      importedAt: one.imported_at,
      importedBy: one.imported_by,
      matchedAt: one.matched_at,
      hits: one.hits,
    }));
}

function listNamed(database: ReadableDatabase, listId: string): { seq: number; name: string } {
  const found = database.one<{ seq: number; name: string }>(
    'SELECT seq, name FROM watch_list WHERE id = ?',
    listId,
  );
  if (found === undefined) throw new Failure('lists.unknown');
  return found;
}

/** Failure lists.unknown. */
export function changeList(context: Context, wish: Input<'list.change'>): void {
  const database = context.database();
  const { seq } = listNamed(database, wish.listId);
  const { name, owner, kind, threshold, marking, handlingText, validFrom, validTo } = wish;
  database.transaction(() => {
    database.run(
      'UPDATE watch_list SET name = ?, owner = ?, kind = ?, threshold = ?, level = ?, handling = ?, handling_text = ? WHERE seq = ?',
      name,
      owner,
      kind,
      threshold,
      marking.level,
      JSON.stringify(marking.handling),
      handlingText,
      seq,
    );
    database.run(
      'UPDATE watch_list_version SET valid_from = ?, valid_to = ? WHERE list_seq = ? AND is_current = 1',
      validFrom,
      validTo,
      seq,
    );
    audit(context, 'list-change', `list:${wish.listId}`, '', { name, validFrom, validTo, threshold });
  });
}

/** Failure lists.unknown. */
export function removeList(context: Context, { listId, reason }: Input<'list.remove'>): void {
  const database = context.database();
  const { seq, name } = listNamed(database, listId);
  database.transaction(() => {
    const current = database.all<{ seq: number }>(
      'SELECT seq FROM watch_list_version WHERE list_seq = ? AND is_current = 1',
      seq,
    );
    for (const version of current) forgetEntries(database, version.seq);
    database.run('DELETE FROM watch_list WHERE seq = ?', seq);
    audit(context, 'list-remove', `list:${listId}`, reason, { name });
  });
}

function versionSeq(database: ReadableDatabase, versionId: string): number {
  const sql = 'SELECT seq FROM watch_list_version WHERE id = ?';
  const found = database.one<{ seq: number }>(sql, versionId);
  if (found === undefined) throw new Failure('lists.unknown');
  return found.seq;
}

/** Entries of any version, also one that was replaced. */
export function entriesOf(context: Context, asked: Input<'list.entries'>): Output<'list.entries'> {
  const database = context.database();
  const seq = versionSeq(database, asked.versionId);
  return {
    rows: database.all(
      'SELECT line, reference, label, note FROM watch_entry WHERE version_seq = ? ORDER BY seq LIMIT ? OFFSET ?',
      seq,
      asked.limit,
      asked.offset,
    ),
    total:
      database.one<{ n: number }>('SELECT entries AS n FROM watch_list_version WHERE seq = ?', seq)?.n ?? 0,
  };
}

/** Keys of the sentences for rows that are no entries, beside those of the import. */
const REJECTIONS: Readonly<Record<string, string>> = {
  'list-nothing': 'lists:reject.nothing',
  'list-duplicate': 'lists:reject.duplicate',
};

export function rejectedOf(context: Context, asked: Input<'list.rejected'>): Output<'list.rejected'> {
  const database = context.database();
  const seq = versionSeq(database, asked.versionId);
  const say = speaker(context);
  const ofImport = rejectionSentence(context);
  const rows = database.all<{ line: number; code: string; value: string }>(
    'SELECT line, code, value FROM watch_rejected WHERE version_seq = ? ORDER BY line, part LIMIT ? OFFSET ?',
    seq,
    asked.limit,
    asked.offset,
  );
  const total = database.one<{ n: number }>(
    'SELECT count(*) AS n FROM watch_rejected WHERE version_seq = ?',
    seq,
  );
  return {
    rows: rows.map(({ line, code, value }) => {
      const own = REJECTIONS[code];
      return { line, value, message: own === undefined ? ofImport(code) : say(own) };
    }),
    total: total?.n ?? 0,
  };
}
