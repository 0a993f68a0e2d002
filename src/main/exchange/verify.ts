import type { z } from 'zod';
import {
  type opener,
  type PackageManifest,
  packageManifest,
  type verification,
} from '../../contract/exchange.ts';
import type { Sentence } from '../../contract/terms.ts';
import type { Context } from '../engine/context.ts';
import { ArchiveRefused } from './archive.ts';
import { MANIFEST, PUBLIC_KEY, SIGNATURE, sha256 } from './build-package.ts';
import { decryptedFiles } from './decrypt.ts';
import { verifyFile } from './minisign.ts';

export type Verification = z.infer<typeof verification>;

export interface Verified {
  readonly verification: Verification;
  /** Empty unless everything was in order. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const PROBLEM = {
  'unsafe-name': 'package:problem.unsafe-name',
  'too-large': 'package:problem.too-large',
  damaged: 'package:problem.damaged',
} as const;

/**
 * Signature, then the manifest, then every file's hash, then that nothing is there which the manifest does not
 * name. Nothing of a package is read as data before. Failures as in decryptedFiles; what is wrong with the
 * package itself is returned as problems.
 */
export async function verifyPackage(
  context: Context,
  path: string,
  how: z.infer<typeof opener>,
): Promise<Verified> {
  let files: Map<string, Uint8Array>;
  try {
    files = await decryptedFiles(context, path, how);
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    return refused('missing', '', [{ key: PROBLEM[error.problem], params: { path: error.path } }]);
  }
  const verified = verifyFiles(files);
  return { verification: verified, files: verified.ok ? files : new Map() };
}

function refused(signature: Verification['signature'], signer: string, problems: Sentence[]): Verified {
  return {
    verification: { ok: false, signature, signer, filesChecked: 0, problems, manifest: null },
    files: new Map(),
  };
}

/** The check of unpacked files; the vault and the disk are not touched. */
export function verifyFiles(files: ReadonlyMap<string, Uint8Array>): Verification {
  const manifestBytes = files.get(MANIFEST);
  const signature = files.get(SIGNATURE);
  const keyText = files.get(PUBLIC_KEY);
  if (manifestBytes === undefined)
    return refused('missing', '', [{ key: 'package:problem.no-manifest', params: {} }]).verification;
  if (signature === undefined || keyText === undefined)
    return refused('missing', '', [{ key: 'package:problem.no-signature', params: {} }]).verification;
  const signer = text(keyText).split('\n')[1]?.trim() ?? '';
  if (!verifyFile(signer, manifestBytes, text(signature)))
    return refused('invalid', signer, [{ key: 'package:problem.bad-signature', params: {} }]).verification;
  const manifest = parsed(text(manifestBytes));
  if (manifest === null)
    return refused('valid', signer, [{ key: 'package:problem.bad-manifest', params: {} }]).verification;
  const problems = compared(files, manifest);
  if (manifest.signer !== signer) problems.push({ key: 'package:problem.other-signer', params: {} });
  return {
    ok: problems.length === 0,
    signature: 'valid',
    signer,
    filesChecked: manifest.files.length,
    problems,
    manifest,
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function parsed(manifestText: string): PackageManifest | null {
  try {
    const result = packageManifest.safeParse(JSON.parse(manifestText));
    return result.success ? result.data : null;
  } catch (_notJson) {
    return null;
  }
}

function compared(files: ReadonlyMap<string, Uint8Array>, manifest: PackageManifest): Sentence[] {
  const problems: Sentence[] = [];
  const named = new Set([MANIFEST, SIGNATURE]);
  for (const entry of manifest.files) {
    named.add(entry.path);
    const bytes = files.get(entry.path);
    if (bytes === undefined) problems.push({ key: 'package:problem.missing', params: { path: entry.path } });
    else if (bytes.length !== entry.bytes || sha256(bytes) !== entry.sha256)
      problems.push({ key: 'package:problem.changed', params: { path: entry.path } });
  }
  for (const path of files.keys())
    if (!named.has(path)) problems.push({ key: 'package:problem.extra', params: { path } });
  return problems;
}
