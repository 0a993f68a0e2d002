import { Failure } from '../../core/result.ts';
import { appendAudit } from '../vault/audit.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { type OpenVault, unlockVault } from '../vault/vault.ts';
import type { VaultSession } from './session.ts';

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;

/** The session with what only the vault handlers may do. */
export interface LockableSession extends VaultSession {
  readonly keysFromCopy: boolean;
  unlock(path: string, secret: Parameters<typeof unlockVault>[1], takeOverLock: boolean, actor: string): Promise<void>;
  lock(actor: string): void;
}

/** `sleep` is given by tests; a wrong secret costs 1 s, then 2 s, 4 s … 30 s before the answer. */
export function createSession(sleep: (ms: number) => Promise<unknown>): LockableSession {
  let open: OpenVault | null = null;
  let failures = 0;

  function current(): OpenVault {
    if (open === null) throw new Failure('vault.locked');
    return open;
  }
  function recordUnlock(vault: OpenVault, actor: string): void {
    const at = Date.now();
    const object = 'vault';
    if (failures > 0) appendAudit(vault.database, { at, actor, action: 'unlock-failed', object, details: { times: failures } });
    appendAudit(vault.database, { at, actor, action: 'unlock', object });
    failures = 0;
  }

  return {
    get path() {
      return open?.path ?? null;
    },
    get keysFromCopy() {
      return open?.keysFromCopy ?? false;
    },
    database: (): WritableDatabase => current().database,
    connect: (): WritableDatabase => current().connect(),
    async unlock(path, secret, takeOverLock, actor) {
      if (open !== null) throw new Failure('vault.already-open');
      try {
        open = await unlockVault(path, secret, { takeOverLock });
      } catch (error) {
        if (error instanceof Failure && /^vault\.wrong-/.test(error.error.code)) {
          failures += 1;
          await sleep(Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1)));
        }
        throw error;
      }
      recordUnlock(open, actor);
    },
    lock(actor) {
      if (open === null) return;
      const vault = open;
      open = null;
      try {
        appendAudit(vault.database, { at: Date.now(), actor, action: 'lock', object: 'vault' });
      } finally {
        vault.close();
      }
    },
  };
}
