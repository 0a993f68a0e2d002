import { createHash } from 'node:crypto';
import { basename, isAbsolute } from 'node:path';
import type { Input, Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import { appendAudit } from '../vault/audit.ts';
import type { Context } from './context.ts';
import { saveWhole } from './save-file.ts';

function joined(context: Context, uploads: readonly string[]): Uint8Array {
  const pieces = uploads.map((upload) => context.uploads.get(upload)?.bytes);
  if (pieces.some((piece) => piece === undefined)) throw new Failure('files.upload-gone');
  return Buffer.concat(pieces.filter((piece) => piece !== undefined));
}

/**
 * Recorded before it can be handed over; a file that then cannot be written is recorded too. Failure
 * files.upload-gone where the bytes were never given or were forgotten at a lock.
 */
export function saveUploads(context: Context, order: Input<'files.save'>): Output<'files.save'> {
  const { path, kind, fileId, counts } = order;
  if (!isAbsolute(path)) throw new Failure('files.cannot-write', { path });
  const bytes = joined(context, order.uploads);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const note = (action: string): void =>
    appendAudit(context.database(), {
      at: context.now(),
      actor: context.actor(),
      action,
      object: `file:${basename(path)}`,
      details: { bytes: bytes.length, sha256, counts, analysisFile: fileId },
    });
  note(`export-${kind}`);
  try {
    saveWhole(path, bytes);
  } catch (error) {
    note('export-failed');
    throw error;
  } finally {
    for (const upload of order.uploads) context.uploads.remove(upload);
  }
  return { path, bytes: bytes.length };
}
