import { z } from 'zod';
import { method } from './method.ts';
import { id, instant, sentence } from './terms.ts';

const who = { id, at: instant, actor: z.string(), label: sentence };

/** What an entry was about, as a person looks for it; `taken-back` are entries that took back others. */
export const JOURNAL_SUBJECTS = [
  'entity',
  'link',
  'event',
  'chart',
  'import',
  'source',
  'file',
  'taken-back',
] as const;
export type JournalSubject = (typeof JOURNAL_SUBJECTS)[number];

/** `text` is looked for in the sentence as it is shown and in the reason. */
const filter = z.object({
  actor: z.string().optional(),
  subject: z.enum(JOURNAL_SUBJECTS).optional(),
  text: z.string().optional(),
});
export type JournalFilter = z.infer<typeof filter>;

const entry = z.object({
  ...who,
  reason: z.string(),
  /** `reverted`: taken back out of order, by an entry of its own that stands in the list too. */
  state: z.enum(['done', 'undone', 'reverted']),
  /** false also for an entry written by another version of the program, whose way back this one does not know. */
  canTakeBack: z.boolean(),
  /** Names of what it touched where the sentence has none: at most three, protected people under their stand-in. */
  about: z.array(z.string()),
});
export type JournalEntry = z.infer<typeof entry>;

/** `touched` names what views must reload. */
const stepped = z.object({ label: sentence, touched: z.array(z.string()) });

export const journalMethods = {
  /** Newest first; `before` an entry: those older than it. */
  'journal.list': method(
    z.object({
      fileId: id,
      limit: z.number().int().min(1).max(500),
      before: id.optional(),
      filter: filter.optional(),
    }),
    z.object({
      entries: z.array(entry),
      /** There are older ones that the filter lets through. */
      older: z.boolean(),
      actors: z.array(z.string()),
      canUndo: z.boolean(),
      canRedo: z.boolean(),
    }),
  ),
  /** What an entry touched and is still there, for the views to select; `leftOff`: how many more than a view can take. */
  'journal.touched': method(
    z.object({ entryId: id }),
    z.object({
      entityIds: z.array(id),
      linkKeys: z.array(z.string()),
      eventIds: z.array(id),
      leftOff: z.number().int(),
    }),
  ),
  /** Undo or redo the newest entry of the file. */
  'journal.undo': method(z.object({ fileId: id }), stepped),
  'journal.redo': method(z.object({ fileId: id }), stepped),
  /** Later entries, newest first, that rest on what this one made or changed. */
  'journal.dependents': method(z.object({ entryId: id }), z.object({ entries: z.array(z.object(who)) })),
  /**
   * Takes back one entry at any later time; itself an entry. What rests on it: `refuse` names how many, `cascade`
   * takes it back too, newest first, `keep` leaves it and what it needs, counted in `kept`.
   */
  'journal.undoEntry': method(
    z.object({ entryId: id, dependents: z.enum(['refuse', 'keep', 'cascade']) }),
    z.object({
      journalId: id,
      entries: z.number().int(),
      kept: z.number().int(),
      touched: z.array(z.string()),
    }),
  ),
};
