import type { ImportReport } from '../../contract/import.ts';
import { findAfterImport } from '../matching/index.ts';
import { call, cancelJob, dismissJob, pauseJob, problemOf, runJob } from '../workspace/index.ts';
import {
  type CentreItem,
  changeItem,
  changeItems,
  type ImportWish,
  itemOf,
  type Registering,
  substance,
  useCentre,
  type Wish,
} from './centre.ts';
import { noteChange, tellChanges } from './changes.ts';
import { registerItem, shut } from './register.ts';

/** Puts files behind those that wait; one after the other is worked on, because the vault takes one writer. */
export function enqueue(ids: readonly string[], wish: Wish): Promise<void> {
  changeItems(new Set(ids), (item) => ({ ...item, wish, error: null }));
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
    tellChanges();
    void findAfterImport(useCentre.getState().fileId, brought.splice(0));
  }
}

/** Imports whose records nobody has compared with the others yet: once nothing waits, because it takes the vault too. */
const brought: string[] = [];

function nextItem(): CentreItem | undefined {
  const { items, isHeld } = useCentre.getState();
  return isHeld ? undefined : items.find(({ wish, jobId }) => wish !== null && jobId === null);
}

/** One file that fails is told at the file; the others go on. */
async function runItem(item: CentreItem): Promise<void> {
  const { id, wish } = item;
  const { fileId } = useCentre.getState();
  try {
    if (wish === null || fileId === null) return;
    if ('register' in wish) await registerItem(item, wish.register, fileId, (jobId) => registered(id, jobId));
    else await importItem(item, wish, fileId);
  } catch (caught) {
    const { message } = problemOf(caught);
    changeItem(id, (one) => ({ ...one, error: { about: 'run', message } }));
  } finally {
    changeItem(id, (one) => ({ ...one, wish: null, jobId: null }));
  }
}

async function importItem({ id, path, file }: CentreItem, wish: ImportWish, fileId: string): Promise<void> {
  if (file === null) return;
  const { specification } = file;
  const { jobId } = await call('import.start', { fileId, path, specification, ...wish });
  const report = (await finished(id, jobId)) as ImportReport;
  changeItem(id, (item) => ({ ...item, last: { report, of: substance(specification) } }));
  if (wish.dryRun) return;
  noteChange();
  if (report.batchId !== null) brought.push(report.batchId);
}

/** The result of the job of a file. Of many files only the last keeps its card in the corner; each has its own line here. */
async function finished(id: string, jobId: string): Promise<unknown> {
  changeItem(id, (item) => ({ ...item, jobId }));
  const result = await runJob(jobId);
  if (hasMore(id)) dismissJob(jobId);
  return result;
}

/** Its own line says all there is to say: no card of it stays in the corner. */
async function registered(id: string, jobId: string): Promise<unknown> {
  const result = await finished(id, jobId);
  dismissJob(jobId);
  return result;
}

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
  const waiting = items.filter(({ wish, jobId }) => wish !== null && jobId === null);
  changeItems(new Set(waiting.map(({ id }) => id)), (item) => ({ ...item, wish: null }));
  useCentre.setState({ isHeld: false });
  for (const { jobId } of items) if (jobId !== null) await cancelJob(jobId);
}

/** One file alone: taken back, or taken out of the queue. The others go on. */
export async function cancelItem(id: string): Promise<void> {
  const item = itemOf(id);
  if (item?.jobId !== null && item?.jobId !== undefined) await cancelJob(item.jobId);
  else changeItem(id, (one) => ({ ...one, wish: null }));
}

/** Hash and size of these files become sources, one after the other like any other work on files. */
export function enqueueRegister(ids: readonly string[], as: Registering): Promise<void> {
  return enqueue(shut(ids, as), { register: as });
}
