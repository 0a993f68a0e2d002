import { type ReactElement, useState } from 'react';
import { Dialog } from '../ui/index.ts';
import { useJobs, useMessages } from '../workspace/index.ts';
import { ending, nameOf } from './job-words.ts';

/** What long work came to in this session, behind one word of the status bar: nothing that ended is lost. */
export function EndedJobs(): ReactElement | null {
  const t = useMessages();
  const ended = useJobs((state) => state.ended);
  const [open, setOpen] = useState(false);
  if (ended.length === 0) return null;
  return (
    <>
      <button type="button" className="status-item" onClick={() => setOpen(true)}>
        {t('common:job.ended', { count: ended.length })}
      </button>
      {open ? (
        <Dialog title={t('common:job.endedTitle')} onClose={() => setOpen(false)}>
          <ul className="lines">
            {ended.map((job) => (
              <li key={job.id} className="ended-job">
                <strong>{nameOf(job, t)}</strong>
                <span className={job.state === 'failed' ? 'error' : ''}>{ending(job, t)}</span>
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  );
}
