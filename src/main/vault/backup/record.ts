import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../disk.ts';
import { BACKUP_FILE } from '../folder.ts';
import { BACKUP_REASONS } from './reasons.ts';

/** What lies beside each backup: when and why it was made, and what was found when it was opened. No secret. */
const record = z.object({
  format: z.literal(1),
  at: z.number(),
  reason: z.enum(BACKUP_REASONS),
  /** Null: it was never opened. */
  verifiedAt: z.number().nullable(),
  sizeBytes: z.number(),
  schemaVersion: z.number(),
  programVersion: z.string(),
  auditEntries: z.number(),
  auditHead: z.string(),
  /** Tells whether the vault's data key of today opens it; empty where nobody knows. */
  keyMark: z.string(),
});
export type BackupRecord = z.infer<typeof record>;

export function writeRecord(folder: string, content: BackupRecord): void {
  writeWhole(join(folder, BACKUP_FILE), `${JSON.stringify(content, null, 2)}\n`);
}

/** Null where there is none or it cannot be read. */
export function readRecord(folder: string): BackupRecord | null {
  const path = join(folder, BACKUP_FILE);
  if (!existsSync(path)) return null;
  try {
    return record.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
