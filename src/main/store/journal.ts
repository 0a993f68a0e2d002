import { v7 } from 'uuid';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

export interface Label {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A step returns it where only the step itself can know what its way back needs; the entry keeps it from then on. */
export class WayBack {
  readonly payload: unknown;
  constructor(payload: unknown) {
    this.payload = payload;
  }
}

/**
 * How one kind of command is taken back and done again, also with waiting. Runs inside the journal's transaction; of
 * what a step returns only a WayBack counts.
 */
export interface JournalKind {
  undo(database: WritableDatabase, inverse: unknown): unknown;
  redo(database: WritableDatabase, forward: unknown): unknown;
  /** What views must reload. */
  readonly touched: readonly string[];
}

const kinds = new Map<string, JournalKind>();

/** Each room registers the kinds of its own commands, once, at module load. */
export function registerJournalKind(name: string, kind: JournalKind): void {
  if (kinds.has(name)) throw new Error(`journal kind ${name} is registered twice`);
  kinds.set(name, kind);
}

export interface Command {
  readonly fileSeq: number;
  readonly actor: string;
  readonly kind: string;
  readonly label: Label;
  readonly forward: unknown;
  readonly inverse: unknown;
  readonly at?: number;
}

/** Writes the entry of a command into the writer's own transaction; entries that were undone before it are dropped. */
export function record(database: WritableDatabase, command: Command): string {
  const id = v7();
  database.run(
    "UPDATE journal SET state = 'dropped' WHERE file_seq = ? AND state = 'undone'",
    command.fileSeq,
  );
  database.run(
    'INSERT INTO journal (id, file_seq, at, actor, kind, label, forward, inverse) VALUES (?,?,?,?,?,?,?,?)',
    id,
    command.fileSeq,
    command.at ?? Date.now(),
    command.actor,
    command.kind,
    JSON.stringify(command.label),
    JSON.stringify(command.forward),
    JSON.stringify(command.inverse),
  );
  return id;
}

interface JournalRow {
  seq: number;
  id: string;
  at: number;
  actor: string;
  kind: string;
  label: string;
  forward: string;
  inverse: string;
  state: 'done' | 'undone' | 'dropped';
}

const NEWEST_DONE = "SELECT * FROM journal WHERE file_seq = ? AND state = 'done' ORDER BY seq DESC LIMIT 1";
const OLDEST_UNDONE = "SELECT * FROM journal WHERE file_seq = ? AND state = 'undone' ORDER BY seq LIMIT 1";

/** Writes what belongs to the step into its own transaction, so that neither is there without the other. */
type Witness = (database: WritableDatabase, label: Label) => void;

async function step(
  database: WritableDatabase,
  fileSeq: number,
  direction: 'undo' | 'redo',
  witness: Witness,
): Promise<{ label: Label; touched: string[] }> {
  const row = database.one<JournalRow>(direction === 'undo' ? NEWEST_DONE : OLDEST_UNDONE, fileSeq);
  if (row === undefined)
    throw new Failure(direction === 'undo' ? 'journal.nothing-to-undo' : 'journal.nothing-to-redo');
  const kind = kinds.get(row.kind);
  if (kind === undefined) throw new Failure('journal.unknown-kind', { kind: row.kind });
  const label = JSON.parse(row.label) as Label;
  database.execute('BEGIN IMMEDIATE');
  try {
    const back =
      direction === 'undo'
        ? await kind.undo(database, JSON.parse(row.inverse))
        : await kind.redo(database, JSON.parse(row.forward));
    mark(database, row.seq, direction, back);
    witness(database, label);
    database.execute('COMMIT');
  } catch (error) {
    // A full or failing disk has made SQLite roll back by itself; another ROLLBACK would hide why.
    if (database.inTransaction) database.execute('ROLLBACK');
    throw error;
  }
  return { label, touched: [...kind.touched] };
}

function mark(database: WritableDatabase, seq: number, direction: 'undo' | 'redo', back: unknown): void {
  const state = direction === 'undo' ? 'undone' : 'done';
  database.run('UPDATE journal SET state = ? WHERE seq = ?', state, seq);
  if (!(back instanceof WayBack)) return;
  const column = direction === 'undo' ? 'forward' : 'inverse';
  database.run(`UPDATE journal SET ${column} = ? WHERE seq = ?`, JSON.stringify(back.payload), seq);
}

/** Takes back the newest command of the file that is not undone; works across restarts. */
export function undo(
  database: WritableDatabase,
  fileSeq: number,
  witness: Witness = () => undefined,
): Promise<{ label: Label; touched: string[] }> {
  return step(database, fileSeq, 'undo', witness);
}
/** Does the oldest undone command again. */
export function redo(
  database: WritableDatabase,
  fileSeq: number,
  witness: Witness = () => undefined,
): Promise<{ label: Label; touched: string[] }> {
  return step(database, fileSeq, 'redo', witness);
}

export function listJournal(database: ReadableDatabase, fileSeq: number, limit: number) {
  const rows = database.all<Omit<JournalRow, 'forward' | 'inverse'>>(
    "SELECT seq, id, at, actor, kind, label, state FROM journal WHERE file_seq = ? AND state <> 'dropped' ORDER BY seq DESC LIMIT ?",
    fileSeq,
    limit,
  );
  return {
    entries: rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor: row.actor,
      label: JSON.parse(row.label) as { key: string; params: Record<string, string | number> },
      state: row.state as 'done' | 'undone',
    })),
    canUndo: has(database, fileSeq, 'done'),
    canRedo: has(database, fileSeq, 'undone'),
  };
}

/** Without the payloads: that of an import taken back can be large. */
function has(database: ReadableDatabase, fileSeq: number, state: JournalRow['state']): boolean {
  return (
    database.one('SELECT 1 FROM journal WHERE file_seq = ? AND state = ? LIMIT 1', fileSeq, state) !==
    undefined
  );
}
