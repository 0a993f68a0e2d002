import type { ImportReport } from '../../contract/import.ts';
import { call, cancelJob, dataChanged, dismissJob, pauseJob, problemOf, runJob } from '../workspace/index.ts';
import { type CentreItem, changeItem, itemOf, substance, useCentre, type Wish } from './centre.ts';

/** Puts files behind those that wait; one after the other is worked on, because the vault takes one writer. */
export function enqueue(ids: readonly string[], wish: Wish): Promise<void> {
  for (const id of ids) changeItem(id, (item) => ({ ...item, wish, error: null }));
  return work();
}

/** Work on the files that wait until none is left; a second call while it goes on does nothing. */
async function work(): Promise<void> {
  if (useCentre.getState().isRunning) return;
  useCentre.setState({ isRunning: true });
  try {
    for (let next = nextItem(); next !== undefined; next = nextItem()) await runItem(next);
  } finally {
    useCentre.setState({ isRunning: false });
  }
}

function nextItem(): CentreItem | undefined {
  const { items, isHeld } = useCentre.getState();
  return isHeld ? undefined : items.find(({ wish, jobId }) => wish !== null && jobId === null);
}

/** One file that fails is told at the file; the others go on. */
async function runItem({ id, path, file, wish }: CentreItem): Promise<void> {
  const { fileId } = useCentre.getState();
  if (file === null || wish === null || fileId === null) {
    changeItem(id, (item) => ({ ...item, wish: null }));
    return;
  }
  const { specification } = file;
  try {
    const { jobId } = await call('import.start', { fileId, path, specification, ...wish });
    changeItem(id, (item) => ({ ...item, jobId }));
    const report = (await runJob(jobId)) as ImportReport;
    changeItem(id, (item) => ({ ...item, last: { report, of: substance(specification) } }));
    if (hasMore(id)) dismissJob(jobId);
    if (!wish.dryRun) dataChanged();
  } catch (caught) {
    const { message } = problemOf(caught);
    changeItem(id, (item) => ({ ...item, error: { about: 'run', message } }));
  } finally {
    changeItem(id, (item) => ({ ...item, wish: null, jobId: null }));
  }
}

/** Of many files only the last keeps its card in the corner; each has its own line here. */
function hasMore(id: string): boolean {
  return useCentre.getState().items.some((item) => item.id !== id && item.wish !== null);
}

/** The file at work waits where it is, and no other is begun. */
export async function holdQueue(isHeld: boolean): Promise<void> {
  useCentre.setState({ isHeld });
  const { items } = useCentre.getState();
  for (const { jobId } of items) if (jobId !== null) await pauseJob(jobId, isHeld);
  if (!isHeld) await work();
}

/** The file at work is taken back as if it had never been begun; those that wait do so no longer. */
export async function stopQueue(): Promise<void> {
  const { items } = useCentre.getState();
  for (const { id, wish, jobId } of items)
    if (wish !== null && jobId === null) changeItem(id, (item) => ({ ...item, wish: null }));
  useCentre.setState({ isHeld: false });
  for (const { jobId } of items) if (jobId !== null) await cancelJob(jobId);
}

/** One file alone: taken back, or taken out of the queue. The others go on. */
export async function cancelItem(id: string): Promise<void> {
  const item = itemOf(id);
  if (item?.jobId !== null && item?.jobId !== undefined) await cancelJob(item.jobId);
  else changeItem(id, (one) => ({ ...one, wish: null }));
}
