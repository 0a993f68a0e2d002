import type { MethodName, Output } from '../../contract/index.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from './analysis-files.ts';
import { audit, onOwnConnection } from './command.ts';
import { listJournal, redo, undo } from './journal.ts';

type Method = Extract<MethodName, `journal.${string}`>;

/** One step of the journal and its entry in the audit chain, in one transaction. */
async function take(
  context: Context,
  fileId: string,
  action: 'undo' | 'redo',
  step: typeof undo,
): Promise<Output<'journal.undo'>> {
  const { label, touched } = await onOwnConnection(context, (database) =>
    step(database, fileSeq(database, fileId), (own, { key }) =>
      audit(context, action, `file:${fileId}`, '', { label: key }, own),
    ),
  );
  return { label: { key: label.key, params: { ...label.params } }, touched };
}

export const journalHandlers: Pick<Handlers, Method> = {
  'journal.list': (context, { fileId, limit }) =>
    listJournal(context.database(), fileSeq(context.database(), fileId), limit),
  'journal.undo': (context, { fileId }) => take(context, fileId, 'undo', undo),
  'journal.redo': (context, { fileId }) => take(context, fileId, 'redo', redo),
};
