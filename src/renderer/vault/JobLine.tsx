import type { ReactElement } from 'react';
import type { Job } from '../../contract/jobs.ts';
import { Button } from '../ui/index.ts';
import { cancelJob, useJobs, useMessages } from '../workspace/index.ts';

/** A job this window started, also when its card has made room. */
export function useJob(jobId: string | null): Job | null {
  return useJobs(({ jobs, ended }) => {
    if (jobId === null) return null;
    return jobs.get(jobId) ?? ended.find((job) => job.id === jobId) ?? null;
  });
}

/** How far work on the vault is, where a window covers the card in the corner. */
export function JobLine({ jobId }: { readonly jobId: string | null }): ReactElement | null {
  const t = useMessages();
  const job = useJob(jobId);
  if (job?.state !== 'running') return null;
  const phase = t(`jobs:phase.${job.phase === '' ? 'starting' : job.phase}`);
  const known = job.total !== null && job.total > 0;
  return (
    <div className="job-line" role="status">
      <span>{phase}</span>
      <progress {...(known ? { value: job.done, max: job.total ?? 1 } : {})} aria-label={phase} />
      <Button onClick={() => void cancelJob(job.id)}>{t('common:cancel')}</Button>
    </div>
  );
}
