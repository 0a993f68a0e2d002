import { setTimeout as wait } from 'node:timers/promises';
import type { Job } from '../../contract/jobs.ts';
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

/** Cancels what runs (a cancelled job has changed nothing), forgets dropped files, writes the end and wipes the key. */
export function createVaultLock(session: LockableSession, jobs: Jobs, uploads: Uploads) {
  return async (actor: string): Promise<void> => {
    uploads.clear();
    const running = runningJobs(jobs);
    if (running.length > 0) {
      for (const id of running) jobs.cancel(id);
      const ended = Promise.all(running.map((id) => jobs.finished(id)));
      await Promise.race([ended, wait(PATIENCE_MS, undefined, { ref: false })]);
    }
    session.lock(actor);
  };
}
