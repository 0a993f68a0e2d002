import { v7 } from 'uuid';
import type { MethodName } from '../../contract/index.ts';
import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { appendAudit } from '../vault/audit.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { fileCounts, fileSeq, getFile, insertFile, listFiles } from './analysis-files.ts';
import { addFact, createEntity, createLink, setStatus } from './edits.ts';
import { entitiesBySeq, entityRecord, listEntities, summaryOf } from './entities.ts';
import { entityDetail } from './entity-detail.ts';
import { type Label, listJournal, record, redo, undo } from './journal.ts';
import { lineKey } from './links.ts';
import { searchEntities } from './search.ts';
import { shutterOf } from './shutter.ts';
import { analystSource, listSources } from './sources.ts';

type CaseMethod = Extract<
  MethodName,
  | `analysisFile.${string}`
  | `source.${string}`
  | `entity.${string}`
  | `link.${string}`
  | `search.${string}`
  | `journal.${string}`
>;

function audit(
  context: Context,
  action: string,
  object: string,
  reason = '',
  details: Record<string, unknown> = {},
): void {
  appendAudit(context.database(), {
    at: context.now(),
    actor: context.actor(),
    action,
    object,
    reason,
    details,
  });
}

/** One command of a person: the change, its journal entry and its audit entry in one transaction. */
function command(
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
function shownLabel(
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
async function onOwnConnection<T>(
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

function sourceOf(context: Context, file: number, sourceId: string | undefined): number {
  const database = context.database();
  const given =
    sourceId === undefined
      ? undefined
      : database.one<{ seq: number }>('SELECT seq FROM source WHERE id = ? AND file_seq = ?', sourceId, file);
  return given?.seq ?? analystSource(database, file, context.actor()).seq;
}

export const caseFileHandlers: Pick<Handlers, CaseMethod> = {
  'analysisFile.list': (context) => ({ files: listFiles(context.database()) }),
  'analysisFile.get': (context, { fileId }) => getFile(context.database(), fileId),
  'analysisFile.create'(context, input) {
    const database = context.database();
    return database.transaction(() => {
      const file = insertFile(database, input, context.now());
      audit(context, 'create', `file:${file.id}`, '', { reference: file.reference });
      return file;
    });
  },
  'analysisFile.counts': (context, { fileId }) =>
    fileCounts(context.database(), fileSeq(context.database(), fileId)),
  'source.list': (context, { fileId }) => ({
    sources: listSources(context.database(), fileSeq(context.database(), fileId)),
  }),
  'entity.list'(context, { fileId, ...query }) {
    const database = context.database();
    return listEntities(database, fileSeq(database, fileId), query, shutterOf(context));
  },
  'entity.get'(context, { entityId, reason }) {
    const opened = reason !== undefined && reason.trim() !== '';
    const detail = entityDetail(context.database(), entityId, opened, shutterOf(context));
    if (detail.entity.protected && opened) audit(context, 'view-protected', `entity:${entityId}`, reason);
    return detail;
  },
  'entity.create'(context, input) {
    const database = context.database();
    const file = fileSeq(database, input.fileId);
    const forward = {
      id: v7(),
      assertionId: v7(),
      fileSeq: file,
      sourceSeq: sourceOf(context, file, input.sourceId),
      type: input.type,
      label: input.label,
      status: input.status ?? null,
      minor: input.minor ?? false,
      properties: JSON.stringify(input.properties ?? {}),
      at: context.now(),
    };
    const label = { key: 'journal:label.entityCreate', params: { label: shownLabel(context, forward) } };
    const journalId = command(
      context,
      { fileSeq: file, kind: 'entity.create', label, forward, object: `entity:${forward.id}` },
      () => {
        createEntity(database, forward);
      },
    );
    return { entity: summaryOf(entityRecord(database, forward.id), shutterOf(context)), journalId };
  },
  'entity.setStatus'(context, { entityId, status, minor }) {
    const database = context.database();
    const row = entityRecord(database, entityId);
    const forward = { id: entityId, status, minor };
    const label = { key: 'journal:label.entityStatus', params: {} };
    const what = {
      fileSeq: row.file_seq,
      kind: 'entity.setStatus',
      label,
      forward,
      object: `entity:${entityId}`,
    };
    return { journalId: command(context, what, () => setStatus(database, forward)) };
  },
  'entity.addFact'(context, { entityId, kind, property, value, sourceId, grade }) {
    const database = context.database();
    const row = entityRecord(database, entityId);
    const source = sourceOf(context, row.file_seq, sourceId);
    const forward = {
      id: v7(),
      entityId,
      fileSeq: row.file_seq,
      sourceSeq: source,
      kind,
      property,
      value,
      grade: grade ?? null,
      at: context.now(),
    };
    const label = { key: 'journal:label.factAdd', params: { property } };
    const what = {
      fileSeq: row.file_seq,
      kind: 'entity.addFact',
      label,
      forward,
      object: `entity:${entityId}`,
    };
    return { journalId: command(context, what, () => addFact(database, forward)) };
  },
  'link.create'(context, { fileId, from, to, type, strength, sourceId }) {
    const database = context.database();
    const file = fileSeq(database, fileId);
    entityRecord(database, from);
    entityRecord(database, to);
    const forward = {
      id: v7(),
      assertionId: v7(),
      fileSeq: file,
      sourceSeq: sourceOf(context, file, sourceId),
      from,
      to,
      type,
      strength,
      at: context.now(),
    };
    const label = { key: 'journal:label.linkCreate', params: {} };
    const journalId = command(
      context,
      { fileSeq: file, kind: 'link.create', label, forward, object: `link:${forward.id}` },
      () => createLink(database, forward),
    );
    return { key: lineKey(from, to, type), journalId };
  },
  'search.query'(context, { fileId, text, limit }) {
    const database = context.database();
    const found = searchEntities(database, fileSeq(database, fileId), text, limit);
    const entities = entitiesBySeq(
      database,
      found.map((hit) => hit.seq),
      shutterOf(context),
    );
    audit(context, 'search', `file:${fileId}`, '', { text });
    return {
      hits: found.flatMap((hit) => {
        const entity = entities.get(hit.seq);
        return entity === undefined
          ? []
          : [{ entity, matched: entity.protected ? '' : hit.matched, why: hit.why }];
      }),
    };
  },
  'journal.list': (context, { fileId, limit }) =>
    listJournal(context.database(), fileSeq(context.database(), fileId), limit),
  async 'journal.undo'(context, { fileId }) {
    const done = await onOwnConnection(context, (database) => undo(database, fileSeq(database, fileId)));
    audit(context, 'undo', `file:${fileId}`, '', { label: done.label.key });
    return { label: { key: done.label.key, params: { ...done.label.params } }, touched: done.touched };
  },
  async 'journal.redo'(context, { fileId }) {
    const done = await onOwnConnection(context, (database) => redo(database, fileSeq(database, fileId)));
    audit(context, 'redo', `file:${fileId}`, '', { label: done.label.key });
    return { label: { key: done.label.key, params: { ...done.label.params } }, touched: done.touched };
  },
};
