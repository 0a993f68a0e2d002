import { isBackupDue } from '../vault/backup/due.ts';
import { type StoredBackup, storedBackups } from '../vault/backup/shelf.ts';
import type { Context } from './context.ts';
import { markOf, startBackup } from './handlers-backup.ts';
import { isMaintained } from './maintenance.ts';
import type { LockableSession } from './vault-session.ts';

const LOOK_MS = 60_000;
const AGAIN_AFTER_FAILURE_MS = 3_600_000;

/**
 * Makes backups by themselves while a vault is open, by its policy; says so where one cannot be made. Those of before
 * the vault was encrypted anew do not count.
 */
export interface BackupClock {
  /** A person did something: this minute is one of work. */
  worked(): void;
  stop(): void;
}

export function startBackupClock(
  context: Context,
  session: LockableSession,
  logUnexpected: (error: unknown) => void,
): BackupClock {
  let isWorking = false;
  let workedMs = 0;
  let notBefore = 0;
  let path: string | null = null;

  function isDue(vault: string): boolean {
    const now = context.now();
    if (now < notBefore || isMaintained(context.jobs)) return false;
    const mark = markOf(session.vault());
    const isGood = (one: StoredBackup): boolean => one.verifiedAt !== null && one.keyMark === mark;
    const last = storedBackups(vault).find(isGood)?.at ?? null;
    return isBackupDue(session.policy(), { now, last, workedMs });
  }
  async function backUp(): Promise<void> {
    const jobId = startBackup(context, session, 'scheduled');
    const job = await context.jobs.finished(jobId);
    if (job.state === 'done') workedMs = 0;
    if (job.state !== 'failed' || job.error === null) return;
    notBefore = context.now() + AGAIN_AFTER_FAILURE_MS;
    session.notice({ code: 'vault.backup-failed', params: { why: job.error.message } });
  }
  function look(): void {
    if (session.path !== path) workedMs = 0;
    path = session.path;
    if (isWorking) workedMs += LOOK_MS;
    isWorking = false;
    if (path !== null && isDue(path)) backUp().catch(logUnexpected);
  }
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    worked() {
      isWorking = true;
    },
    stop: () => clearInterval(timer),
  };
}
