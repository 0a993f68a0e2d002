import { Failure } from '../../core/result.ts';
import type { WritableDatabase } from '../vault/database.ts';

/** A step returns it where only the step itself can know what its way back needs; the entry keeps it from then on. */
export class WayBack {
  readonly payload: unknown;
  /** What stayed because later entries rest on it. */
  readonly kept: number;
  constructor(payload: unknown, kept = 0) {
    this.payload = payload;
    this.kept = kept;
  }
}

/**
 * How a kind of command is taken back and done again that is more than rows: it may wait, as an import that reads its
 * file again. Runs inside the journal's transaction; of what a step returns only a WayBack counts.
 */
export interface JournalKind {
  undo(database: WritableDatabase, inverse: unknown): unknown;
  redo(database: WritableDatabase, forward: unknown): unknown;
  /** What views must reload. */
  readonly touched: readonly string[];
}

const kinds = new Map<string, JournalKind>();

/** Each room registers the kinds of its own commands, once, at module load. Commands captured as rows need none. */
export function registerJournalKind(name: string, kind: JournalKind): void {
  if (kinds.has(name)) throw new Error(`journal kind ${name} is registered twice`);
  kinds.set(name, kind);
}

export function isJournalKind(name: string): boolean {
  return kinds.has(name);
}

/** Failure journal.unknown-kind. */
export function journalKind(name: string): JournalKind {
  const kind = kinds.get(name);
  if (kind === undefined) throw new Failure('journal.unknown-kind', { kind: name });
  return kind;
}
