import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Encrypter } from 'age-encryption';
import type { PackageCounts } from '../../contract/exchange.ts';
import type { Input } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import type { JobProgress } from '../engine/jobs.ts';
import { appendAudit, auditHead } from '../vault/audit.ts';
import { leftBeside, nameBeside } from '../vault/beside.ts';
import { syncFolder } from '../vault/disk.ts';
import { type PackageFiles, zipped } from './archive.ts';
import { packageFiles } from './build-package.ts';
import { dataSet } from './data-set.ts';
import { ownKeys } from './keys.ts';
import { recordDisclosure } from './record.ts';
import { viewerTemplate } from './viewer-template.ts';
import { writeFailure } from './write-failure.ts';

/** scrypt of age makes each guess slow; a short passphrase still falls. */
const SHORTEST_PASSPHRASE = 12;

export interface Sealed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly counts: PackageCounts;
}

/**
 * Makes, signs, encrypts and records one package. The file appears under its name only when it is whole and the
 * disclosure is in the audit chain; a cancelled or failed seal leaves neither. Failures: package.changed-since-preview,
 * package.nothing-left, package.no-recipient, package.bad-recipient-key, package.weak-passphrase, package.disk-full,
 * package.cannot-write.
 */
export async function seal(
  context: Context,
  input: Input<'package.seal'>,
  progress: JobProgress,
): Promise<Sealed> {
  const database = context.database();
  const keys = await ownKeys(database);
  const encrypter = encrypterFor(input, keys.recipient);
  progress.phase('collecting');
  const breathe = () => progress.breathe();
  const set = await dataSet(database, input.selection, breathe);
  if (input.dataHash !== undefined && input.dataHash !== set.dataHash)
    throw new Failure('package.changed-since-preview');
  if (set.counts.entities + set.counts.events === 0) throw new Failure('package.nothing-left');
  const created = context.now();
  const { files, manifest } = await packageFiles(
    {
      set,
      selection: input.selection,
      keys,
      template: viewerTemplate(context.resourcesFolder),
      language: input.language,
      created,
      auditHead: auditHead(database),
      programVersion: context.programVersion,
    },
    breathe,
  );
  progress.phase('sealing');
  clearLeft(context, input.path);
  const partial = nameBeside(input.path);
  try {
    refuseFolder(input.path);
    const written = await writeEncrypted(encrypter, files, partial, progress);
    await progress.breathe();
    const { sha256 } = written;
    database.transaction(() =>
      recordDisclosure(context, { selection: input.selection, set, manifest, sha256, created }),
    );
    giveName(context, partial, input.path, sha256);
    return { path: input.path, ...written, counts: set.counts };
  } catch (error) {
    rmSync(partial, { force: true });
    throw isSystemError(error) ? writeFailure(error, input.path) : error;
  }
}

/**
 * Recorded before it can be handed over: killed in between, the chain names a package that has no name yet, never
 * the other way round. A name that cannot be given is recorded too.
 */
function giveName(context: Context, partial: string, path: string, sha256: string): void {
  try {
    renameSync(partial, path);
  } catch (error) {
    recordUnnamed(context, sha256);
    throw error;
  }
  syncFolder(dirname(path));
}

function recordUnnamed(context: Context, sha256: string): void {
  appendAudit(context.database(), {
    at: context.now(),
    actor: context.actor(),
    action: 'disclose-failed',
    object: `package:${sha256}`,
  });
}

/** What a seal that was killed left goes; where the chain already named it, the chain says that it never got its name. */
function clearLeft(context: Context, path: string): void {
  for (const left of leftBeside(path)) {
    const sha256 = createHash('sha256').update(readFileSync(left)).digest('hex');
    const isRecorded = context.database().one('SELECT 1 FROM package_out WHERE sha256 = ?', sha256);
    if (isRecorded !== undefined) recordUnnamed(context, sha256);
    rmSync(left, { force: true });
  }
}

/** Found before anything is recorded: a package cannot take the name of a folder. */
function refuseFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Failure('package.cannot-write', { path });
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function encrypterFor(input: Input<'package.seal'>, own: string): Encrypter {
  const encrypter = new Encrypter();
  if (input.passphrase !== undefined && input.passphrase !== '') {
    if (input.recipientKeys.length > 0) throw new Failure('package.keys-or-passphrase');
    if (input.passphrase.length < SHORTEST_PASSPHRASE)
      throw new Failure('package.weak-passphrase', { count: SHORTEST_PASSPHRASE });
    encrypter.setPassphrase(input.passphrase);
    return encrypter;
  }
  if (input.recipientKeys.length === 0) throw new Failure('package.no-recipient');
  for (const key of new Set([own, ...input.recipientKeys.map((text) => text.trim())])) {
    try {
      encrypter.addRecipient(key);
    } catch (_badKey) {
      throw new Failure('package.bad-recipient-key', { key: key.slice(0, 20) });
    }
  }
  return encrypter;
}

async function writeEncrypted(
  encrypter: Encrypter,
  files: PackageFiles,
  path: string,
  progress: JobProgress,
): Promise<{ bytes: number; sha256: string }> {
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  let done = 0;
  const source = zipped(files, async (bytes) => {
    done += bytes;
    progress.advance(done, total);
    await progress.breathe();
  });
  const hash = createHash('sha256');
  let bytes = 0;
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    const encrypted = await encrypter.encrypt(ReadableStream.from(source) as ReadableStream<Uint8Array>);
    for await (const chunk of encrypted) {
      // Not writeSync: on a disk that is nearly full it writes a part and says nothing.
      writeFileSync(descriptor, chunk);
      hash.update(chunk);
      bytes += chunk.length;
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return { bytes, sha256: hash.digest('hex') };
}
