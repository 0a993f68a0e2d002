import { v7 } from 'uuid';
import { Failure } from '../../core/result.ts';
import { appendAudit } from '../vault/audit.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { type JournalObject, writeObjects } from './journal-objects.ts';
import { type JournalRow, type Label, stepEntry } from './journal-step.ts';

export interface Command {
  readonly fileSeq: number;
  readonly actor: string;
  readonly kind: string;
  readonly label: Label;
  readonly forward: unknown;
  readonly inverse: unknown;
  readonly at?: number;
  /** What the audit chain calls the act and its object. */
  readonly action?: string;
  readonly object: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly touched?: readonly JournalObject[];
}

/**
 * Writes the entry of a command, what it touched, and its entry in the audit chain into the writer's own transaction;
 * entries that were undone before it are dropped.
 */
export function record(database: WritableDatabase, command: Command): string {
  const id = v7();
  const at = command.at ?? Date.now();
  const { fileSeq, actor, kind, reason = '', object } = command;
  database.run("UPDATE journal SET state = 'dropped' WHERE file_seq = ? AND state = 'undone'", fileSeq);
  const { lastSeq } = database.run(
    'INSERT INTO journal (id, file_seq, at, actor, reason, kind, label, forward, inverse) VALUES (?,?,?,?,?,?,?,?,?)',
    id,
    fileSeq,
    at,
    actor,
    reason,
    kind,
    JSON.stringify(command.label),
    JSON.stringify(command.forward),
    JSON.stringify(command.inverse),
  );
  writeObjects(database, lastSeq, command.touched ?? []);
  const details = { kind, ...command.details };
  appendAudit(database, { at, actor, action: command.action ?? 'change', object, reason, details });
  return id;
}

/** Who takes a step, and when: it stands in the audit chain. */
export interface By {
  readonly actor: string;
  readonly at: number;
}

export interface Stepped {
  readonly label: Label;
  readonly touched: string[];
}

const NEWEST_DONE = "SELECT * FROM journal WHERE file_seq = ? AND state = 'done' ORDER BY seq DESC LIMIT 1";
const OLDEST_UNDONE = "SELECT * FROM journal WHERE file_seq = ? AND state = 'undone' ORDER BY seq LIMIT 1";

/** Begins its own transaction: a step may wait in the middle, so the connection must be nobody else's. */
export async function inStep<T>(database: WritableDatabase, work: () => Promise<T>): Promise<T> {
  database.execute('BEGIN IMMEDIATE');
  try {
    const result = await work();
    database.execute('COMMIT');
    return result;
  } catch (error) {
    // A full or failing disk has made SQLite roll back by itself; another ROLLBACK would hide why.
    if (database.inTransaction) database.execute('ROLLBACK');
    throw error;
  }
}

async function step(
  database: WritableDatabase,
  fileSeq: number,
  direction: 'undo' | 'redo',
  by: By,
): Promise<Stepped> {
  const row = database.one<JournalRow>(direction === 'undo' ? NEWEST_DONE : OLDEST_UNDONE, fileSeq);
  if (row === undefined)
    throw new Failure(direction === 'undo' ? 'journal.nothing-to-undo' : 'journal.nothing-to-redo');
  return inStep(database, async () => {
    const { touched } = await stepEntry(database, row, direction);
    const state = direction === 'undo' ? 'undone' : 'done';
    database.run('UPDATE journal SET state = ? WHERE seq = ?', state, row.seq);
    const label = JSON.parse(row.label) as Label;
    auditStep(database, direction, row, by);
    return { label, touched };
  });
}

function auditStep(database: WritableDatabase, action: string, row: JournalRow, by: By): void {
  const details = {
    label: (JSON.parse(row.label) as Label).key,
    kind: row.kind,
    done: row.at,
    by: row.actor,
  };
  appendAudit(database, { ...by, action, object: `journal:${row.id}`, details });
}

/** Takes back the newest command of the file that is not undone; works across restarts. */
export function undo(database: WritableDatabase, fileSeq: number, by: By): Promise<Stepped> {
  return step(database, fileSeq, 'undo', by);
}
/** Does the oldest undone command again. */
export function redo(database: WritableDatabase, fileSeq: number, by: By): Promise<Stepped> {
  return step(database, fileSeq, 'redo', by);
}
