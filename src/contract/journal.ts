import { z } from 'zod';
import { method } from './method.ts';
import { id, instant, sentence } from './terms.ts';

const who = { id, at: instant, actor: z.string(), label: sentence };

/** `touched` names what views must reload. */
const stepped = z.object({ label: sentence, touched: z.array(z.string()) });

export const journalMethods = {
  /** Newest first. `reverted`: taken back out of order, by an entry of its own that stands in the list too. */
  'journal.list': method(
    z.object({ fileId: id, limit: z.number().int().max(500) }),
    z.object({
      entries: z.array(
        z.object({ ...who, reason: z.string(), state: z.enum(['done', 'undone', 'reverted']) }),
      ),
      canUndo: z.boolean(),
      canRedo: z.boolean(),
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
