import type { BackupSummary } from '../../contract/backup.ts';
import type { Input, MethodName, Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import { appendAudit } from '../vault/audit.ts';
import { makeBackup } from '../vault/backup/make.ts';
import type { BackupReason } from '../vault/backup/reasons.ts';
import { readyToRestore, restoreKeys } from '../vault/backup/restore.ts';
import {
  removeBackups,
  type StoredBackup,
  shelfOf,
  storedBackup,
  storedBackups,
} from '../vault/backup/shelf.ts';
import { named, requireFolder } from '../vault/folder.ts';
import { readKeyFile } from '../vault/key-file.ts';
import { keyMark } from '../vault/key-mark.ts';
import { finishCutOff, type OpenVault } from '../vault/open.ts';
import { openWith } from '../vault/secrets.ts';
import type { Context } from './context.ts';
import type { Handlers } from './handlers.ts';
import type { EngineParts } from './handlers-vault.ts';
import { startMaintenance, writeWhenFree } from './maintenance.ts';
import type { LockableSession } from './vault-session.ts';

type BackupMethod = Extract<MethodName, `backup.${string}`>;

function summary(backup: StoredBackup, markOfToday: string | null): BackupSummary {
  const { name, at, reason, sizeBytes, schemaVersion, auditEntries, auditHead } = backup;
  const isKnown = markOfToday !== null && backup.keyMark !== '';
  return {
    name,
    at,
    reason,
    sizeBytes,
    verified: backup.verifiedAt !== null,
    schemaVersion,
    auditEntries,
    auditHead,
    hasKeyOfToday: isKnown ? backup.keyMark === markOfToday : null,
  };
}

export function markOf(vault: OpenVault): string {
  const key = vault.copyOfKey();
  try {
    return keyMark(key);
  } finally {
    key.fill(0);
  }
}

function list(session: LockableSession, path: string | null): Output<'backup.list'> {
  const folder = path ?? session.vault().path;
  requireFolder(folder);
  const mark = session.path === folder ? markOf(session.vault()) : null;
  return { folder: shelfOf(folder), backups: storedBackups(folder).map((one) => summary(one, mark)) };
}

/** Makes a backup as a job and writes it into the chain; one that cannot be written there goes again. */
export function startBackup(context: Context, session: LockableSession, reason: BackupReason): string {
  const vault = session.vault();
  return startMaintenance(context.jobs, 'vault.backup', async (progress) => {
    const wish = { reason, at: context.now(), programVersion: context.programVersion };
    const { backup, removed } = await makeBackup(vault, wish, progress);
    const { name, auditHead } = backup;
    const entry = { at: context.now(), actor: context.actor(), action: 'backup', object: `backup:${name}` };
    const write = () =>
      writeWhenFree(
        () => session.database(),
        (database) => appendAudit(database, { ...entry, details: { reason, auditHead, removed } }),
        progress,
      );
    await write().catch((error: unknown) => {
      removeBackups(vault.path, [name]);
      throw error;
    });
    return summary(backup, backup.keyMark);
  });
}

/** At least one that today's keys open must stay. */
async function remove(
  context: Context,
  session: LockableSession,
  { secret, names }: Input<'backup.remove'>,
): Promise<Output<'backup.remove'>> {
  const vault = session.vault();
  for (const name of names) storedBackup(vault.path, name);
  const { key } = await session.guarded(() => openWith(readKeyFile(vault.path).keys, secret));
  const mark = keyMark(key);
  key.fill(0);
  const stays = storedBackups(vault.path).filter((one) => !names.includes(one.name));
  if (!stays.some((one) => one.verifiedAt !== null && one.keyMark === mark))
    throw new Failure('vault.last-backup');
  const entry = { at: context.now(), actor: context.actor(), action: 'backup-remove', object: 'vault' };
  appendAudit(session.database(), { ...entry, details: { names } });
  try {
    removeBackups(vault.path, names);
  } catch (error) {
    throw named(error, vault.path);
  }
  return {};
}

function requireClosed(session: LockableSession): void {
  if (session.path !== null) throw new Failure('vault.already-open');
}

async function restore(
  context: Context,
  session: LockableSession,
  { path, backup, secret, takeOverLock = false }: Input<'backup.restore'>,
): Promise<Output<'backup.restore'>> {
  requireClosed(session);
  finishCutOff(path, takeOverLock);
  const ready = await session.guarded(() => readyToRestore(path, backup, secret, takeOverLock));
  const { programVersion } = context;
  const wish = { backup, actor: context.actor(), at: context.now(), programVersion };
  try {
    const jobId = startMaintenance(context.jobs, 'vault.restore', (progress) =>
      ready.restore(wish, progress),
    );
    return { jobId };
  } catch (error) {
    ready.giveUp();
    throw error;
  }
}

export function backupHandlers({ session }: EngineParts): Pick<Handlers, BackupMethod> {
  return {
    'backup.list': (_context, { path }) => list(session, path),
    'backup.make': (context) => ({ jobId: startBackup(context, session, 'wanted') }),
    'backup.remove': (context, wish) => remove(context, session, wish),
    'backup.restore': (context, wish) => restore(context, session, wish),
    async 'backup.restoreKeys'(context, { path, backup, secret, takeOverLock = false }) {
      requireClosed(session);
      finishCutOff(path, takeOverLock);
      const change = { actor: context.actor(), at: context.now(), takeOverLock };
      await session.guarded(() => restoreKeys(path, backup, secret, change));
      return {};
    },
  };
}
