import { Failure } from '../../core/result.ts';
import { appendAudit } from '../vault/audit.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { diskTrouble } from '../vault/disk.ts';
import { type OpenVault, unlockVault } from '../vault/vault.ts';
import type { VaultSession } from './session.ts';

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
const WRONG_SECRETS: readonly string[] = [
  'vault.wrong-passphrase',
  'vault.wrong-words',
  'vault.mistyped-words',
];

/** The session with what only the vault handlers may do. */
export interface LockableSession extends VaultSession {
  /** The vault that was open last: the one the lock screen asks for. */
  readonly lastPath: string | null;
  readonly keysFromCopy: boolean;
  /** Work that tests a secret: a wrong one is counted and answered after a growing wait. */
  guarded<T>(work: () => Promise<T>): Promise<T>;
  unlock(
    path: string,
    secret: Parameters<typeof unlockVault>[1],
    takeOverLock: boolean,
    actor: string,
  ): Promise<void>;
  lock(actor: string): void;
}

/** `sleep` is given by tests; a wrong secret costs 1 s, then 2 s, 4 s … 30 s before the answer. */
export function createSession(sleep: (ms: number) => Promise<unknown>): LockableSession {
  let open: OpenVault | null = null;
  let lastPath: string | null = null;
  let failures = 0;
  /** A lock the full disk did not let into the chain; the next unlock of that vault writes it. */
  let unwritten: { path: string; at: number; actor: string } | null = null;

  function current(): OpenVault {
    if (open === null) throw new Failure('vault.locked');
    return open;
  }
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Failure && WRONG_SECRETS.includes(error.error.code)) {
        failures += 1;
        await sleep(Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1)));
      }
      throw error;
    }
  }
  function recordUnlock(vault: OpenVault, actor: string): void {
    const at = Date.now();
    const object = 'vault';
    const late = unwritten?.path === vault.path ? unwritten : null;
    vault.database.transaction(() => {
      if (late !== null)
        appendAudit(vault.database, { at: late.at, actor: late.actor, action: 'lock', object });
      if (failures > 0)
        appendAudit(vault.database, {
          at,
          actor,
          action: 'unlock-failed',
          object,
          details: { times: failures },
        });
      appendAudit(vault.database, { at, actor, action: 'unlock', object });
    });
    failures = 0;
    if (late !== null) unwritten = null;
  }
  /** The key goes whatever the disk says: a vault that stays open for want of room would be the worse loss. */
  function recordLock(vault: OpenVault, actor: string): void {
    const at = Date.now();
    try {
      appendAudit(vault.database, { at, actor, action: 'lock', object: 'vault' });
    } catch (error) {
      if (diskTrouble(error) === null) throw error;
      unwritten = { path: vault.path, at, actor };
    }
  }

  return {
    get path() {
      return open?.path ?? null;
    },
    get lastPath() {
      return lastPath;
    },
    get keysFromCopy() {
      return open?.keysFromCopy ?? false;
    },
    database: (): WritableDatabase => current().database,
    connect: (): WritableDatabase => current().connect(),
    guarded,
    async unlock(path, secret, takeOverLock, actor) {
      if (open !== null) throw new Failure('vault.already-open');
      const vault = await guarded(() => unlockVault(path, secret, { takeOverLock }));
      try {
        recordUnlock(vault, actor);
      } catch (error) {
        vault.close();
        throw error;
      }
      open = vault;
      lastPath = path;
    },
    lock(actor) {
      if (open === null) return;
      const vault = open;
      open = null;
      try {
        recordLock(vault, actor);
      } finally {
        vault.close();
      }
    },
  };
}
