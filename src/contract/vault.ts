import { z } from 'zod';
import { errorSchema, method, nothing } from './method.ts';

/** What the person must know of the open vault; `code` tells one from another. */
export const vaultNotice = errorSchema;
export type VaultNotice = z.infer<typeof vaultNotice>;

export const vaultStatus = z.object({
  state: z.enum(['none', 'locked', 'unlocked']),
  path: z.string().nullable(),
  name: z.string().nullable(),
  /** Seconds until the idle lock, null while locked. */
  idleSecondsLeft: z.number().nullable(),
  notices: z.array(vaultNotice),
});
export type VaultStatus = z.infer<typeof vaultStatus>;

/** What opens a vault: somebody's passphrase, or the 24 words. */
export const secret = z.object({ kind: z.enum(['passphrase', 'recovery']), text: z.string().min(1) });

export const vaultPolicy = z.object({
  /** Minutes without a person until the vault locks itself. */
  idleMinutes: z.number().int().min(1).max(60),
  /** Hours since the last backup, and hours of work since, after which one is made; 0 = not by this rule. */
  everyHours: z.number().int().min(0).max(168),
  everyHoursOfWork: z.number().int().min(0).max(24),
});
export type VaultPolicy = z.infer<typeof vaultPolicy>;

export const vaultMethods = {
  'vault.status': method(nothing, vaultStatus),
  'vault.create': method(
    z.object({ path: z.string().min(1), passphrase: z.string().min(1), slotName: z.string().min(1) }),
    z.object({ path: z.string(), recoveryWords: z.array(z.string()).length(24) }),
  ),
  'vault.unlock': method(
    z.object({
      path: z.string().min(1),
      passphrase: z.string().min(1),
      takeOverLock: z.boolean().optional(),
    }),
    vaultStatus,
  ),
  'vault.recover': method(
    z.object({
      path: z.string().min(1),
      words: z.string().min(1),
      newPassphrase: z.string().min(1),
      takeOverLock: z.boolean().optional(),
    }),
    vaultStatus,
  ),
  'vault.lock': method(nothing, vaultStatus),
  'vault.info': method(
    nothing,
    z.object({
      path: z.string(),
      format: z.number(),
      schemaVersion: z.number(),
      slots: z.array(
        z.object({ name: z.string(), kind: z.enum(['passphrase', 'recovery']), created: z.string() }),
      ),
      sizeBytes: z.number(),
      counts: z.record(z.string(), z.number()),
    }),
  ),
  'vault.verify': method(
    nothing,
    z.object({
      ok: z.boolean(),
      integrity: z.string(),
      auditEntries: z.number(),
      auditHead: z.string(),
      firstBroken: z.number().nullable(),
    }),
  ),
  'vault.policy': method(nothing, vaultPolicy),
  'vault.setPolicy': method(vaultPolicy, vaultPolicy),
  /** Vaults opened before on this computer, newest first (kept in the settings folder; paths only). */
  'vault.recent': method(nothing, z.object({ paths: z.array(z.string()) })),
};
