import type { Job } from '../../contract/jobs.ts';
import type { Translate } from '../workspace/index.ts';

interface KindWords {
  readonly name: string;
  /** What is reached, and the next step. */
  readonly end: string;
}
/** Kinds of jobs the engine starts; another one is named in general. */
const KINDS: Readonly<Record<string, KindWords>> = {
  import: { name: 'common:job.kind.import', end: 'common:job.end.import' },
  'import-undo': { name: 'common:job.kind.undo', end: 'common:job.end.undo' },
  source: { name: 'common:job.kind.register', end: 'common:job.end.register' },
  training: { name: 'common:job.kind.training', end: 'common:job.end.training' },
  'package.seal': { name: 'common:job.kind.seal', end: 'common:job.end.seal' },
  'vault.backup': { name: 'common:job.kind.backup', end: 'common:job.end.backup' },
  'vault.rekey': { name: 'common:job.kind.rekey', end: 'common:job.end.rekey' },
  'vault.restore': { name: 'common:job.kind.restore', end: 'common:job.end.restore' },
};
const OTHER: KindWords = { name: 'common:job.work', end: 'common:job.end.other' };

/** A dry run ends like an import, but there is nothing to take back. */
function isDryRun({ result }: Job): boolean {
  return typeof result === 'object' && result !== null && 'dryRun' in result && result.dryRun === true;
}

/** What came of it, and the next step. */
export function ending(job: Job, t: Translate): string {
  if (job.state === 'done' && isDryRun(job)) return t('common:job.end.tried');
  if (job.state === 'done') return t((KINDS[job.kind] ?? OTHER).end);
  if (job.state === 'cancelled') return t('common:job.cancelled');
  return job.error?.message ?? t('common:job.failed');
}

/** With the file it is about, once that is known. */
export function nameOf(job: Job, t: Translate): string {
  const name = t((KINDS[job.kind] ?? OTHER).name);
  const { result } = job;
  return typeof result === 'object' && result !== null && 'file' in result ? `${name}: ${result.file}` : name;
}
