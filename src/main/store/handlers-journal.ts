import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from './analysis-files.ts';
import { audit, onOwnConnection } from './command.ts';
import { listJournal, redo, undo } from './journal.ts';

type Method = Extract<MethodName, `journal.${string}`>;

export const journalHandlers: Pick<Handlers, Method> = {
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
