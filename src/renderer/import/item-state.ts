import type { ImportReport } from '../../contract/import.ts';
import type { CentreItem } from './centre.ts';
import { substance } from './centre.ts';
import { type Problem, problemsOf } from './mapping/problems.ts';

export type ItemState =
  | 'looking'
  | 'refused'
  | 'waiting'
  | 'running'
  | 'failed'
  | 'loaded'
  | 'registered'
  | 'duplicate'
  | 'asks'
  | 'tried'
  | 'ready';

/** What is wrong with the mapping of a file; none while it is not known. */
export function itemProblems({ file }: CentreItem): Problem[] {
  if (file === null) return [];
  const { specification, inspection } = file;
  return problemsOf(
    specification,
    inspection.columns.map(({ name }) => name),
  );
}

/** The report that still holds: a dry run of another mapping says nothing. */
export function validReport({ last, file }: CentreItem): ImportReport | null {
  if (last === null) return null;
  const isOld = last.report.dryRun && (file === null || last.of !== substance(file.specification));
  return isOld ? null : last.report;
}

/** An item is never changed but replaced, and thousands are asked with each change of one. */
const KNOWN = new WeakMap<CentreItem, ItemState>();

export function itemState(item: CentreItem): ItemState {
  const known = KNOWN.get(item);
  if (known !== undefined) return known;
  const state = stateOf(item);
  KNOWN.set(item, state);
  return state;
}

/** Where a file stands, from the first that holds. */
function stateOf(item: CentreItem): ItemState {
  const { file, refusal, jobId, wish, error, asksDates, registered } = item;
  if (jobId !== null) return 'running';
  if (wish !== null) return 'waiting';
  if (registered !== null) return 'registered';
  if (error?.about === 'run') return 'failed';
  if (refusal !== null) return 'refused';
  if (file === null) return 'looking';
  const report = validReport(item);
  if (report?.dryRun === false) return 'loaded';
  if (itemProblems(item).length > 0 || asksDates) return 'asks';
  if (file.inspection.duplicateOf !== null) return 'duplicate';
  return report === null ? 'ready' : 'tried';
}

/** Files that can be loaded with no further word of a person; what stands in the vault already is not among them. */
export function canLoad(item: CentreItem): boolean {
  return ['ready', 'tried', 'failed'].includes(itemState(item)) && isAnswered(item);
}

/** Files a dry run would say something new of. */
export function canTry(item: CentreItem): boolean {
  return ['ready', 'failed', 'duplicate'].includes(itemState(item)) && isAnswered(item);
}

/** Hash and size can be noted of whatever is not at work and not noted yet. */
export function canRegister(item: CentreItem): boolean {
  return item.wish === null && item.registered === null && itemState(item) !== 'looking';
}

function isAnswered(item: CentreItem): boolean {
  return item.file !== null && !item.asksDates && itemProblems(item).length === 0;
}
