import { z } from 'zod';
import { method, nothing } from './method.ts';
import { secret } from './vault.ts';

/** One way into the vault. */
export const slotSummary = z.object({
  name: z.string(),
  kind: z.enum(['passphrase', 'recovery']),
  created: z.string(),
  /** What one try costs: memory and passes of Argon2id. */
  memoryMiB: z.number(),
  passes: z.number(),
  /** The one this session was opened with. */
  isOwn: z.boolean(),
});
export type SlotSummary = z.infer<typeof slotSummary>;
const slotList = z.object({ slots: z.array(slotSummary) });
const recoveryWords = z.array(z.string()).length(24);

/**
 * Keys of the open vault. Each change asks anew for something that opens it, so that nobody can add a key to a vault
 * that was left unlocked.
 */
export const keyMethods = {
  'slot.list': method(nothing, slotList),
  'slot.add': method(z.object({ secret, name: z.string().min(1), passphrase: z.string().min(1) }), slotList),
  /** `newPassphrase` null: the secret is this key's own passphrase, and it stays. */
  'slot.change': method(
    z.object({
      secret,
      name: z.string().min(1),
      newName: z.string().min(1),
      newPassphrase: z.string().min(1).nullable(),
    }),
    slotList,
  ),
  /** The secret must open another key than the one that goes. */
  'slot.remove': method(z.object({ secret, name: z.string().min(1) }), slotList),
  /** The old words open nothing from here on. */
  'slot.newWords': method(z.object({ secret }), z.object({ recoveryWords })),
  /**
   * Everything encrypted anew, as a job. Only the asked passphrase's key and these words open the vault once it is
   * done; `dropped` are the people who need a key anew. Before its end the words open nothing.
   */
  'vault.rekey': method(
    z.object({ passphrase: z.string().min(1) }),
    z.object({ jobId: z.string(), recoveryWords, kept: z.string(), dropped: z.array(z.string()) }),
  ),
};
