import type { WritableDatabase } from '../vault/database.ts';
import type { Kept, RowChange } from './row-changes.ts';
import { tableRecord } from './row-tables.ts';

/**
 * What an entry touched. The kind says how: `made:entity`, `gone:entity`, `entity.label` for a changed value, plain
 * `entity` for what is used or touched at all; `batch` for everything an import brought.
 */
export interface JournalObject {
  readonly kind: string;
  readonly id: string;
}

/** Rows that nothing else can rest on are not worth a place in the list. */
const SILENT = new Set([
  'identifier',
  'event_participant',
  'merge_member',
  'match_decision',
  'place',
  'custody_entry',
]);

/** Places on a chart come by the thousand: one object each, whatever changed. */
const ONE_EACH = new Set(['chart_member']);

export function objectsOf(changes: readonly RowChange[]): JournalObject[] {
  const found = new Map<string, JournalObject>();
  const note = (kind: string, id: string): void => void found.set(`${kind}|${id}`, { kind, id });
  for (const change of changes) {
    const { table, name, before, after } = change;
    for (const [target, id] of used(change)) note(target, id);
    if (ONE_EACH.has(table)) note(table, name);
    if (SILENT.has(table) || ONE_EACH.has(table)) continue;
    note(table, name);
    if (before === null) note(`made:${table}`, name);
    else if (after === null) note(`gone:${table}`, name);
    else for (const column of Object.keys(after)) note(`${table}.${column}`, name);
  }
  return [...found.values()];
}

function* used({ table, name, before, after }: RowChange): Generator<readonly [string, string]> {
  const { references, key } = tableRecord(table);
  for (const [column, target] of Object.entries(references)) {
    if (target === 'batch') continue;
    for (const value of [before?.[column], after?.[column]]) {
      if (typeof value === 'string') yield [target, value];
    }
  }
  if (key === null) return;
  const values = JSON.parse(name) as Kept[];
  for (const [index, column] of key.entries()) {
    const target = references[column];
    const value = values[index];
    if (target !== undefined && typeof value === 'string') yield [target, value];
  }
}

export function writeObjects(
  database: WritableDatabase,
  journalSeq: number,
  objects: readonly JournalObject[],
): void {
  for (const { kind, id } of objects) {
    database.run(
      'INSERT OR IGNORE INTO journal_object (object_kind, object_id, journal_seq) VALUES (?, ?, ?)',
      kind,
      id,
      journalSeq,
    );
  }
}
