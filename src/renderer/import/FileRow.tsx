import { IconX } from '@tabler/icons-react';
import { type CSSProperties, memo, type ReactElement } from 'react';
import { howFar, phaseWords } from '../ui/index.ts';
import { useJobs, useMessages } from '../workspace/index.ts';
import { type CentreItem, removeItem, selectItem } from './centre.ts';
import { secondLine, stateWords } from './file-words.ts';
import { itemState } from './item-state.ts';
import { cancelItem } from './queue.ts';

export interface FileRowProps {
  readonly item: CentreItem;
  readonly index: number;
  /** How many stand in the list, of which few are in the page. */
  readonly size: number;
  readonly top: number;
  readonly isSelected: boolean;
  readonly isTicked: boolean;
  /** The one row Tab goes into; the arrows go from row to row. */
  readonly isCurrent: boolean;
  readonly onTick: (id: string) => void;
}

/** One file in two lines: what it is and where it stands. */
export const FileRow = memo(function FileRow(props: FileRowProps): ReactElement {
  const t = useMessages();
  const { item, isSelected, isTicked, isCurrent } = props;
  const state = itemState(item);
  const about = secondLine(item, t);
  const tabIndex = isCurrent ? 0 : -1;
  const style: CSSProperties = { transform: `translateY(${props.top}px)` };
  return (
    <li
      className={`centre-row ${state}${isSelected ? ' chosen' : ''}`}
      style={style}
      data-index={props.index}
      aria-setsize={props.size}
      aria-posinset={props.index + 1}
    >
      <input
        type="checkbox"
        tabIndex={tabIndex}
        checked={isTicked}
        aria-label={t('importcentre:list.tick', { name: item.name })}
        onChange={() => props.onTick(item.id)}
      />
      <button
        type="button"
        className="centre-open"
        tabIndex={tabIndex}
        aria-current={isSelected}
        title={about === '' ? item.name : `${item.name}\n${about}`}
        onClick={() => selectItem(item.id)}
      >
        <span className="centre-line">
          <strong className="cut">{item.name}</strong>
          {item.part === null ? null : <span className="cut">{item.part}</span>}
          <span className={`centre-state ${state}`}>{stateWords(item, t)}</span>
        </span>
        <span className="centre-line muted">
          <span className="cut">{about}</span>
        </span>
      </button>
      {item.jobId === null ? null : <Progress jobId={item.jobId} />}
      <button
        type="button"
        className="icon-button"
        tabIndex={tabIndex}
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
      <span className="muted tabular cut">
        {phaseWords(job, t)} {howFar(job, t)}
      </span>
    </span>
  );
}
