import { createHash } from 'node:crypto';
import type { PackageManifest, PackageSelection } from '../../contract/exchange.ts';
import { csvFiles } from './csv.ts';
import type { DataSet } from './data-set.ts';
import type { OwnKeys } from './keys.ts';
import { publicKeyFile, signFile } from './minisign.ts';
import { packageMarking } from './package-marking.ts';
import { filledViewer } from './viewer-template.ts';

export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.json.minisig';
export const PUBLIC_KEY = 'minisign.pub';

export interface PackageMaking {
  readonly set: DataSet;
  readonly selection: PackageSelection;
  readonly keys: OwnKeys;
  readonly template: string;
  readonly language: string;
  readonly created: number;
  readonly auditHead: string;
  readonly programVersion: string;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Every file of a package, the manifest and its signature last, all in memory: nothing readable touches the disk. */
export async function packageFiles(
  making: PackageMaking,
  breathe: () => Promise<void>,
): Promise<{ files: Map<string, Uint8Array>; manifest: PackageManifest }> {
  const { set, keys } = making;
  const cover = coverOf(making);
  const files = new Map<string, Uint8Array>();
  const add = async (path: string, text: string): Promise<void> => {
    files.set(path, Buffer.from(text, 'utf8'));
    await breathe();
  };
  await add('index.html', filledViewer(making.template, JSON.stringify(cover), set.json, making.language));
  await add('case.json', set.json);
  for (const [path, text] of csvFiles(set)) await add(path, text);
  await add(PUBLIC_KEY, publicKeyFile(keys.signer));

  const manifest: PackageManifest = {
    ...cover,
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const manifestBytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
  const comment = `${manifest.reference} ${manifest.created} originator ${manifest.originator} data ${manifest.dataHash}`;
  files.set(MANIFEST, manifestBytes);
  files.set(SIGNATURE, Buffer.from(signFile(keys.signingKey, manifestBytes, comment), 'utf8'));
  return { files, manifest };
}

function coverOf(making: PackageMaking): Omit<PackageManifest, 'files'> {
  const { set, selection } = making;
  const { file } = set.data;
  return {
    format: 1,
    reference: file.reference,
    title: file.title,
    created: new Date(making.created).toISOString(),
    dataCutOff: new Date(file.dataCutOff).toISOString(),
    originator: file.originator,
    recipients: selection.recipients,
    purpose: selection.purpose,
    marking: packageMarking(set.marking),
    counts: set.counts,
    withheld: set.withheld.map(({ reason, count }) => ({ reason, count })),
    released: set.released.filter((one) => one.label !== null).length,
    dataHash: set.dataHash,
    auditHead: making.auditHead,
    programVersion: making.programVersion,
    signer: making.keys.signer,
  };
}
