import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import type { Job } from '../../contract/jobs.ts';
import { Button } from '../ui/index.ts';
import { type Translate, useMessages } from '../workspace/index.ts';
import { JobLine, useJob } from './JobLine.tsx';
import { RecoveryWords } from './RecoveryWords.tsx';

type Started = Output<'vault.rekey'>;

function standing(job: Job | null, { kept, dropped }: Started, t: Translate): string {
  if (job?.state !== 'done') return t('keys:rekey.running');
  const done = t('keys:rekey.done', { name: kept });
  return dropped.length === 0 ? done : `${done} ${t('keys:rekey.addAgain', { names: dropped.join(', ') })}`;
}

/** The new words while the work goes on. Stopped or failed, they open nothing and nothing was changed. */
export function RekeyRunning(props: {
  readonly started: Started;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const { started } = props;
  const job = useJob(started.jobId);
  if (job?.state === 'cancelled' || job?.state === 'failed')
    return (
      <section>
        <p role="alert">{job.error?.message ?? t('common:job.cancelled')}</p>
        <p>{t('keys:rekey.stopped')}</p>
        <Button primary onClick={props.onDone}>
          {t('keys:back')}
        </Button>
      </section>
    );
  return (
    <>
      <p className="notice" role="status">
        {standing(job, started, t)}
      </p>
      <JobLine jobId={started.jobId} />
      <RecoveryWords words={started.recoveryWords} isWaiting={job?.state !== 'done'} onDone={props.onDone} />
    </>
  );
}
