import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { dependentsOf, type Entry } from './dependents.ts';
import { type By, inStep, record, undo } from './journal.ts';
import { registerJournalKind, WayBack } from './journal-kinds.ts';
import { type JournalObject, objectsOf } from './journal-objects.ts';
import { isRows, type JournalRow, type Label, type StepDone, stepKind, stepRows } from './journal-step.ts';
import type { RowChange } from './row-changes.ts';

export type WithDependents = 'refuse' | 'keep' | 'cascade';

/** One entry that was taken back; of an entry of rows what that really changed. */
interface RevertedEntry {
  readonly entryId: string;
  readonly rows: readonly RowChange[] | null;
  /** Of another kind: what its next step needs. The entry's own payload is for its own place in history. */
  readonly payload: unknown;
}
interface Reverted {
  readonly entries: readonly RevertedEntry[];
}

export interface UndoneEntry {
  readonly journalId: string;
  /** Entries taken back, with what rested on the asked one. */
  readonly entries: number;
  readonly kept: number;
  readonly touched: string[];
}

/** Failures: journal.no-such-entry, journal.not-done. */
export function doneEntry(database: ReadableDatabase, entryId: string): JournalRow {
  const row = database.one<JournalRow>('SELECT * FROM journal WHERE id = ?', entryId);
  if (row === undefined) throw new Failure('journal.no-such-entry');
  if (row.state !== 'done') throw new Failure('journal.not-done');
  return row;
}

/**
 * Takes back one entry at any later time. That is itself an entry, so it can be undone and history stays one line;
 * the newest entry is simply undone. What rests on it goes with it, newest first, or stays.
 */
export async function undoEntry(
  database: WritableDatabase,
  entryId: string,
  dependents: WithDependents,
  by: By,
  labelOf: (entry: Entry) => Label,
): Promise<UndoneEntry> {
  const row = doneEntry(database, entryId);
  const resting = dependentsOf(database, row);
  if (resting.length > 0 && dependents === 'refuse')
    throw new Failure('journal.rested-on', { count: resting.length });
  if (isNewest(database, row)) {
    const { touched } = await undo(database, row.file_seq, by);
    return { journalId: row.id, entries: 1, kept: 0, touched };
  }
  const together = dependents === 'cascade' ? resting.reverse().map(({ id }) => id) : [];
  return inStep(database, () => revert(database, row, [...together, row.id], by, labelOf(row)));
}

function isNewest(database: ReadableDatabase, { file_seq, seq }: JournalRow): boolean {
  return (
    database.one(
      "SELECT 1 FROM journal WHERE file_seq = ? AND seq > ? AND state = 'done' LIMIT 1",
      file_seq,
      seq,
    ) === undefined
  );
}

async function revert(
  database: WritableDatabase,
  row: JournalRow,
  entryIds: readonly string[],
  by: By,
  label: Label,
): Promise<UndoneEntry> {
  const entries: RevertedEntry[] = [];
  const touched = new Set<string>();
  let kept = 0;
  for (const entryId of entryIds) {
    const entry = doneEntry(database, entryId);
    const { step, done } = await stepReverted(
      database,
      entry,
      { entryId, rows: null, payload: null },
      'undo',
    );
    entries.push(step);
    kept += done.kept;
    for (const one of done.touched) touched.add(one);
  }
  const journalId = record(database, {
    ...by,
    fileSeq: row.file_seq,
    kind: REVERT,
    label,
    forward: { entries: entries.map((one) => ({ ...one, payload: null })) } satisfies Reverted,
    inverse: { entries } satisfies Reverted,
    action: 'undo',
    object: `journal:${row.id}`,
    details: {
      label: (JSON.parse(row.label) as Label).key,
      done: row.at,
      by: row.actor,
      entries: entryIds,
      kept,
    },
    touched: objectsTouched(database, entries),
  });
  return { journalId, entries: entries.length, kept, touched: [...touched] };
}

function objectsTouched(database: ReadableDatabase, entries: readonly RevertedEntry[]): JournalObject[] {
  return entries.flatMap(({ entryId, rows }) =>
    rows !== null
      ? objectsOf(rows)
      : database.all<{ kind: string; id: string }>(
          `SELECT object_kind AS kind, object_id AS id FROM journal_object
           WHERE journal_seq = (SELECT seq FROM journal WHERE id = ?)`,
          entryId,
        ),
  );
}

const REVERT = 'journal.revert';

function entryOf(database: ReadableDatabase, entryId: string): JournalRow {
  const row = database.one<JournalRow>('SELECT * FROM journal WHERE id = ?', entryId);
  if (row === undefined) throw new Failure('journal.no-such-entry');
  return row;
}

/** One entry of those taken back together: back the first time as it stands, later as the time before left it. */
async function stepReverted(
  database: WritableDatabase,
  row: JournalRow,
  reverted: RevertedEntry,
  direction: 'undo' | 'redo',
): Promise<{ step: RevertedEntry; done: StepDone }> {
  const state = direction === 'undo' ? 'reverted' : 'done';
  database.run('UPDATE journal SET state = ? WHERE seq = ?', state, row.seq);
  const inverse = JSON.parse(row.inverse) as unknown;
  if (isRows(inverse)) {
    const { rows } = reverted;
    const done =
      rows === null
        ? stepRows(database, inverse.rows, 'back')
        : stepRows(database, rows, direction === 'undo' ? 'forth' : 'back');
    return { step: { ...reverted, rows: rows ?? done.rows }, done };
  }
  const own = direction === 'undo' ? inverse : (JSON.parse(row.forward) as unknown);
  const { back, done } = await stepKind(database, row.kind, direction, reverted.payload ?? own);
  return { step: { ...reverted, payload: back }, done };
}

async function walk(
  database: WritableDatabase,
  entries: readonly RevertedEntry[],
  direction: 'undo' | 'redo',
): Promise<RevertedEntry[]> {
  const steps: RevertedEntry[] = [];
  for (const reverted of entries) {
    const { step } = await stepReverted(database, entryOf(database, reverted.entryId), reverted, direction);
    steps.push(step);
  }
  return steps;
}

registerJournalKind(REVERT, {
  async undo(database, inverse) {
    const entries = [...(inverse as Reverted).entries].reverse();
    return new WayBack({ entries: (await walk(database, entries, 'redo')).reverse() } satisfies Reverted);
  },
  async redo(database, forward) {
    return new WayBack({
      entries: await walk(database, (forward as Reverted).entries, 'undo'),
    } satisfies Reverted);
  },
  touched: ['entity', 'link', 'event', 'source', 'chart', 'batch'],
});
