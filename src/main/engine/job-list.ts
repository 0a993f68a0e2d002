import { v7 } from 'uuid';
import type { Job } from '../../contract/jobs.ts';
import { type AppError, Failure } from '../../core/result.ts';
import { appErrorOf } from './door.ts';
import type { JobProgress, Jobs } from './jobs.ts';

const POLL_MS = 20_000;
const TELL_MS = 100;

interface Entry {
  job: Job;
  cancelled: boolean;
  /** Ends the wait of paused work; null while nothing waits. */
  goOn: (() => void) | null;
  started: number;
  /** When it was paused, so that the rate does not count the rest. */
  pausedAt: number;
  /** When watchers were last told; progress is told at most every TELL_MS. */
  told: number;
  readonly waiting: Set<() => void>;
}

/** The running and ended jobs of one engine. `explain` gives an error its sentence. */
export function createJobs(
  explain: (error: AppError) => string,
  logUnexpected: (error: unknown) => void,
): Jobs {
  const entries = new Map<string, Entry>();

  function entryOf(jobId: string): Entry {
    const entry = entries.get(jobId);
    if (entry === undefined) throw new Failure('jobs.unknown', { jobId });
    return entry;
  }
  function change(entry: Entry, what: Partial<Job>): void {
    entry.told = Date.now();
    entry.job = { ...entry.job, ...what, revision: entry.job.revision + 1 };
    for (const wake of [...entry.waiting]) wake();
  }
  function progressOf(entry: Entry): JobProgress {
    return {
      phase(phase) {
        entry.started = Date.now();
        change(entry, { phase, done: 0, total: null, rate: 0 });
      },
      advance(done, total) {
        const seconds = (Date.now() - entry.started) / 1000;
        entry.job = { ...entry.job, done, total, rate: seconds > 0 ? done / seconds : 0 };
        if (Date.now() - entry.told >= TELL_MS) change(entry, {});
      },
      async breathe() {
        await new Promise((resolve) => setImmediate(resolve));
        while (entry.job.paused && !entry.cancelled) await untilLetOn(entry);
        if (entry.cancelled) throw new Failure('jobs.cancelled');
      },
      get cancelled() {
        return entry.cancelled;
      },
    };
  }
  /** Work that throws before its first await fails its job too, never the engine. */
  async function run(work: (progress: JobProgress) => Promise<unknown>, entry: Entry): Promise<unknown> {
    return work(progressOf(entry));
  }
  function failed(entry: Entry, caught: unknown): void {
    const known = appErrorOf(caught);
    if (known === null) logUnexpected(caught);
    const error = known ?? { code: 'engine.unexpected', params: { method: entry.job.kind } };
    const cancelled = error.code === 'jobs.cancelled';
    const params = error.params === undefined ? {} : { params: { ...error.params } };
    change(entry, {
      state: cancelled ? 'cancelled' : 'failed',
      error: { code: error.code, message: explain(error), ...params },
    });
  }
  function untilLetOn(entry: Entry): Promise<void> {
    return new Promise((resolve) => {
      entry.goOn = () => {
        entry.goOn = null;
        resolve();
      };
    });
  }
  function setPaused(jobId: string, paused: boolean): void {
    const entry = entryOf(jobId);
    if (entry.job.state !== 'running' || entry.job.paused === paused) return;
    if (paused) entry.pausedAt = Date.now();
    else entry.started += Date.now() - entry.pausedAt;
    change(entry, { paused });
    if (!paused) entry.goOn?.();
  }
  function untilChange(entry: Entry, milliseconds: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === null ? null : setTimeout(done, milliseconds);
      function done(): void {
        entry.waiting.delete(done);
        if (timer !== null) clearTimeout(timer);
        resolve();
      }
      entry.waiting.add(done);
    });
  }

  return {
    start(kind, work) {
      const job: Job = {
        id: v7(),
        kind,
        revision: 1,
        state: 'running',
        paused: false,
        phase: 'starting',
        done: 0,
        total: null,
        rate: 0,
        result: null,
        error: null,
      };
      const entry: Entry = {
        job,
        cancelled: false,
        goOn: null,
        started: Date.now(),
        pausedAt: 0,
        told: 0,
        waiting: new Set(),
      };
      entries.set(job.id, entry);
      setImmediate(() => {
        run(work, entry).then(
          (result) => change(entry, { state: 'done', result: result ?? null }),
          (caught: unknown) => failed(entry, caught),
        );
      });
      return job.id;
    },
    async watch(jobId, since) {
      const entry = entryOf(jobId);
      if (entry.job.revision <= since && entry.job.state === 'running') await untilChange(entry, POLL_MS);
      return entry.job;
    },
    pause: (jobId) => setPaused(jobId, true),
    resume: (jobId) => setPaused(jobId, false),
    cancel(jobId) {
      const entry = entryOf(jobId);
      entry.cancelled = true;
      entry.goOn?.();
    },
    list: () => [...entries.values()].map((entry) => entry.job),
    async finished(jobId) {
      const entry = entryOf(jobId);
      while (entry.job.state === 'running') await untilChange(entry, null);
      return entry.job;
    },
  };
}
