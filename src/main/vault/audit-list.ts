import type { AuditFilter, AuditRow } from '../../contract/audit.ts';
import type { ReadableDatabase, SqlValue } from './database.ts';

const ROW = 'seq, at, actor, action, object, reason, details, previous_hash AS previousHash, hash';

function where(filter: AuditFilter): { sql: string; values: SqlValue[] } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, ...given: SqlValue[]): void => {
    parts.push(sql);
    values.push(...given);
  };
  if (filter.action !== undefined) add('action = ?', filter.action);
  if (filter.actor !== undefined) add('actor = ?', filter.actor);
  if (filter.from !== undefined) add('at >= ?', filter.from);
  if (filter.to !== undefined) add('at < ?', filter.to);
  if (filter.text !== undefined && filter.text !== '')
    add("instr(lower(object || ' ' || reason || ' ' || details), lower(?)) > 0", filter.text);
  return { sql: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

/** A page of the chain, newest first, and how many entries the filter lets through. */
export function listAudit(
  database: ReadableDatabase,
  page: { readonly offset: number; readonly limit: number; readonly filter: AuditFilter },
): { total: number; rows: AuditRow[] } {
  const { sql, values } = where(page.filter);
  return {
    total: database.one<{ n: number }>(`SELECT count(*) AS n FROM audit ${sql}`, ...values)?.n ?? 0,
    rows: database.all<AuditRow>(
      `SELECT ${ROW} FROM audit ${sql} ORDER BY seq DESC LIMIT ? OFFSET ?`,
      ...values,
      page.limit,
      page.offset,
    ),
  };
}

/** What occurs in a column of the chain. */
export function auditWords(database: ReadableDatabase, column: 'action' | 'actor'): string[] {
  return database
    .all<{ word: string }>(`SELECT DISTINCT ${column} AS word FROM audit ORDER BY word`)
    .map(({ word }) => word);
}

/** The whole chain from its start. */
export function auditEntries(database: ReadableDatabase): IterableIterator<AuditRow> {
  return database.iterate<AuditRow>(`SELECT ${ROW} FROM audit ORDER BY seq`);
}
