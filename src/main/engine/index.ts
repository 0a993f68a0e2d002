import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Input, MethodName, Output } from '../../contract/index.ts';
import type { Reply } from '../../contract/method.ts';
import type { AppError } from '../../core/result.ts';
import { createMeeting } from '../exchange/hit-no-hit/meeting.ts';
import type { KeyCost } from '../vault/key-cost.ts';
import { allHandlers } from './all-handlers.ts';
import { startBackupClock } from './backup-clock.ts';
import type { Context } from './context.ts';
import { createDoor } from './door.ts';
import { type LockReason, startIdleLock } from './idle-lock.ts';
import { createJobs } from './job-list.ts';
import { createVaultLock, isAtWork } from './lock-vault.ts';
import { loadMessages } from './messages.ts';
import { createRequestHandler } from './requests.ts';
import { openSettings } from './settings-file.ts';
import { createUploads } from './upload-store.ts';
import { createSession } from './vault-session.ts';

export interface EngineOptions {
  readonly resourcesFolder: string;
  readonly settingsFolder: string;
  readonly programVersion: string;
  readonly host: 'electron' | 'chromium' | 'none';
  /** Given by tests: in place of the vault's policy. */
  readonly idleMinutes?: number;
  /** Given by tests: lighter key derivation than the policy. */
  readonly keyCost?: KeyCost;
  /** Given by tests: waits after a wrong passphrase. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

export interface Engine {
  handle<M extends MethodName>(method: M, input: Input<M>): Promise<Reply<Output<M>>>;
  request(request: Request): Promise<Response>;
  readonly context: Context;
  /** Locks the vault; at once where no job runs. */
  close(): Promise<void>;
}

/** Polls that go on without a person. */
const NOT_ACTIVITY: readonly string[] = ['jobs.watch', 'jobs.list', 'vault.status'];

/** Everything behind the one door, in this thread: used by the worker, the command line and the tests. */
export function createEngine(options: EngineOptions): Engine {
  const settings = openSettings(join(options.settingsFolder, 'settings.json'));
  const messages = loadMessages(join(options.resourcesFolder, 'locales'));
  const explain = (error: AppError): string =>
    messages.error(settings.get().language, error.code, error.params);
  const session = createSession(options.sleep ?? sleep, options.programVersion);
  const uploads = createUploads();
  const jobs = createJobs(explain, logUnexpected);
  const meeting = createMeeting();
  const lock = createVaultLock(session, jobs, { uploads, meeting });
  /** Work that goes on puts the lock off, but not when the computer slept: whoever wakes it is not known. */
  async function lockUnlessBusy(reason: LockReason): Promise<void> {
    if (session.path === null) return;
    if (reason !== 'suspend' && jobs.list().some(isAtWork)) idle.touch();
    else await lock(reason);
  }
  const idle = startIdleLock({
    minutes: () => options.idleMinutes ?? session.policy().idleMinutes,
    hasWindow: options.host !== 'none',
    lock: (reason) => void lockUnlessBusy(reason).catch(logUnexpected),
  });
  const context: Context = {
    session,
    settings,
    uploads,
    meeting,
    messages,
    jobs,
    resourcesFolder: options.resourcesFolder,
    programVersion: options.programVersion,
    database: () => session.database(),
    actor: () => settings.get().analyst,
    now: () => Date.now(),
  };
  const parts = { session, idle, lock, host: options.host, keyCost: options.keyCost, explain };
  const door = createDoor({ handlers: allHandlers(parts) as never, context, explain, logUnexpected });
  const clock = options.host === 'none' ? null : startBackupClock(context, session, logUnexpected);
  async function handle(method: string, input: unknown): Promise<Reply<unknown>> {
    idle.heard();
    const reason = idle.due();
    if (reason !== null) await lockUnlessBusy(reason);
    if (!NOT_ACTIVITY.includes(method)) {
      idle.touch();
      clock?.worked();
    }
    return door.handle(method, input);
  }
  return {
    handle: handle as Engine['handle'],
    request: createRequestHandler({ handle }, uploads, explain),
    context,
    close() {
      idle.stop();
      clock?.stop();
      return lock(settings.get().analyst);
    },
  };
}

/** A defect: its place in the code goes to stderr, never the data it met. */
function logUnexpected(caught: unknown): void {
  const stack =
    caught instanceof Error
      ? (caught.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '))
      : [];
  const kind = caught instanceof Error ? caught.constructor.name : typeof caught;
  process.stderr.write(`engine: unexpected ${kind}\n${stack.slice(0, 8).join('\n')}\n`);
}
