import { statSync } from 'node:fs';
import type { MethodName, Output } from '../../contract/index.ts';
import type { VaultStatus } from '../../contract/vault.ts';
import { type AppError, Failure } from '../../core/result.ts';
import { verifyAudit } from '../vault/audit.ts';
import { createVault, discardVault } from '../vault/create.ts';
import { diskTrouble } from '../vault/disk.ts';
import { databasePath, VAULT_FORMAT, vaultFolder, vaultName } from '../vault/folder.ts';
import type { KeyCost } from '../vault/key-cost.ts';
import { readKeyFile } from '../vault/key-file.ts';
import { schemaVersion } from '../vault/migrate.ts';
import { recoverVault } from '../vault/recover.ts';
import type { Context } from './context.ts';
import type { Handlers } from './handlers.ts';
import type { IdleLock } from './idle-lock.ts';
import type { LockableSession } from './vault-session.ts';

/** What the engine gives to those who may unlock and lock. */
export interface EngineParts {
  readonly session: LockableSession;
  readonly idle: IdleLock;
  lock(actor: string): Promise<void>;
  readonly host: 'electron' | 'chromium' | 'none';
  readonly keyCost?: KeyCost | undefined;
  explain(error: AppError): string;
}

const COUNTED = ['analysis_file', 'source', 'entity', 'link', 'event', 'chart', 'journal', 'audit'] as const;

type VaultMethod = Exclude<Extract<MethodName, `vault.${string}`>, 'vault.rekey'>;

function status({ session, idle, explain }: EngineParts): VaultStatus {
  const { path, lastPath } = session;
  if (path !== null) {
    const notices = session.notices.map(({ code, params = {} }) => ({
      code,
      message: explain({ code, params }),
      params: { ...params },
    }));
    return { state: 'unlocked', path, name: vaultName(path), idleSecondsLeft: idle.secondsLeft(), notices };
  }
  const closed = { idleSecondsLeft: null, notices: [] };
  if (lastPath === null) return { state: 'none', path: null, name: null, ...closed };
  return { state: 'locked', path: lastPath, name: vaultName(lastPath), ...closed };
}

function openPath(context: Context): string {
  if (context.session.path === null) throw new Failure('vault.locked');
  return context.session.path;
}

/**
 * On a connection of its own: what lies on the disk is looked at, not what this one remembers of it. After another
 * connection has written, the search index of an old one is told to be damaged though it is not.
 */
function verifyVault(context: Context): Output<'vault.verify'> {
  const database = context.session.connect();
  try {
    const integrity =
      database.one<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check ?? '';
    const chain = verifyAudit(database);
    return {
      ok: integrity === 'ok' && chain.firstBroken === null,
      integrity,
      auditEntries: chain.entries,
      auditHead: chain.head,
      firstBroken: chain.firstBroken,
    };
  } finally {
    database.close();
  }
}

/**
 * The handlers that may unlock and lock: they close over the session, nobody else gets it. `tidy` takes away what a
 * killed program left in the vault that opens.
 */
export function vaultHandlers(
  parts: EngineParts,
  tidy: (context: Context) => Promise<void>,
): Pick<Handlers, VaultMethod> {
  const { session, idle, lock, keyCost: cost } = parts;
  async function opened(context: Context, path: string): Promise<VaultStatus> {
    // A full disk must not keep a person out of the vault; what is left is tried again with the next unlock.
    await tidy(context).catch((error: unknown) => {
      if (diskTrouble(error) === null && !(error instanceof Failure)) throw error;
    });
    context.settings.rememberVault(path);
    idle.touch();
    return status(parts);
  }
  return {
    'vault.status': () => status(parts),
    async 'vault.create'(context, { path, passphrase, slotName }) {
      const actor = context.actor();
      const { programVersion } = context;
      const { recoveryWords } = await createVault(path, {
        passphrase,
        slotName,
        actor,
        programVersion,
        cost,
      });
      const folder = vaultFolder(path);
      try {
        await lock(actor);
        await session.unlock(folder, { kind: 'passphrase', text: passphrase }, false, actor);
      } catch (error) {
        discardVault(folder);
        throw error;
      }
      context.settings.rememberVault(folder);
      idle.touch();
      return { path: folder, recoveryWords };
    },
    async 'vault.unlock'(context, { path, passphrase, takeOverLock }) {
      await session.unlock(
        path,
        { kind: 'passphrase', text: passphrase },
        takeOverLock ?? false,
        context.actor(),
      );
      return opened(context, path);
    },
    async 'vault.recover'(context, { path, words, newPassphrase, takeOverLock = false }) {
      const name = context.actor();
      const change = { actor: name, name, at: context.now() };
      await session.guarded(() =>
        recoverVault(path, { words, passphrase: newPassphrase, takeOverLock, cost, ...change }),
      );
      await session.unlock(path, { kind: 'passphrase', text: newPassphrase }, takeOverLock, context.actor());
      return opened(context, path);
    },
    async 'vault.lock'(context) {
      await lock(context.actor());
      return status(parts);
    },
    'vault.info'(context) {
      const path = openPath(context);
      const database = context.database();
      const { keys } = readKeyFile(path);
      const counts = COUNTED.map((table) => [
        table,
        database.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0,
      ]);
      return {
        path,
        format: VAULT_FORMAT,
        schemaVersion: schemaVersion(database),
        slots: keys.slots.map(({ name, kind, created }) => ({ name, kind, created })),
        sizeBytes: statSync(databasePath(path)).size,
        counts: Object.fromEntries(counts),
      };
    },
    'vault.verify': (context) => verifyVault(context),
    'vault.policy': () => {
      session.vault();
      return session.policy();
    },
    'vault.setPolicy'(context, policy) {
      session.setPolicy(policy, context.actor());
      return policy;
    },
    'vault.recent': (context) => ({ paths: context.settings.recentVaults() }),
  };
}
