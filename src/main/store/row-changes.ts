import type { SqlRow, SqlValue, WritableDatabase } from '../vault/database.ts';
import { uuidText } from './event-id.ts';
import { nameOf, placeName, ROW_TABLE_NAMES, tableRecord } from './row-tables.ts';

/** A value as it stands in the journal; bytes as hex. */
export type Kept = string | number | null | { readonly hex: string };
export type KeptRow = Readonly<Record<string, Kept>>;

/** What became of one row; of a changed row only the columns that differ. References are outside names. */
export interface RowChange {
  readonly table: string;
  readonly name: string;
  readonly before: KeptRow | null;
  readonly after: KeptRow | null;
}

type Columns = ReadonlyMap<string, readonly string[]>;
const columnsOf = new WeakMap<WritableDatabase, Columns>();

/**
 * Triggers of this connection only, silent until a command switches them on: what they write down is exact whatever
 * the command does, cascades included, and lies in memory.
 */
function readyCapture(database: WritableDatabase): Columns {
  const columns = columnsOf.get(database) ?? readColumns(database);
  columnsOf.set(database, columns);
  // A transaction that was rolled back took them along.
  const isThere = database.one("SELECT 1 FROM temp.sqlite_master WHERE name = 'captured_row'") !== undefined;
  if (!isThere) makeCapture(database, columns);
  return columns;
}

function readColumns(database: WritableDatabase): Columns {
  const names = (table: string): string[] =>
    database
      .all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table)
      .map(({ name }) => name)
      .filter((name) => tableRecord(table).derived?.includes(name) !== true);
  return new Map(ROW_TABLE_NAMES.map((table) => [table, names(table)]));
}

function makeCapture(database: WritableDatabase, columns: Columns): void {
  const widest = Math.max(...[...columns.values()].map((names) => names.length));
  const slots = Array.from({ length: widest }, (_, index) => [`o${index}`, `n${index}`]).flat();
  database.execute('PRAGMA recursive_triggers = ON');
  database.execute(
    `CREATE TEMP TABLE captured_row (at INTEGER PRIMARY KEY, source_table TEXT, act TEXT, ${slots.join(', ')});
     CREATE TEMP TABLE capture_switch (active INTEGER); INSERT INTO capture_switch VALUES (0);`,
  );
  for (const [table, names] of columns) database.execute(triggersOf(table, names));
}

function triggersOf(table: string, names: readonly string[]): string {
  const trigger = (act: 'INSERT' | 'UPDATE' | 'DELETE'): string => {
    const old = act === 'INSERT' ? [] : names.map((name, index) => [`o${index}`, `OLD."${name}"`] as const);
    const fresh = act === 'DELETE' ? [] : names.map((name, index) => [`n${index}`, `NEW."${name}"`] as const);
    const slots = [...old, ...fresh];
    return `CREATE TEMP TRIGGER capture_${table}_${act.toLowerCase()} AFTER ${act} ON main."${table}"
      WHEN (SELECT active FROM capture_switch) = 1 BEGIN
      INSERT INTO captured_row (source_table, act, ${slots.map(([slot]) => slot).join(', ')})
      VALUES ('${table}', '${act}', ${slots.map(([, value]) => value).join(', ')}); END;`;
  };
  return (['INSERT', 'UPDATE', 'DELETE'] as const).map(trigger).join('\n');
}

/** Does the work and says what it changed in the tables of the journal; inside the caller's transaction. */
export function captured<T>(
  database: WritableDatabase,
  work: () => T,
): { result: T; changes: readonly RowChange[] } {
  const columns = readyCapture(database);
  database.run('DELETE FROM temp.captured_row');
  database.run('UPDATE temp.capture_switch SET active = 1');
  let result: T;
  try {
    result = work();
  } finally {
    database.run('UPDATE temp.capture_switch SET active = 0');
  }
  const rows = database.all('SELECT * FROM temp.captured_row ORDER BY at').map((row) => ({
    table: String(row.source_table),
    old: row.act === 'INSERT' ? null : imageOf(columns, row, 'o'),
    fresh: row.act === 'DELETE' ? null : imageOf(columns, row, 'n'),
  }));
  database.run('DELETE FROM temp.captured_row');
  return { result, changes: summed(new Namer(database, rows), rows) };
}

