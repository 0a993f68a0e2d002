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
  database.transaction(() => append(database, entry));
}

function append(database: WritableDatabase, entry: AuditEntry): void {
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
  const hash = hashOf(row);
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
    hash,
  );
  database.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    LAST_ENTRY,
    `${row.seq}:${hash}`,
  );
}

export interface AuditCheck {
  readonly entries: number;
  readonly head: string;
  /** seq of the first entry that does not fit the chain, or of the first that is missing; null = unbroken. */
  readonly firstBroken: number | null;
}

/**
 * Walks the chain from its start: a changed, removed, swapped or inserted entry breaks it. The end is held by what
 * lies outside the chain: the number and hash kept at each append, and the heads that left the house in packages, so
 * that the newest entries cannot be cut off, nor the whole chain be written anew.
 */
export function verifyAudit(database: ReadableDatabase): AuditCheck {
  let previous = AUDIT_START;
  let entries = 0;
  const hashes = new Map<string, number>();
  for (const row of database.iterate<AuditRow>('SELECT * FROM audit ORDER BY seq')) {
    entries += 1;
    const fits = row.seq === entries && row.previous_hash === previous && row.hash === hashOf(row);
    if (!fits) return { entries, head: previous, firstBroken: row.seq };
    previous = row.hash;
    hashes.set(row.hash, row.seq);
  }
  const whole = endFits(database, entries, previous) && headsAreKnown(database, hashes);
  return { entries, head: previous, firstBroken: whole ? null : entries + 1 };
}

const LAST_ENTRY = 'audit.last-entry';

/** A vault of before schema 20 has no mark until its next entry. */
function endFits(database: ReadableDatabase, entries: number, head: string): boolean {
  const mark = database.one<{ value: string }>('SELECT value FROM setting WHERE name = ?', LAST_ENTRY)?.value;
  return mark === undefined || mark === `${entries}:${head}`;
}

function headsAreKnown(database: ReadableDatabase, hashes: ReadonlyMap<string, number>): boolean {
  const sent = database.all<{ head: string | null }>(
    "SELECT json_extract(manifest, '$.auditHead') AS head FROM package_out",
  );
  return sent.every(({ head }) => head === null || head === AUDIT_START || hashes.has(head));
}

/** Head of the chain: goes into every package and backup. */
export function auditHead(database: ReadableDatabase): string {
  return (
    database.one<{ hash: string }>('SELECT hash FROM audit ORDER BY seq DESC LIMIT 1')?.hash ?? AUDIT_START
  );
}
