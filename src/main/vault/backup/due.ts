/** How often backups are made by themselves; 0 = not by this rule. */
export interface BackupPolicy {
  readonly everyHours: number;
  readonly everyHoursOfWork: number;
}

const HOUR_MS = 3_600_000;

/**
 * Whether a backup is due: the last one is so long ago, or so much work was done since. A clock set back must not put
 * it off: what lies in the future counts as long ago.
 */
export function isBackupDue(
  policy: BackupPolicy,
  since: { readonly now: number; readonly last: number | null; readonly workedMs: number },
): boolean {
  const age =
    since.last === null || since.last > since.now ? Number.POSITIVE_INFINITY : since.now - since.last;
  if (policy.everyHours > 0 && age >= policy.everyHours * HOUR_MS) return true;
  return policy.everyHoursOfWork > 0 && since.workedMs >= policy.everyHoursOfWork * HOUR_MS;
}
