import { IconX } from '@tabler/icons-react';
import { type ReactElement, useEffect } from 'react';
import type { Job } from '../../contract/jobs.ts';
import { Button, formatDuration, formatNumber } from '../ui/index.ts';
import {
  cancelJob,
  dismissJob,
  language,
  notify,
  type Translate,
  useJobs,
  useMessages,
} from '../workspace/index.ts';
import { ending, nameOf } from './job-words.ts';

const MAKE_ROOM_AFTER = 10_000;

function howFar(job: Job, t: Translate): string {
  const number = (value: number): string => formatNumber(Math.round(value), language());
  const parts = [
    job.total === null
      ? number(job.done)
      : t('common:job.of', { done: number(job.done), total: number(job.total) }),
  ];
  if (job.rate > 0) parts.push(t('common:job.rate', { rate: number(job.rate) }));
  if (job.rate > 0 && job.total !== null) {
    parts.push(t('common:job.left', { time: formatDuration((job.total - job.done) / job.rate) }));
  }
  return parts.join(' · ');
}

/** What went well makes room after a while; its sentence stays in the status bar. What failed stays. */
function useMakingRoom(job: Job): void {
  const t = useMessages();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts when the job ends, once
  useEffect(() => {
    if (job.state !== 'done') return undefined;
    const timer = setTimeout(() => {
      notify(`${nameOf(job, t)} – ${ending(job, t)}`);
      dismissJob(job.id);
    }, MAKE_ROOM_AFTER);
    return () => clearTimeout(timer);
  }, [job.state]);
}

function Card({ job }: { readonly job: Job }): ReactElement {
  const t = useMessages();
  useMakingRoom(job);
  const running = job.state === 'running';
  const known = job.total !== null && job.total > 0;
  return (
    <section className={`job-card ${job.state}`} aria-live="polite">
      <div className="dialog-head">
        <strong className="cut" title={nameOf(job, t)}>
          {nameOf(job, t)}
        </strong>
        {running ? null : (
          <button
            type="button"
            className="icon-button"
            title={t('common:close')}
            onClick={() => dismissJob(job.id)}
          >
            <IconX size={14} aria-hidden />
          </button>
        )}
      </div>
      {running ? (
        <>
          <p>
            {job.phase === '' ? '' : t(`jobs:phase.${job.phase}`)}{' '}
            <span className="muted">{howFar(job, t)}</span>
          </p>
          <progress
            {...(known ? { value: job.done, max: job.total ?? 1 } : {})}
            aria-label={t('common:job.work')}
          />
          <Button onClick={() => void cancelJob(job.id)}>{t('common:cancel')}</Button>
        </>
      ) : (
        <p className={job.state === 'failed' ? 'error' : ''}>{ending(job, t)}</p>
      )}
    </section>
  );
}

/** Long work in the corner. */
export function JobCards(): ReactElement {
  const jobs = useJobs((state) => state.jobs);
  return (
    <div className="job-cards">
      {[...jobs.values()].slice(-4).map((job) => (
        <Card key={job.id} job={job} />
      ))}
    </div>
  );
}
