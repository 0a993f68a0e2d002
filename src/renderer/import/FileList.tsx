import { IconX } from '@tabler/icons-react';
import { memo, type ReactElement } from 'react';
import { howFar, phaseWords } from '../ui/index.ts';
import { useJobs, useMessages } from '../workspace/index.ts';
import { type CentreItem, removeItem, selectItem } from './centre.ts';
import { factsOf, stateWords, summaryOf } from './file-words.ts';
import { itemState } from './item-state.ts';
import { QueueButtons } from './QueueButtons.tsx';
import { cancelItem } from './queue.ts';

/** Every file in two lines: what it is and where it stands. One of them is open below. */
export function FileList(props: {
  readonly items: readonly CentreItem[];
  readonly selected: string | null;
}): ReactElement {
  const t = useMessages();
  const { items, selected } = props;
  return (
    <section className="centre-files" aria-label={t('importcentre:files')}>
      <div className="centre-summary">
        <span className="muted" role="status">
          {summaryOf(items, t)}
        </span>
        <QueueButtons />
      </div>
      <ul className="centre-list">
        {items.map((item) => (
          <FileRow key={item.id} item={item} isSelected={item.id === selected} />
        ))}
      </ul>
    </section>
  );
}

const FileRow = memo(function FileRow(props: {
  readonly item: CentreItem;
  readonly isSelected: boolean;
}): ReactElement {
  const t = useMessages();
  const { item, isSelected } = props;
  const state = itemState(item);
  const facts = factsOf(item, t);
  return (
    <li className={`centre-row ${state}${isSelected ? ' chosen' : ''}`}>
      <button
        type="button"
        className="centre-open"
        aria-current={isSelected}
        title={[item.name, ...facts].join('\n')}
        onClick={() => selectItem(item.id)}
      >
        <span className="centre-line">
          <strong className="cut">{item.name}</strong>
          {item.part === null ? null : <span className="cut">{item.part}</span>}
          <span className={`centre-state ${state}`}>{stateWords(item, t)}</span>
        </span>
        <span className="centre-line muted">
          <span className="cut">{item.refusal ?? facts.join(' · ')}</span>
        </span>
      </button>
      {item.jobId === null ? null : <Progress jobId={item.jobId} />}
      <button
        type="button"
        className="icon-button"
        title={
          item.wish === null
            ? t('importcentre:removeNamed', { name: item.name })
            : t('importcentre:queue.cancelFile', { name: item.name })
        }
        onClick={() => (item.wish === null ? removeItem(item.id) : void cancelItem(item.id))}
      >
        <IconX size={14} aria-hidden />
      </button>
    </li>
  );
});

/** How far the job of this file is. */
function Progress({ jobId }: { readonly jobId: string }): ReactElement | null {
  const t = useMessages();
  const job = useJobs(({ jobs }) => jobs.get(jobId));
  if (job === undefined) return null;
  const known = job.total !== null && job.total > 0;
  return (
    <span className="centre-progress">
      <progress
        {...(known ? { value: job.done, max: job.total ?? 1 } : {})}
        aria-label={t('common:job.work')}
      />
      <span className="muted tabular">
        {phaseWords(job, t)} {howFar(job, t)}
      </span>
    </span>
  );
}