interface Captured {
  readonly table: string;
  readonly old: SqlRow | null;
  readonly fresh: SqlRow | null;
}

function imageOf(columns: ReadonlyMap<string, readonly string[]>, row: SqlRow, side: 'o' | 'n'): SqlRow {
  const names = columns.get(String(row.source_table)) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, row[`${side}${index}`] ?? null]));
}

/** Names of rows by internal key, also of rows that are gone by the end of the command. */
class Namer {
  readonly #database: WritableDatabase;
  readonly #known = new Map<string, string>();

  constructor(database: WritableDatabase, rows: readonly Captured[]) {
    this.#database = database;
    for (const { table, old, fresh } of rows) {
      for (const image of [old, fresh]) {
        const name = image === null ? null : ownName(table, image);
        if (image !== null && name !== null) this.#known.set(`${table}|${String(image.seq)}`, name);
      }
    }
  }

  of(table: string, seq: SqlValue): string | null {
    if (typeof seq !== 'number') return null;
    return this.#known.get(`${table}|${seq}`) ?? nameOf(this.#database, table, seq);
  }

  row(table: string, image: SqlRow): Record<string, Kept> {
    const { references } = tableRecord(table);
    return Object.fromEntries(
      Object.entries(image).map(([column, value]) => {
        const target = references[column];
        return [column, target === undefined || value === null ? keep(value) : this.of(target, value)];
      }),
    );
  }

  nameIn(table: string, image: SqlRow): string {
    const { key } = tableRecord(table);
    if (key === null) return ownName(table, image) ?? this.of(table, image.seq ?? null) ?? '';
    const row = this.row(table, image);
    return JSON.stringify(key.map((column) => row[column] ?? null));
  }
}

function ownName(table: string, image: SqlRow): string | null {
  if (table === 'place') return placeName(image.file_seq, image.name);
  if (image.id instanceof Uint8Array) return uuidText(image.id);
  return typeof image.id === 'string' ? image.id : null;
}

function keep(value: SqlValue): Kept {
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString('hex') };
  return typeof value === 'bigint' ? Number(value) : value;
}

/** Several changes of one row as one; what came and went again leaves nothing. */
function summed(namer: Namer, rows: readonly Captured[]): RowChange[] {
  const found = new Map<
    string,
    { table: string; name: string; before: KeptRow | null; after: KeptRow | null }
  >();
  const note = (table: string, old: SqlRow | null, fresh: SqlRow | null): void => {
    const image = old ?? fresh;
    if (image === null) return;
    const name = namer.nameIn(table, image);
    const key = `${table}|${name}`;
    const after = fresh === null ? null : namer.row(table, fresh);
    const known = found.get(key);
    if (known !== undefined) known.after = after;
    else found.set(key, { table, name, before: old === null ? null : namer.row(table, old), after });
  };
  for (const { table, old, fresh } of rows) {
    if (old !== null && fresh !== null && namer.nameIn(table, old) !== namer.nameIn(table, fresh)) {
      note(table, old, null);
      note(table, null, fresh);
    } else note(table, old, fresh);
  }
  return [...found.values()].flatMap(differing);
}

function differing(change: RowChange): RowChange[] {
  const { before, after } = change;
  if (before === null && after === null) return [];
  if (before === null || after === null) return [change];
  const columns = Object.keys(after).filter(
    (column) => JSON.stringify(after[column]) !== JSON.stringify(before[column]),
  );
  if (columns.length === 0) return [];
  const part = (row: KeptRow): KeptRow =>
    Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
  return [{ ...change, before: part(before), after: part(after) }];
}
