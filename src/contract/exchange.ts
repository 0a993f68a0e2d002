import { z } from 'zod';
import { method, nothing } from './method.ts';
import { id, instant, marking, sentence } from './terms.ts';

/** What is chosen to leave: the whole file, or these entities with what lies among them, within a period. */
export const packageSelection = z.object({
  fileId: id,
  entityIds: z.array(id).nullable(),
  chartId: id.nullable(),
  period: z.object({ from: instant.nullable(), to: instant.nullable() }).nullable(),
  /** NCBs or countries that will hold the package, e.g. "RO"; matched with each source's permitted recipients. */
  recipients: z.array(z.string()).min(1),
  purpose: z.string().min(1),
  /** Protected people released by name, one by one, with a reason. */
  released: z.array(z.object({ entityId: id, reason: z.string().min(1) })),
});
export type PackageSelection = z.infer<typeof packageSelection>;

export const packageCounts = z.object({
  entities: z.number(),
  links: z.number(),
  events: z.number(),
  sources: z.number(),
});

export const packagePreview = z.object({
  counts: packageCounts,
  marking,
  withheld: z.array(z.object({ reason: z.string(), count: z.number() })),
  pseudonymised: z.array(z.object({ entityId: id, label: z.string() })),
  entities: z.array(z.object({ label: z.string(), type: z.string() })),
  sources: z.array(z.object({ reference: z.string(), title: z.string(), facts: z.number() })),
  /** Hash of the filtered data set; sealing the same set must give the same hash. */
  dataHash: z.string(),
});

export const packageManifest = z.object({
  format: z.literal(1),
  reference: z.string(),
  title: z.string(),
  created: z.string(),
  dataCutOff: z.string(),
  originator: z.string(),
  recipients: z.array(z.string()),
  purpose: z.string(),
  marking,
  counts: packageCounts,
  withheld: z.array(z.object({ reason: z.string(), count: z.number() })),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
  dataHash: z.string(),
  auditHead: z.string(),
  programVersion: z.string(),
  signer: z.string(),
});
export type PackageManifest = z.infer<typeof packageManifest>;

export const verification = z.object({
  ok: z.boolean(),
  signature: z.enum(['valid', 'invalid', 'missing']),
  signer: z.string(),
  filesChecked: z.number(),
  problems: z.array(sentence),
  manifest: packageManifest.nullable(),
});

/** How to open one: this vault's own identity, an identity file's text, or a passphrase. */
export const opener = z.object({
  kind: z.enum(['own', 'identity', 'passphrase']),
  secret: z.string().optional(),
});

export const exchangeMethods = {
  /** This vault's public keys, made at first use and kept inside the vault. */
  'exchange.keys': method(nothing, z.object({ recipient: z.string(), signer: z.string() })),
  'package.preview': method(packageSelection, packagePreview),
  /** Job; result {path, bytes, sha256, counts}. Needs recipient keys or a passphrase. */
  'package.seal': method(
    z.object({
      selection: packageSelection,
      recipientKeys: z.array(z.string()),
      passphrase: z.string().optional(),
      path: z.string().min(1),
      dataHash: z.string().optional(),
      language: z.enum(['en', 'uk', 'ro']),
    }),
    z.object({ jobId: z.string() }),
  ),
  'package.verify': method(z.object({ path: z.string(), opener }), verification),
  /** Verifies, then unpacks to a folder the person chose (their decision to have it readable there). */
  'package.open': method(
    z.object({ path: z.string(), opener, folder: z.string() }),
    z.object({ verification, index: z.string() }),
  ),
};
