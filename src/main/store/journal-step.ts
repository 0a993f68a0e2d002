import type { Sentence } from '../../contract/terms.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { refreshDerived } from './derived-rows.ts';
import { journalKind, WayBack } from './journal-kinds.ts';
import { captured, type RowChange } from './row-changes.ts';
import { applyRows, type Direction } from './row-steps.ts';

/** The sentence of an entry; of whom it speaks stands beside it as `params.entity`. */
export type Label = Sentence;

export interface JournalRow {
  seq: number;
  id: string;
  file_seq: number;
  at: number;
  actor: string;
  reason: string;
  kind: string;
  label: string;
  forward: string;
  inverse: string;
  /** `reverted`: taken back by a later entry of its own; `dropped`: undone, and then something new was done. */
  state: 'done' | 'undone' | 'reverted' | 'dropped';
}

/** The payload of a command that is nothing but rows; it stands in the inverse and serves both ways. */
export interface Rows {
  readonly rows: readonly RowChange[];
}

export function isRows(payload: unknown): payload is Rows {
  return typeof payload === 'object' && payload !== null && 'rows' in payload;
}

export interface StepDone {
  readonly touched: string[];
  /** What stayed because later entries changed it or rest on it. */
  readonly kept: number;
  /** What a step over rows really changed; null for a step of another kind. */
  readonly rows: readonly RowChange[] | null;
}

/**
 * Rows back or forth with all that follows from them. What really changed is captured: out of order later entries keep
 * theirs, and the internal keys are those of now.
 */
export function stepRows(
  database: WritableDatabase,
  changes: readonly RowChange[],
  direction: Direction,
): StepDone {
  const { result: kept, changes: rows } = captured(database, () => applyRows(database, changes, direction));
  refreshDerived(database, rows);
  return { kept, rows, touched: tablesOf(rows) };
}

function tablesOf(changes: readonly RowChange[]): string[] {
  return [...new Set(changes.map((one) => one.table))];
}

/** Takes one entry back or does it again, inside the caller's transaction; the caller sets its state. */
export async function stepEntry(
  database: WritableDatabase,
  row: JournalRow,
  direction: 'undo' | 'redo',
): Promise<StepDone> {
  const inverse = JSON.parse(row.inverse) as unknown;
  if (isRows(inverse)) return stepRows(database, inverse.rows, direction === 'undo' ? 'back' : 'forth');
  const payload = direction === 'undo' ? inverse : (JSON.parse(row.forward) as unknown);
  const { back, done } = await stepKind(database, row.kind, direction, payload);
  if (back !== null) {
    const column = direction === 'undo' ? 'forward' : 'inverse';
    database.run(`UPDATE journal SET ${column} = ? WHERE seq = ?`, JSON.stringify(back), row.seq);
  }
  return done;
}

/** A step of a kind that is more than rows; `back` is what the step the other way needs now, null: what it had. */
export async function stepKind(
  database: WritableDatabase,
  name: string,
  direction: 'undo' | 'redo',
  payload: unknown,
): Promise<{ back: unknown; done: StepDone }> {
  const kind = journalKind(name);
  const result = await (direction === 'undo' ? kind.undo(database, payload) : kind.redo(database, payload));
  const back = result instanceof WayBack ? result : null;
  return {
    back: back?.payload ?? null,
    done: { touched: [...kind.touched], kept: back?.kept ?? 0, rows: null },
  };
}
