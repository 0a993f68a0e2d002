import { createHash } from 'node:crypto';
import type { ReadableDatabase, WritableDatabase } from './database.ts';

export interface AuditEntry {
  readonly at: number;
  readonly actor: string;
  /** create, unlock, unlock-failed, lock, view, search, import, disclose, change, undo … */
  readonly action: string;
  readonly object: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

interface AuditRow {
  seq: number;
  at: number;
  actor: string;
  action: string;
  object: string;
  reason: string;
  details: string;
  previous_hash: string;
  hash: string;
}

/** The hash before the first entry. */
export const AUDIT_START = '0'.repeat(64);

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const fields = [
    row.seq,
    row.at,
    row.actor,
    row.action,
    row.object,
    row.reason,
    row.details,
    row.previous_hash,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Adds one entry whose hash covers the one before (SHA-256 over its fields as a JSON array). */
export function appendAudit(database: WritableDatabase, entry: AuditEntry): void {
  const last = database.one<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  );
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    object: entry.object,
    reason: entry.reason ?? '',
    details: JSON.stringify(entry.details ?? {}),
    previous_hash: last?.hash ?? AUDIT_START,
  };
  database.run(
    'INSERT INTO audit (seq, at, actor, action, object, reason, details, previous_hash, hash) VALUES (?,?,?,?,?,?,?,?,?)',
    row.seq,
    row.at,
    row.actor,
    row.action,
    row.object,
    row.reason,
    row.details,
    row.previous_hash,
    hashOf(row),
  );
}

export interface AuditCheck {
  readonly entries: number;
  readonly head: string;
  /** seq of the first entry that does not fit the chain; null = unbroken. */
  readonly firstBroken: number | null;
}

/** Walks the chain from its start: a changed, removed, swapped or inserted entry breaks it. */
export function verifyAudit(database: ReadableDatabase): AuditCheck {
  let previous = AUDIT_START;
  let entries = 0;
  for (const row of database.iterate<AuditRow>('SELECT * FROM audit ORDER BY seq')) {
    entries += 1;
    const fits = row.seq === entries && row.previous_hash === previous && row.hash === hashOf(row);
    if (!fits) return { entries, head: previous, firstBroken: row.seq };
    previous = row.hash;
  }
  return { entries, head: previous, firstBroken: null };
}

/** Head of the chain: goes into every package and backup. */
export function auditHead(database: ReadableDatabase): string {
  return (
    database.one<{ hash: string }>('SELECT hash FROM audit ORDER BY seq DESC LIMIT 1')?.hash ?? AUDIT_START
  );
}
