import type { BackupReason } from './reasons.ts';

export interface KeptBackup {
  readonly name: string;
  readonly at: number;
  readonly reason: BackupReason;
  readonly schemaVersion: number;
  readonly verified: boolean;
}

const NEWEST = 5;
const DAYS = 7;
const WEEKS = 5;
const SCHEMA_VERSIONS = 2;
const MOVED_ASIDE = 3;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** The newest of each of the last `count` periods in which there is one. */
function newestOfEach(
  newestFirst: readonly KeptBackup[],
  period: (at: number) => number,
  count: number,
): KeptBackup[] {
  const found = new Map<number, KeptBackup>();
  for (const backup of newestFirst) {
    const key = period(backup.at);
    if (!found.has(key)) found.set(key, backup);
  }
  return [...found.values()].slice(0, count);
}

function beforeMigrations(newestFirst: readonly KeptBackup[]): KeptBackup[] {
  const made = newestFirst.filter((one) => one.reason === 'migration');
  const versions = [...new Set(made.map((one) => one.schemaVersion))].sort((a, b) => b - a);
  const last = new Set(versions.slice(0, SCHEMA_VERSIONS));
  return made.filter((one) => last.has(one.schemaVersion));
}

/**
 * The names that may go: all but the last five, one for each of the last seven days and five weeks with one, those
 * made before the last two migrations, and the vaults last moved aside by a restore. Days and weeks without a backup
 * do not use up what is kept, so that a holiday costs nothing. What was never verified counts for none of these, but
 * is kept where a restore put it.
 */
export function notToKeep(backups: readonly KeptBackup[]): string[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const verified = newestFirst.filter((one) => one.verified);
  const keep = new Set<KeptBackup>([
    ...verified.slice(0, NEWEST),
    ...newestOfEach(verified, (at) => Math.floor(at / DAY_MS), DAYS),
    ...newestOfEach(verified, (at) => Math.floor(at / WEEK_MS), WEEKS),
    ...beforeMigrations(verified),
    ...newestFirst.filter((one) => one.reason === 'restore').slice(0, MOVED_ASIDE),
  ]);
  return newestFirst.filter((one) => !keep.has(one)).map((one) => one.name);
}
