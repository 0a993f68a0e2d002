import { v7 } from 'uuid';
import type { EditMethod } from '../../contract/edits.ts';
import { normaliseIdentifier } from '../../core/identifiers/index.ts';
import { isProtected } from '../../core/model/case-terms.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { noteDecisions } from '../matching/decide.ts';
import { editFile, fileSeq } from './analysis-files.ts';
import { audit, command, mergedLabel, namedIn, sourceOf } from './command.ts';
import { entityRecord } from './entities.ts';
import { deleteEntity, editEntity, hanging, identifiersOf } from './entity-edits.ts';
import { createEvent, deleteEvent, editEvent, handBatch, handEvent } from './event-edits.ts';
import { getEvent } from './events.ts';
import { deleteLink, editLink, linkRecord, linksBehind } from './link-edits.ts';
import { insertMerge, membersUnder, mergeable, mergeRecord } from './merges.ts';
import { shutterOf } from './shutter.ts';

/** The command of one entity, named so that everybody may read it. */
function ofEntity(context: Context, entityId: string, kind: string, key: string, reason?: string) {
  const row = entityRecord(context.database(), entityId);
  const label = namedIn(key, { ...row, minor: row.minor === 1 });
  return { row, what: { fileSeq: row.file_seq, kind, label, object: `entity:${entityId}`, reason } };
}

function ofLink(context: Context, linkId: string, kind: string, key: string, reason?: string) {
  const link = linkRecord(context.database(), linkId);
  return {
    link,
    what: { fileSeq: link.file_seq, kind, label: { key, params: {} }, object: `link:${linkId}`, reason },
  };
}

function ofEvent(context: Context, eventId: string, kind: string, key: string, reason?: string) {
  const event = handEvent(context.database(), eventId);
  return {
    event,
    what: { fileSeq: event.file_seq, kind, label: { key, params: {} }, object: `event:${eventId}`, reason },
  };
}

export const editHandlers: Pick<Handlers, EditMethod> = {
  'entity.edit'(context, edit) {
    const { row, what } = ofEntity(
      context,
      edit.entityId,
      'entity.edit',
      'journal:label.entityEdit',
      edit.reason,
    );
    return { journalId: command(context, what, () => editEntity(context.database(), row, edit)) };
  },
  'entity.identifiers'(context, { entityId, reason = '' }) {
    const row = entityRecord(context.database(), entityId);
    if (isProtected(row.status, row.minor === 1)) {
      if (reason.trim() === '') throw new Failure('store.protected');
      audit(context, 'view-protected', `entity:${entityId}`, reason);
    }
    return { label: row.label, identifiers: identifiersOf(context.database(), row.seq) };
  },
  'entity.readIdentifier': (_context, { kind, raw, country }) => {
    const { value, check, explain } = normaliseIdentifier(kind, raw, { country });
    return { value, check, explain: [...explain] };
  },
  'entity.hanging': (context, { entityId }) =>
    hanging(context.database(), entityRecord(context.database(), entityId).seq),
  'entity.delete'(context, { entityId, reason }) {
    const { row, what } = ofEntity(context, entityId, 'entity.delete', 'journal:label.entityDelete', reason);
    return { journalId: command(context, what, () => deleteEntity(context.database(), row.seq)) };
  },
  'entity.merge'(context, { leadId, memberIds, reason }) {
    const database = context.database();
    const { row, what } = ofEntity(context, leadId, 'entity.merge', 'journal:label.entityMerge', reason);
    const merge = {
      id: v7(),
      reason,
      actor: context.actor(),
      at: context.now(),
      ...mergeable(database, leadId, memberIds),
    };
    const label = mergedLabel(context, what.label.key, row, memberIds);
    const details = { lead: leadId, members: memberIds };
    const said = { ...what, label, action: 'merge', object: `merge:${merge.id}`, details };
    const journalId = command(context, said, () => {
      noteDecisions(context, row, memberIds, 'same', reason);
      insertMerge(database, merge);
    });
    return { journalId, mergeId: merge.id };
  },
  'entity.unmerge'(context, { mergeId, reason }) {
    const database = context.database();
    const { seq, lead, members } = mergeRecord(database, mergeId);
    const { row, what } = ofEntity(context, lead, 'entity.unmerge', 'journal:label.entityUnmerge', reason);
    const said = { ...what, action: 'unmerge', object: `merge:${mergeId}`, details: { lead } };
    return {
      journalId: command(context, said, () => {
        noteDecisions(context, row, members, 'undecided', reason ?? '');
        database.run('DELETE FROM merge WHERE seq = ?', seq);
      }),
    };
  },
  'entity.members'(context, { entityId }) {
    const row = entityRecord(context.database(), entityId);
    return { members: membersUnder(context.database(), row.seq, shutterOf(context)) };
  },
  'link.list': (context, { fileId, key }) => ({
    links: linksBehind(context.database(), fileSeq(context.database(), fileId), key),
  }),
  'link.edit'(context, edit) {
    const { link, what } = ofLink(context, edit.linkId, 'link.edit', 'journal:label.linkEdit', edit.reason);
    return { journalId: command(context, what, () => editLink(context.database(), link, edit)) };
  },
  'link.delete'(context, { linkId, reason }) {
    const { link, what } = ofLink(context, linkId, 'link.delete', 'journal:label.linkDelete', reason);
    return { journalId: command(context, what, () => deleteLink(context.database(), link)) };
  },
  'event.create'(context, { fileId, sourceId, ...input }) {
    const database = context.database();
    return database.transaction(() => {
      const file = fileSeq(database, fileId);
      const id = v7();
      const sourceSeq = sourceOf(context, file, sourceId);
      const event = {
        id,
        fileSeq: file,
        batchSeq: handBatch(database, file, context.now()),
        sourceSeq,
        input,
      };
      const label = { key: 'journal:label.eventCreate', params: {} };
      const what = { fileSeq: file, kind: 'event.create', label, object: `event:${id}` };
      const journalId = command(context, what, () => createEvent(database, event));
      return { journalId, event: getEvent(database, id, shutterOf(context)) };
    });
  },
  'event.edit'(context, { eventId, reason, ...input }) {
    const { event, what } = ofEvent(context, eventId, 'event.edit', 'journal:label.eventEdit', reason);
    return { journalId: command(context, what, () => editEvent(context.database(), event, input)) };
  },
  'event.delete'(context, { eventId, reason }) {
    const { event, what } = ofEvent(context, eventId, 'event.delete', 'journal:label.eventDelete', reason);
    return { journalId: command(context, what, () => deleteEvent(context.database(), event)) };
  },
  'analysisFile.edit'(context, { fileId, change, reason }) {
    const database = context.database();
    const seq = fileSeq(database, fileId);
    const label = { key: 'journal:label.fileEdit', params: {} };
    const what = { fileSeq: seq, kind: 'analysisFile.edit', label, object: `file:${fileId}`, reason };
    return { journalId: command(context, what, () => editFile(database, seq, change)) };
  },
};
