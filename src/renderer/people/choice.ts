import { STATUS_KEYS } from '../../core/evidence/person-status.ts';
import { PERSON_STATUSES, type PersonStatus } from '../../core/model/case-terms.ts';

/** The status of a key without Ctrl or Alt, by its place, so that it works on a Cyrillic layout; null: none. */
export function statusOfKey(event: {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): PersonStatus | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return PERSON_STATUSES.find((status) => event.code === `Key${STATUS_KEYS[status]}`) ?? null;
}

export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** "12 days left", "today is the last day", "overdue for 3 days": message key and its count. */
export function daysWords(daysLeft: number): { readonly key: string; readonly count: number } {
  if (daysLeft > 0) return { key: 'people:left', count: daysLeft };
  return daysLeft === 0
    ? { key: 'people:overdueToday', count: 0 }
    : { key: 'people:overdue', count: -daysLeft };
}
