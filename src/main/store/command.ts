import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import type { Context } from '../engine/context.ts';
import { appendAudit } from '../vault/audit.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { type Label, record } from './journal.ts';
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

/** One command of a person: the change, its journal entry and its audit entry in one transaction. */
export function command(
  context: Context,
  what: { fileSeq: number; kind: string; label: Label; forward: unknown; object: string },
  change: () => unknown,
): string {
  const database = context.database();
  return database.transaction(() => {
    const inverse = change() ?? what.forward;
    audit(context, 'change', what.object, '', { kind: what.kind });
    return record(database, {
      fileSeq: what.fileSeq,
      actor: context.actor(),
      kind: what.kind,
      label: what.label,
      forward: what.forward,
      inverse,
      at: context.now(),
    });
  });
}

/** The journal is read by everybody: a protected person stands in it as its type, never by name. */
export function shownLabel(
  context: Context,
  entity: { label: string; type: string; status: PersonStatus | null; minor: boolean },
): string {
  if (!isProtected(entity.status, entity.minor)) return entity.label;
  return context.messages.sentence(context.settings.get().language, `types:entity.${entity.type}`);
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
