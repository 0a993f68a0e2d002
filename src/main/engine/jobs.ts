import type { Job } from '../../contract/jobs.ts';

/** What the work of a job may say and must ask. */
export interface JobProgress {
  /** Key of the `jobs` message namespace (phase.<name>). */
  phase(name: string): void;
  advance(done: number, total: number | null): void;
  /** Gives the thread to other requests; throws Failure('jobs.cancelled') when the person cancelled. Call every ~10 ms. */
  breathe(): Promise<void>;
  readonly cancelled: boolean;
}

export interface Jobs {
  /** Starts long work and returns its id at once. A cancelled or failed job must have changed nothing. */
  start(kind: string, work: (progress: JobProgress) => Promise<unknown>): string;
  watch(jobId: string, since: number): Promise<Job>;
  pause(jobId: string): void;
  resume(jobId: string): void;
  cancel(jobId: string): void;
  list(): Job[];
  /** Resolves when it ended: for the command line and tests. */
  finished(jobId: string): Promise<Job>;
}
