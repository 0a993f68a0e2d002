import { create } from 'zustand';
import type { Job } from '../../contract/jobs.ts';
import { CallError, call } from './call.ts';
import { problemOf } from './problem.ts';

/** The jobs this window watches, by id, in the order they were started; the cards in the corner show them. */
interface WatchedJobs {
  readonly jobs: ReadonlyMap<string, Job>;
  /** Those whose cards made room, newest first. */
  readonly ended: readonly Job[];
}
const MOST_ENDED = 50;

export const useJobs = create<WatchedJobs>(() => ({ jobs: new Map(), ended: [] }));

function keep(job: Job): void {
  useJobs.setState(({ jobs }) => ({ jobs: new Map(jobs).set(job.id, job) }));
}

/** Takes an ended job's card away; it stays in the list of what was done. */
export function dismissJob(jobId: string): void {
  useJobs.setState(({ jobs, ended }) => {
    const left = new Map(jobs);
    const job = left.get(jobId);
    left.delete(jobId);
    return { jobs: left, ended: job === undefined ? ended : [job, ...ended].slice(0, MOST_ENDED) };
  });
}
/** Lets a running job wait, or go on. */
export async function pauseJob(jobId: string, paused: boolean): Promise<void> {
  await call(paused ? 'jobs.pause' : 'jobs.resume', { jobId });
}
export async function cancelJob(jobId: string): Promise<void> {
  await call('jobs.cancel', { jobId });
}

const ended = new Map<string, Promise<Job>>();

async function follow(jobId: string): Promise<Job> {
  let job = await call('jobs.watch', { jobId, since: -1 });
  keep(job);
  while (job.state === 'running') {
    job = await call('jobs.watch', { jobId, since: job.revision });
    keep(job);
  }
  return job;
}

function untilEnded(jobId: string): Promise<Job> {
  const known = ended.get(jobId);
  if (known !== undefined) return known;
  const promise = follow(jobId).finally(() => ended.delete(jobId));
  ended.set(jobId, promise);
  return promise;
}

/** Shows the job as a card; `onDone` hears of its end, whatever the end was. A dead engine is heard as failed. */
export function watchJob(jobId: string, onDone: (job: Job) => void): void {
  untilEnded(jobId).then(onDone, (caught: unknown) => {
    const before = useJobs.getState().jobs.get(jobId);
    const blank = {
      kind: '',
      revision: 0,
      paused: false,
      phase: '',
      done: 0,
      total: null,
      rate: 0,
      result: null,
    };
    const failed: Job = { ...blank, ...before, id: jobId, state: 'failed', error: problemOf(caught) };
    keep(failed);
    onDone(failed);
  });
}

/** Resolves with the job's result; rejects with CallError when it failed or was cancelled (`jobs.cancelled`). */
export function runJob(jobId: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    watchJob(jobId, (job) => {
      if (job.state === 'done') resolve(job.result);
      else reject(new CallError(job.error ?? { code: `jobs.${job.state}`, message: '' }));
    });
  });
}
