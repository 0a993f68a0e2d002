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

/** Where a file stands, from the first that holds. */
export function itemState(item: CentreItem): ItemState {
  const { file, refusal, jobId, wish, error, asksDates } = item;
  if (refusal !== null) return 'refused';
  if (file === null) return 'looking';
  if (jobId !== null) return 'running';
  if (wish !== null) return 'waiting';
  if (error?.about === 'run') return 'failed';
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

function isAnswered(item: CentreItem): boolean {
  return !item.asksDates && itemProblems(item).length === 0;
}
