import { IconX } from '@tabler/icons-react';
import { type ReactElement, useEffect } from 'react';
import type { Job } from '../../contract/jobs.ts';
import { Button, howFar, phaseWords } from '../ui/index.ts';
import { cancelJob, dismissJob, notify, pauseJob, useJobs, useMessages } from '../workspace/index.ts';
import { ending, nameOf } from './job-words.ts';

const MAKE_ROOM_AFTER = 10_000;
/** Work a person may want to let wait; the rest is short or stands in the way of everything else. */
const CAN_WAIT: readonly string[] = ['import'];

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
            {phaseWords(job, t)} <span className="muted">{howFar(job, t)}</span>
          </p>
          <progress
            {...(known ? { value: job.done, max: job.total ?? 1 } : {})}
            aria-label={t('common:job.work')}
          />
          {CAN_WAIT.includes(job.kind) ? (
            <Button onClick={() => void pauseJob(job.id, !job.paused)}>
              {t(job.paused ? 'common:job.resume' : 'common:job.pause')}
            </Button>
          ) : null}{' '}
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
