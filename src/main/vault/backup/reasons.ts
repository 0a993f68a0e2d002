/** Why a backup was made; the rule for how long it stays depends on it. */
export const BACKUP_REASONS = ['wanted', 'scheduled', 'migration', 'restore'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];
