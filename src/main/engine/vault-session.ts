import type { VaultPolicy } from '../../contract/vault.ts';
import { type AppError, Failure } from '../../core/result.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { type OpenVault, unlockVault } from '../vault/open.ts';
import { FIRST_POLICY, readPolicy, writePolicy } from '../vault/policy.ts';
import type { Secret } from '../vault/secrets.ts';
import type { VaultSession } from './session.ts';
import { createVaultRecord } from './vault-record.ts';

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
  /** Failure('vault.locked') while locked. */
  vault(): OpenVault;
  policy(): VaultPolicy;
  setPolicy(policy: VaultPolicy, actor: string): void;
  /** What the person must know of the open vault; gone with the lock. */
  readonly notices: readonly AppError[];
  notice(what: AppError): void;
  /** Work that tests a secret: a wrong one is counted and answered after a growing wait. */
  guarded<T>(work: () => Promise<T>): Promise<T>;
  unlock(path: string, secret: Secret, takeOverLock: boolean, actor: string): Promise<void>;
  lock(actor: string): void;
}

interface Open {
  readonly vault: OpenVault;
  policy: VaultPolicy;
  notices: AppError[];
}

function firstNotices({ keysFromCopy, migrated }: OpenVault): AppError[] {
  const notices: AppError[] = [];
  if (keysFromCopy) notices.push({ code: 'vault.keys-from-copy' });
  if (migrated !== null) notices.push({ code: 'vault.migrated', params: { backup: migrated.backup } });
  return notices;
}

/** `sleep` is given by tests; a wrong secret costs 1 s, then 2 s, 4 s … 30 s before the answer. */
export function createSession(
  sleep: (ms: number) => Promise<unknown>,
  programVersion: string,
): LockableSession {
  const record = createVaultRecord();
  let open: Open | null = null;
  let lastPath: string | null = null;
  let failures = 0;

  function current(): Open {
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
  /** A vault whose chain cannot be written to stays locked. */
  function enter(vault: OpenVault, actor: string): Open {
    try {
      record.unlocked(vault, actor, failures);
      return { vault, policy: readPolicy(vault.database), notices: firstNotices(vault) };
    } catch (error) {
      vault.close();
      throw error;
    }
  }

  return {
    get path() {
      return open?.vault.path ?? null;
    },
    get lastPath() {
      return lastPath;
    },
    get notices() {
      return open?.notices ?? [];
    },
    vault: () => current().vault,
    policy: () => open?.policy ?? FIRST_POLICY,
    setPolicy(policy, actor) {
      const now = current();
      writePolicy(now.vault.database, policy, { actor, at: Date.now() });
      now.policy = policy;
    },
    notice(what) {
      if (open !== null) open.notices = [...open.notices.filter((one) => one.code !== what.code), what];
    },
    database: (): WritableDatabase => current().vault.database,
    connect: (): WritableDatabase => current().vault.connect(),
    guarded,
    async unlock(path, secret, takeOverLock, actor) {
      if (open !== null) throw new Failure('vault.already-open');
      const vault = await guarded(() => unlockVault(path, secret, { takeOverLock, programVersion, actor }));
      open = enter(vault, actor);
      failures = 0;
      lastPath = path;
    },
    lock(actor) {
      if (open === null) return;
      const { vault } = open;
      open = null;
      try {
        record.locked(vault, actor);
      } finally {
        vault.close();
      }
    },
  };
}
