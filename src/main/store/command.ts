import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import type { Context } from '../engine/context.ts';
import { appendAudit } from '../vault/audit.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { refreshDerived } from './derived-rows.ts';
import { type EntityRecord, entityRecord } from './entities.ts';
import { record } from './journal.ts';
import { objectsOf } from './journal-objects.ts';
import type { Label, Rows } from './journal-step.ts';
import { captured } from './row-changes.ts';
import { analystSource } from './sources.ts';

/** One entry of the audit chain in the words of a handler; `database` is given where a transaction is open elsewhere. */
export function audit(
  context: Context,
  action: string,
  object: string,
  reason = '',
  details: Record<string, unknown> = {},
  database = context.database(),
): void {
  appendAudit(database, {
    at: context.now(),
    actor: context.actor(),
    action,
    object,
    reason,
    details,
  });
}

export interface PersonsCommand {
  readonly fileSeq: number;
  readonly kind: string;
  readonly label: Label;
  /** What the audit chain names: `entity:<id>`. */
  readonly object: string;
  readonly reason?: string | undefined;
  readonly action?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * One command of a person: the change, its journal entry and its audit entry in one transaction. What the change did
 * to rows is captured, so its way back is exact and needs no words of its own; what follows from rows (search words,
 * chart lines) is stated anew here and in every step of the journal.
 */
export function command(context: Context, what: PersonsCommand, change: () => void): string {
  const database = context.database();
  const { reason = '', ...rest } = what;
  return database.transaction(() => {
    const { changes } = captured(database, change);
    refreshDerived(database, changes);
    return record(database, {
      action: auditAction(what.kind),
      ...rest,
      reason,
      actor: context.actor(),
      forward: {},
      inverse: { rows: changes } satisfies Rows,
      at: context.now(),
      touched: objectsOf(changes),
    });
  });
}

/** The audit chain names the act itself; whatever else a command is called, it changes something. */
function auditAction(kind: string): string {
  const verb = kind.slice(kind.lastIndexOf('.') + 1);
  return ['create', 'delete', 'merge', 'unmerge'].includes(verb) ? verb : 'change';
}

/** The journal is read by everybody: a protected person stands in it as its type, never by name. */
export function namedIn(
  key: string,
  entity: { id: string; label: string; type: string; status: PersonStatus | null; minor: boolean },
): Label {
  const open = !isProtected(entity.status, entity.minor);
  const label = open ? entity.label : { key: `types:entity.${entity.type}`, params: {} };
  return { key, params: { label, entity: entity.id } };
}

/** The journal names the lead as it is shown once it is merged: behind the shutter where a member is. */
export function mergedLabel(
  context: Context,
  key: string,
  lead: EntityRecord,
  memberIds: readonly string[],
): Label {
  const closed = [lead, ...memberIds.map((id) => entityRecord(context.database(), id))].find((one) =>
    isProtected(one.status, one.minor === 1),
  );
  const { status, minor } = closed ?? lead;
  return namedIn(key, { ...lead, status, minor: minor === 1 });
}

/**
 * A step may wait in the middle of its transaction (an import done again reads its file); on a connection of its own
 * no other request can slip into it.
 */
export async function onOwnConnection<T>(
  context: Context,
  work: (database: WritableDatabase) => Promise<T>,
): Promise<T> {
  const database = context.session.connect();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The source a person named, or the analyst's own where none was. */
export function sourceOf(context: Context, file: number, sourceId: string | undefined): number {
  const database = context.database();
  const given =
    sourceId === undefined
      ? undefined
      : database.one<{ seq: number }>('SELECT seq FROM source WHERE id = ? AND file_seq = ?', sourceId, file);
  return given?.seq ?? analystSource(database, file, context.actor()).seq;
}
