import { appendAudit } from '../vault/audit.ts';
import { diskTrouble } from '../vault/disk.ts';
import type { OpenVault } from '../vault/open.ts';

const object = 'vault';

/** What the chain of a vault says of its being opened and locked. */
export interface VaultRecord {
  /** `failures`: wrong secrets since the last unlock. */
  unlocked(vault: OpenVault, actor: string, failures: number): void;
  locked(vault: OpenVault, actor: string): void;
}

export function createVaultRecord(): VaultRecord {
  /** A lock the full disk did not let into the chain; the next unlock of that vault writes it. */
  let unwritten: { path: string; at: number; actor: string } | null = null;
  return {
    unlocked(vault, actor, failures) {
      const at = Date.now();
      const late = unwritten?.path === vault.path ? unwritten : null;
      const entry = (action: string, details: Record<string, unknown> = {}): void =>
        appendAudit(vault.database, { at, actor, action, object, details });
      vault.database.transaction(() => {
        if (late !== null)
          appendAudit(vault.database, { at: late.at, actor: late.actor, action: 'lock', object });
        if (failures > 0) entry('unlock-failed', { times: failures });
        entry('unlock', { key: vault.openedBy.name });
        if (vault.keysFromCopy) entry('keys-repaired');
      });
      if (late !== null) unwritten = null;
    },
    /** The key goes whatever the disk says: a vault that stays open for want of room would be the worse loss. */
    locked(vault, actor) {
      const at = Date.now();
      try {
        appendAudit(vault.database, { at, actor, action: 'lock', object });
      } catch (error) {
        if (diskTrouble(error) === null) throw error;
        unwritten = { path: vault.path, at, actor };
      }
    },
  };
}
