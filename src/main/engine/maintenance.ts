import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../core/result.ts';
import type { WritableDatabase } from '../vault/database.ts';
import type { JobProgress, Jobs } from './jobs.ts';

const LOOK_MS = 50;

/** Jobs that work on the vault itself: one at a time. */
export const MAINTENANCE = ['vault.backup', 'vault.rekey', 'vault.restore'] as const;
export type Maintenance = (typeof MAINTENANCE)[number];

const running = (jobs: Jobs) => jobs.list().filter((job) => job.state === 'running');

export function isMaintained(jobs: Jobs): boolean {
  return running(jobs).some((job) => (MAINTENANCE as readonly string[]).includes(job.kind));
}

/** Refuses a second one; failure vault.busy. */
export function startMaintenance(
  jobs: Jobs,
  kind: Maintenance,
  work: (progress: JobProgress) => Promise<unknown>,
): string {
  if (isMaintained(jobs)) throw new Failure('vault.busy');
  return jobs.start(kind, work);
}

/** Until no other job runs; what is written to the vault meanwhile is refused, so that they end soon. */
export async function untilAlone(jobs: Jobs, kind: Maintenance, progress: JobProgress): Promise<void> {
  while (running(jobs).some((job) => job.kind !== kind)) {
    await wait(LOOK_MS);
    await progress.breathe();
  }
}

/** Writes as soon as no other job holds the vault: work that is done must not fail for an import that goes on. */
export async function writeWhenFree(
  database: () => WritableDatabase,
  write: (database: WritableDatabase) => void,
  progress: JobProgress,
): Promise<void> {
  for (;;) {
    try {
      write(database());
      return;
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error;
    }
    await wait(LOOK_MS);
    await progress.breathe();
  }
}
