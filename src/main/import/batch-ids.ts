import { createHash } from 'node:crypto';
import type { BatchContext } from './batch-context.ts';

/**
 * Ids of what a batch brings, derived from the batch and what the thing is, in the form of a UUIDv7 with the time of
 * the batch. A redo of the import gives the same ids, so charts, packages and notes that name them stay right.
 */
export function derivedId(batchId: string, what: string): string {
  const bytes = createHash('sha256').update(`${batchId}\u0000${what}`).digest().subarray(0, 16);
  const time = Buffer.from(batchId.replaceAll('-', '').slice(0, 12), 'hex');
  time.copy(bytes, 0);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The id of an entity or link of the batch: the one it had when another batch brought it first, else its own. */
export function idIn(batch: Pick<BatchContext, 'batchId' | 'ids'>, what: string): string {
  return batch.ids.get(what) ?? derivedId(batch.batchId, what);
}
