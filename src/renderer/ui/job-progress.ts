import type { Job } from '../../contract/jobs.ts';
import { language, type Translate } from '../workspace/index.ts';
import { formatDuration, formatNumber } from './format.ts';

/** What a running job is at; a paused one says so. */
export function phaseWords({ paused, phase }: Job, t: Translate): string {
  if (paused) return t('common:job.paused');
  return phase === '' ? '' : t(`jobs:phase.${phase}`);
}

/** "1,200 of 5,000 · 800 per second · 0:00:05 left"; while it is paused nobody can say how long. */
export function howFar(job: Job, t: Translate): string {
  const number = (value: number): string => formatNumber(Math.round(value), language());
  const parts = [
    job.total === null
      ? number(job.done)
      : t('common:job.of', { done: number(job.done), total: number(job.total) }),
  ];
  if (job.rate > 0) parts.push(t('common:job.rate', { rate: number(job.rate) }));
  if (job.rate > 0 && job.total !== null && !job.paused) {
    parts.push(t('common:job.left', { time: formatDuration((job.total - job.done) / job.rate) }));
  }
  return parts.join(' · ');
}
