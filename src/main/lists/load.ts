import { v7 } from 'uuid';
import type { Input } from '../../contract/index.ts';
import type { ListReport } from '../../contract/lists.ts';
import { Failure } from '../../core/result.ts';
import type { ListKind } from '../../core/watch/index.ts';
import type { Context } from '../engine/context.ts';
import type { JobProgress } from '../engine/jobs.ts';
import { type ByteSource, hashOf, openSource } from '../import/files.ts';
import { refuseForbidden } from '../import/hash-only.ts';
import type { RowStream } from '../import/readers/index.ts';
import { audit } from '../store/command.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { forgetEntries } from './forget-entries.ts';
import { entryMapper, type MappedRow } from './map-entry.ts';
import { withListRows } from './rows.ts';
import { todayOf } from './today.ts';
import { EntryWriter } from './write-entries.ts';

type Wish = Input<'list.add'>;
export interface LoadedList {
  readonly listId: string;
  readonly versionId: string;
  readonly name: string;
  readonly report: ListReport;
}

const ROWS_AT_ONCE = 256;

/**
 * Reads a file as a new list or as the next version of one, in one transaction of its own connection: cancelled or
 * failed, nothing of it is in the vault. The version before stays to be read and is no longer matched.
 * Failures: lists.unknown, lists.same-file, lists.no-entries, and those of the readers.
 */
export async function loadList(context: Context, wish: Wish, progress: JobProgress): Promise<LoadedList> {
  progress.phase('reading');
  const source = await openSource(context, wish.path);
  const database = context.session.connect();
  try {
    await refuseForbidden(database, source);
    const sha256 = await hashOf(source, () => progress.breathe());
    database.execute('BEGIN IMMEDIATE');
    const loaded = await loadInto(context, database, { wish, source, sha256, progress });
    database.execute('COMMIT');
    return loaded;
  } catch (error) {
    if (database.inTransaction) database.execute('ROLLBACK');
    throw error;
  } finally {
    database.close();
    source.close();
  }
}

interface Loading {
  readonly wish: Wish;
  readonly source: ByteSource;
  readonly sha256: string;
  readonly progress: JobProgress;
}

async function loadInto(
  context: Context,
  database: WritableDatabase,
  { wish, source, sha256, progress }: Loading,
): Promise<LoadedList> {
  const list = listRow(context, database, wish);
  const version = newVersion(context, database, { list, wish, source, sha256 });
  progress.phase('loading');
  const writer = new EntryWriter(database, version.seq);
  await withListRows(
    source,
    wish.mapping,
    () => progress.breathe(),
    (rows) => writeRows(rows, { wish, kind: list.kind, writer, progress, today: todayOf(context) }),
  );
  const report = writer.finish();
  if (report.entries === 0) throw new Failure('lists.no-entries', { file: source.name });
  const { name, id: listId } = list;
  const details = { name, version: version.number, file: source.name, entries: report.entries };
  audit(context, 'list-import', `list:${listId}`, '', details, database);
  return { listId, versionId: version.id, name, report };
}

interface ListRow {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ListKind;
}

function listRow(context: Context, database: WritableDatabase, { list }: Wish): ListRow {
  const sql = 'SELECT seq, id, name, kind FROM watch_list WHERE id = ?';
  if ('id' in list) {
    const found = database.one<ListRow>(sql, list.id);
    if (found === undefined) throw new Failure('lists.unknown');
    return found;
  }
  const { name, owner, kind, threshold, marking, handlingText } = list;
  const id = v7();
  const { lastSeq } = database.run(
    `INSERT INTO watch_list (id, name, owner, kind, threshold, level, handling, handling_text, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    name,
    owner,
    kind,
    threshold,
    marking.level,
    JSON.stringify(marking.handling),
    handlingText,
    context.now(),
  );
  return { seq: lastSeq, id, name, kind };
}

function newVersion(
  context: Context,
  database: WritableDatabase,
  { list, wish, source, sha256 }: { list: ListRow; wish: Wish; source: ByteSource; sha256: string },
): { seq: number; id: string; number: number } {
  const before = database.one<{ seq: number; number: number; sha256: string }>(
    'SELECT seq, number, sha256 FROM watch_list_version WHERE list_seq = ? AND is_current = 1',
    list.seq,
  );
  if (before?.sha256 === sha256) throw new Failure('lists.same-file', { file: source.name, list: list.name });
  if (before !== undefined) {
    forgetEntries(database, before.seq);
    database.run('UPDATE watch_list_version SET is_current = 0 WHERE seq = ?', before.seq);
  }
  const id = v7();
  const number = (before?.number ?? 0) + 1;
  const { lastSeq } = database.run(
    `INSERT INTO watch_list_version (id, list_seq, number, file_name, sha256, valid_from, valid_to, mapping, imported_at, imported_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    list.seq,
    number,
    source.name,
    sha256,
    wish.validFrom,
    wish.validTo,
    JSON.stringify(wish.mapping),
    context.now(),
    context.actor(),
  );
  return { seq: lastSeq, id, number };
}

interface Writing {
  readonly wish: Wish;
  readonly kind: ListKind;
  readonly writer: EntryWriter;
  readonly progress: JobProgress;
  readonly today: string;
}

async function writeRows(rows: RowStream, { wish, kind, writer, progress, today }: Writing): Promise<void> {
  const map = entryMapper(wish.mapping, rows.columns, kind, today);
  let seen = 0;
  for await (const batch of rows.batches) {
    for (const { line, cells, problem } of batch) {
      seen += 1;
      if (problem === null) take(writer, line, map(cells));
      else writer.reject(line, problem.code, problem.raw);
      if (seen % ROWS_AT_ONCE !== 0) continue;
      progress.advance(seen, null);
      await progress.breathe();
    }
  }
  progress.advance(seen, seen);
}

function take(writer: EntryWriter, line: number, row: MappedRow): void {
  if (row === 'left-out') writer.leaveOut();
  else if ('rejected' in row) writer.reject(line, row.rejected, row.value);
  else writer.write(line, row);
}
