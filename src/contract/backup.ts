import { z } from 'zod';
import { method, nothing } from './method.ts';
import { secret } from './vault.ts';

export const backupSummary = z.object({
  name: z.string(),
  at: z.number(),
  reason: z.enum(['wanted', 'scheduled', 'migration', 'restore']),
  sizeBytes: z.number(),
  /** Opened and looked through after it was made; the vault a restore moved aside never was. */
  verified: z.boolean(),
  schemaVersion: z.number(),
  auditEntries: z.number(),
  auditHead: z.string(),
  /** False: it is still encrypted with a data key of before; null where that is not known. */
  hasKeyOfToday: z.boolean().nullable(),
});
export type BackupSummary = z.infer<typeof backupSummary>;

export const backupMethods = {
  /** Of the open vault, or of the one at `path`, which need not open. */
  'backup.list': method(
    z.object({ path: z.string().min(1).nullable() }),
    z.object({ folder: z.string(), backups: z.array(backupSummary) }),
  ),
  'backup.make': method(nothing, z.object({ jobId: z.string() })),
  'backup.remove': method(z.object({ secret, names: z.array(z.string()).min(1) }), nothing),
  /**
   * Puts the backup in the place of a vault that is not open, as a job; what is there now goes to the backups. The
   * secret is one of the day the backup was made.
   */
  'backup.restore': method(
    z.object({
      path: z.string().min(1),
      backup: z.string().min(1),
      secret,
      takeOverLock: z.boolean().optional(),
    }),
    z.object({ jobId: z.string() }),
  ),
  /** Only its keys, for a vault whose key files are damaged. */
  'backup.restoreKeys': method(
    z.object({
      path: z.string().min(1),
      backup: z.string().min(1),
      secret,
      takeOverLock: z.boolean().optional(),
    }),
    nothing,
  ),
};
