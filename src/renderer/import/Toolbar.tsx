import type { ReactElement } from 'react';
import { Button, chooseFiles } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { useCentre } from './centre.ts';
import { canLoad, canTry } from './item-state.ts';
import { expand, type Found } from './look.ts';
import { enqueue, holdQueue, stopQueue } from './queue.ts';

/** Where files come from, and what can be done with all of them at once. */
export function Toolbar(props: {
  readonly onAdd: (find: () => Promise<readonly Found[]>) => void;
  readonly onPaste: () => void;
}): ReactElement {
  const t = useMessages();
  const isEmpty = useCentre(({ items }) => items.length === 0);
  const choose = (purpose: 'open-files' | 'open-folder'): void =>
    props.onAdd(async () => expand(await chooseFiles(purpose)));
  return (
    <div className="toolbar centre-toolbar">
      <Button primary onClick={() => choose('open-files')}>
        {t('importcentre:choose')}
      </Button>
      <Button onClick={() => choose('open-folder')}>{t('importcentre:chooseFolder')}</Button>
      <Button onClick={props.onPaste}>{t('importcentre:paste.do')}</Button>
      {isEmpty ? <span className="muted">{t('importcentre:orDrop')}</span> : <QueueButtons />}
    </div>
  );
}

function QueueButtons(): ReactElement {
  const t = useMessages();
  const { items, isHeld } = useCentre();
  const isBusy = items.some(({ wish }) => wish !== null);
  if (isBusy) {
    return (
      <span className="centre-queue">
        <Button onClick={() => void holdQueue(!isHeld)}>
          {t(isHeld ? 'importcentre:queue.resume' : 'importcentre:queue.pause')}
        </Button>
        <Button title={t('importcentre:queue.stopHint')} onClick={() => void stopQueue()}>
          {t('importcentre:queue.stop')}
        </Button>
      </span>
    );
  }
  const toTry = items.filter(canTry).map(({ id }) => id);
  const toLoad = items.filter(canLoad).map(({ id }) => id);
  return (
    <span className="centre-queue">
      <Button
        disabled={toTry.length === 0}
        onClick={() => void enqueue(toTry, { dryRun: true, again: false })}
      >
        {t('importcentre:queue.try', { count: toTry.length })}
      </Button>
      <Button
        disabled={toLoad.length === 0}
        onClick={() => void enqueue(toLoad, { dryRun: false, again: false })}
      >
        {t('importcentre:queue.load', { count: toLoad.length })}
      </Button>
    </span>
  );
}
