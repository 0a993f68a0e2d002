import { setTimeout as wait } from 'node:timers/promises';
import type { Job } from '../../contract/jobs.ts';
import type { Meeting } from '../exchange/hit-no-hit/meeting.ts';
import type { Jobs } from './jobs.ts';
import type { Uploads } from './uploads.ts';
import type { LockableSession } from './vault-session.ts';

const PATIENCE_MS = 5000;

/** Whether a job gets on by itself: a paused one waits for a person, and nobody may be there. */
export function isAtWork({ state, paused }: Job): boolean {
  return state === 'running' && !paused;
}

function runningJobs(jobs: Jobs): string[] {
  return jobs
    .list()
    .filter((job) => job.state === 'running')
    .map((job) => job.id);
}

/** What lies in memory beside the vault and goes with its lock. */
interface InMemory {
  readonly uploads: Uploads;
  readonly meeting: Meeting;
}

/**
 * Cancels what runs (a cancelled job has changed nothing), forgets dropped files and the secret of a meeting, writes the
 * end and wipes the key.
 */
export function createVaultLock(session: LockableSession, jobs: Jobs, { uploads, meeting }: InMemory) {
  return async (actor: string): Promise<void> => {
    uploads.clear();
    meeting.end();
    const running = runningJobs(jobs);
    if (running.length > 0) {
      for (const id of running) jobs.cancel(id);
      const ended = Promise.all(running.map((id) => jobs.finished(id)));
      await Promise.race([ended, wait(PATIENCE_MS, undefined, { ref: false })]);
    }
    session.lock(actor);
  };
}
