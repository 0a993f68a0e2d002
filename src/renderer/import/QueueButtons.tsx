import type { ReactElement } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { useCentre } from './centre.ts';
import { canLoad, canTry } from './item-state.ts';
import { enqueue, holdQueue, stopQueue } from './queue.ts';

/** What can be done with all files at once; while it is done, how to hold or stop it. */
export function QueueButtons(): ReactElement {
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
