import type { SqlValue, WritableDatabase } from '../vault/database.ts';
import type { Kept, KeptRow, RowChange } from './row-changes.ts';
import { ROW_TABLE_NAMES, seqOfName, tableRecord } from './row-tables.ts';

export type Direction = 'back' | 'forth';

interface Step {
  readonly table: string;
  readonly name: string;
  readonly from: KeptRow | null;
  readonly to: KeptRow | null;
}

/** Columns of others that make a row needed; places on a chart go with what stands on them. */
const NEEDED_BY: Readonly<Record<string, readonly string[]>> = {
  entity: [
    'assertion.entity_seq',
    'link.from_seq',
    'link.to_seq',
    'event.from_seq',
    'event.to_seq',
    'event_participant.entity_seq',
    'place.entity_seq',
    'person_status.entity_seq',
    'external_check.entity_seq',
    'merge.lead_seq',
    'merge_member.entity_seq',
  ],
  link: ['assertion.link_seq'],
  event: ['assertion.event_seq'],
  source: [
    'assertion.source_seq',
    'batch.source_seq',
    'disclosure_permission.source_seq',
    'person_status.source_seq',
    'custody_entry.source_seq',
  ],
  place: ['event.place_seq'],
  chart: ['chart_member.chart_seq'],
};

/**
 * Takes captured changes back or does them again. Where later commands changed or need a row meanwhile, theirs
 * stands: a value that is no longer as this command left it stays, a row that others rest on stays. Returns how many.
 */
export function applyRows(
  database: WritableDatabase,
  changes: readonly RowChange[],
  direction: Direction,
): number {
  database.execute('PRAGMA defer_foreign_keys = ON');
  const steps = changes.map(({ table, name, before, after }): Step => {
    return direction === 'back'
      ? { table, name, from: after, to: before }
      : { table, name, from: before, to: after };
  });
  const rank = (step: Step): number => ROW_TABLE_NAMES.indexOf(step.table);
  const going = steps.filter((step) => step.to === null).sort((a, b) => rank(b) - rank(a));
  const coming = steps.filter((step) => step.from === null).sort((a, b) => rank(a) - rank(b));
  const changing = steps.filter((step) => step.from !== null && step.to !== null);
  let kept = 0;
  for (const step of coming) kept += insertRow(database, step.table, step.name, step.to ?? {}) ? 0 : 1;
  for (const step of changing) kept += change(database, step) ? 0 : 1;
  // Last: a row that goes may be what a changed row pointed at until now.
  for (const step of going) kept += remove(database, step) ? 0 : 1;
  return kept;
}

/** WHERE of the row called so, or null where it is gone. */
export function whereOf(
  database: WritableDatabase,
  table: string,
  name: string,
): { sql: string; values: SqlValue[] } | null {
  const { key, references } = tableRecord(table);
  if (key === null) {
    const seq = seqOfName(database, table, name);
    return seq === undefined ? null : { sql: 'seq = ?', values: [seq] };
  }
  const values: SqlValue[] = [];
  for (const [index, value] of (JSON.parse(name) as Kept[]).entries()) {
    const target = references[key[index] ?? ''];
    const found = target === undefined ? bound(value) : seqOfName(database, target, String(value));
    if (found === undefined) return null;
    values.push(found);
  }
  return { sql: key.map((column) => `"${column}" = ?`).join(' AND '), values };
}

function bound(value: Kept): SqlValue {
  return value !== null && typeof value === 'object' ? Uint8Array.from(Buffer.from(value.hex, 'hex')) : value;
}

/** undefined: it names something that is gone. */
function resolved(
  database: WritableDatabase,
  table: string,
  column: string,
  value: Kept,
): SqlValue | undefined {
  const target = tableRecord(table).references[column];
  return target === undefined || value === null ? bound(value) : seqOfName(database, target, String(value));
}

function remove(database: WritableDatabase, { table, name }: Step): boolean {
  const where = whereOf(database, table, name);
  if (where === null) return true;
  const [seq] = where.values;
  const needed = (NEEDED_BY[table] ?? []).some((one) => {
    const [other = '', column = ''] = one.split('.');
    return database.one(`SELECT 1 FROM ${other} WHERE ${column} = ? LIMIT 1`, seq ?? null) !== undefined;
  });
  if (needed) return false;
  database.run(`DELETE FROM ${table} WHERE ${where.sql}`, ...where.values);
  return true;
}

/** Under its old internal key where that is free. */
export function insertRow(database: WritableDatabase, table: string, name: string, row: KeptRow): boolean {
  if (whereOf(database, table, name) !== null && isThere(database, table, name)) return false;
  const columns: string[] = [];
  const values: SqlValue[] = [];
  for (const [column, kept] of Object.entries(row)) {
    const value = resolved(database, table, column, kept);
    if (value === undefined) return false;
    if (column === 'seq' && isTaken(database, table, value)) continue;
    columns.push(`"${column}"`);
    values.push(value);
  }
  const blanks = columns.map(() => '?').join(', ');
  const sql = `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${blanks})`;
  return database.run(sql, ...values).changes > 0;
}

function isThere(database: WritableDatabase, table: string, name: string): boolean {
  const where = whereOf(database, table, name);
  if (where === null) return false;
  return database.one(`SELECT 1 FROM ${table} WHERE ${where.sql}`, ...where.values) !== undefined;
}

function isTaken(database: WritableDatabase, table: string, seq: SqlValue): boolean {
  return database.one(`SELECT 1 FROM ${table} WHERE seq = ?`, seq) !== undefined;
}

/** The row called so becomes what is given, whatever it was. */
export function setRow(database: WritableDatabase, table: string, name: string, row: KeptRow): void {
  const where = whereOf(database, table, name);
  if (where === null) return;
  for (const [column, kept] of Object.entries(row)) {
    const value = resolved(database, table, column, kept);
    if (value !== undefined)
      database.run(`UPDATE ${table} SET "${column}" = ? WHERE ${where.sql}`, value, ...where.values);
  }
}

function change(database: WritableDatabase, { table, name, from, to }: Step): boolean {
  const where = whereOf(database, table, name);
  if (where === null || from === null || to === null) return false;
  let whole = true;
  for (const column of Object.keys(to)) {
    const before = resolved(database, table, column, from[column] ?? null);
    const value = resolved(database, table, column, to[column] ?? null);
    const changed =
      before !== undefined &&
      value !== undefined &&
      database.run(
        `UPDATE ${table} SET "${column}" = ? WHERE ${where.sql} AND "${column}" IS ?`,
        value,
        ...where.values,
        before,
      ).changes > 0;
    whole = whole && changed;
  }
  return whole;
}
