import { v7 } from 'uuid';
import type { EditMethod } from '../../contract/edits.ts';
import type { MethodName } from '../../contract/index.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { addFact } from '../evidence/facts.ts';
import { categorise } from '../evidence/person-status.ts';
import { fileIdOf, fileSeq } from './analysis-files.ts';
import { audit, command, namedIn, sourceOf } from './command.ts';
import { createEntity, createLink } from './edits.ts';
import { entityRecord, summaryOf } from './entities.ts';
import { entityDetail } from './entity-detail.ts';
import { listEntities } from './entity-list.ts';
import { lineKey } from './links.ts';
import { membersOf, shownIds } from './members.ts';
import { seenIn } from './seen-in.ts';
import { shutterOf } from './shutter.ts';

type Method = Exclude<Extract<MethodName, `entity.${string}` | `link.${string}`>, EditMethod>;

/** What a handler writes before its command (the analyst's own source) belongs to the same transaction. */
function atOnce<I, O>(handler: (context: Context, input: I) => O): (context: Context, input: I) => O {
  return (context, input) => context.database().transaction(() => handler(context, input));
}

/** Opening a merged record opens the names of all its members. */
function openedRecords(context: Context, entityId: string): Record<string, unknown> {
  const database = context.database();
  const group = membersOf(database).withMembers([entityRecord(database, entityId).seq]);
  if (group.length < 2) return {};
  const rows = database.all<{ id: string }>(
    'SELECT id FROM entity WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq',
    JSON.stringify(group),
  );
  return { records: rows.map((row) => row.id) };
}

export const entityHandlers: Pick<Handlers, Method> = {
  'entity.list'(context, { fileId, ...query }) {
    const database = context.database();
    return listEntities(database, fileSeq(database, fileId), query, shutterOf(context));
  },
  'entity.get'(context, { entityId, reason, factLimit }) {
    const opened = reason !== undefined && reason.trim() !== '';
    const detail = entityDetail(context.database(), entityId, opened, shutterOf(context), factLimit);
    if (detail.entity.protected && opened)
      audit(context, 'view-protected', `entity:${entityId}`, reason, openedRecords(context, entityId));
    return detail;
  },
  'entity.seenIn': seenIn,
  'entity.create': atOnce((context, input) => {
    const database = context.database();
    const file = fileSeq(database, input.fileId);
    const forward = {
      id: v7(),
      assertionId: v7(),
      fileSeq: file,
      sourceSeq: sourceOf(context, file, input.sourceId),
      type: input.type,
      label: input.label,
      country: input.country ?? '',
      status: input.status ?? null,
      minor: input.minor ?? false,
      properties: JSON.stringify(input.properties ?? {}),
      at: context.now(),
    };
    const label = namedIn('journal:label.entityCreate', forward);
    const journalId = command(
      context,
      { fileSeq: file, kind: 'entity.create', label, object: `entity:${forward.id}` },
      () => createEntity(database, forward),
    );
    return { entity: summaryOf(entityRecord(database, forward.id), shutterOf(context)), journalId };
  }),
  'entity.setStatus'(context, { entityId, status, minor, since = null, sourceId = null, reason = '' }) {
    const { file_seq } = entityRecord(context.database(), entityId);
    const fileId = fileIdOf(context.database(), file_seq);
    return categorise(context, { fileId, entityIds: [entityId], status, minor, since, sourceId, reason });
  },
  'entity.addFact': atOnce(addFact),
  'link.create': atOnce((context, { fileId, from, to, type, strength, sourceId }) => {
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
      { fileSeq: file, kind: 'link.create', label, object: `link:${forward.id}` },
      () => createLink(database, forward),
    );
    const shown = shownIds(database, [from, to]);
    return { key: lineKey(shown.get(from) ?? from, shown.get(to) ?? to, type), journalId };
  }),
};
