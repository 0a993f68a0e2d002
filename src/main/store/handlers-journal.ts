import type { MethodName } from '../../contract/index.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from './analysis-files.ts';
import { onOwnConnection } from './command.ts';
import { dependentsOf, type Entry } from './dependents.ts';
import { type By, redo, undo } from './journal.ts';
import { listJournal, type Reading } from './journal-list.ts';
import { journalSentences } from './journal-names.ts';
import type { Label } from './journal-step.ts';
import { touchedBy } from './journal-touched.ts';
import { shutterOf } from './shutter.ts';
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
    return { label, touched };
  };
}

/** The sentence of the entry stands inside the sentence of its undoing. */
function revertLabel(entry: Entry): Label {
  return { key: 'journal:label.revert', params: { what: JSON.parse(entry.label) as Label } };
}

function readingFor(context: Context): Reading {
  const { language } = context.settings.get();
  return {
    shutter: shutterOf(context),
    say: ({ key, params }) => context.messages.sentence(language, key, params),
  };
}

export const journalHandlers: Pick<Handlers, Method> = {
  'journal.list': (context, { fileId, ...query }) =>
    listJournal(context.database(), fileSeq(context.database(), fileId), query, readingFor(context)),
  'journal.touched': (context, { entryId }) => touchedBy(context.database(), entryId, shutterOf(context)),
  'journal.undo': step(undo),
  'journal.redo': step(redo),
  'journal.dependents'(context, { entryId }) {
    const database = context.database();
    const entries = dependentsOf(database, doneEntry(database, entryId)).reverse();
    const labels = journalSentences(database, entries, shutterOf(context));
    return {
      entries: entries.map((entry) => ({
        id: entry.id,
        at: entry.at,
        actor: entry.actor,
        label: labels.get(entry.seq) ?? (JSON.parse(entry.label) as Label),
      })),
    };
  },
  'journal.undoEntry': (context, { entryId, dependents }) =>
    onOwnConnection(context, (database) =>
      undoEntry(database, entryId, dependents, by(context), revertLabel),
    ),
};
