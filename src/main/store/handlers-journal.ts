import type { MethodName } from '../../contract/index.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from './analysis-files.ts';
import { onOwnConnection } from './command.ts';
import { dependentsOf, type Entry } from './dependents.ts';
import { type By, listJournal, redo, undo } from './journal.ts';
import type { Label } from './journal-step.ts';
import { doneEntry, undoEntry } from './undo-entry.ts';

type Method = Extract<MethodName, `journal.${string}`>;

function by(context: Context): By {
  return { actor: context.actor(), at: context.now() };
}

function step(direction: typeof undo) {
  return async (context: Context, { fileId }: { fileId: string }) => {
    const { label, touched } = await onOwnConnection(context, (database) =>
      direction(database, fileSeq(database, fileId), by(context)),
    );
    return { label: { key: label.key, params: { ...label.params } }, touched };
  };
}

/** The sentence of the entry stands inside the sentence of its undoing, so it is said in the person's language. */
function revertLabel(context: Context) {
  return (entry: Entry): Label => {
    const { key, params } = JSON.parse(entry.label) as Label;
    const what = context.messages.sentence(context.settings.get().language, key, params);
    return { key: 'journal:label.revert', params: { what } };
  };
}

export const journalHandlers: Pick<Handlers, Method> = {
  'journal.list': (context, { fileId, limit }) =>
    listJournal(context.database(), fileSeq(context.database(), fileId), limit),
  'journal.undo': step(undo),
  'journal.redo': step(redo),
  'journal.dependents'(context, { entryId }) {
    const database = context.database();
    const entries = dependentsOf(database, doneEntry(database, entryId)).reverse();
    return {
      entries: entries.map(({ id, at, actor, label }) => {
        const { key, params } = JSON.parse(label) as Label;
        return { id, at, actor, label: { key, params: { ...params } } };
      }),
    };
  },
  'journal.undoEntry': (context, { entryId, dependents }) =>
    onOwnConnection(context, (database) =>
      undoEntry(database, entryId, dependents, by(context), revertLabel(context)),
    ),
};
