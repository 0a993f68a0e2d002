import { z } from 'zod';
import { method, nothing } from './method.ts';
import { effectiveMarking, id, instant, sentence, tlp } from './terms.ts';

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
  released: z.array(z.object({ entityId: id, reason: z.string().trim().min(1) })),
});
export type PackageSelection = z.infer<typeof packageSelection>;

export const packageCounts = z.object({
  entities: z.number(),
  links: z.number(),
  events: z.number(),
  sources: z.number(),
  /** Checks in databases outside. Packages of earlier versions have none. */
  checks: z.number().default(0),
});
export type PackageCounts = z.infer<typeof packageCounts>;

export const packagePreview = z.object({
  counts: packageCounts,
  marking: effectiveMarking,
  withheld: z.array(z.object({ reason: z.string(), count: z.number() })),
  /** Stand-ins of people; `inFile` is the closed shutter under which the analyst knows each of them. */
  pseudonymised: z.array(z.object({ entityId: id, label: z.string(), inFile: z.string() })),
  /** Protected people who would go by name; `label` is null where their sources hold them back all the same. */
  released: z.array(
    z.object({
      entityId: id,
      /** Of a merged record: all that go by name with it, and their other names. */
      records: z.array(id).optional(),
      inFile: z.string(),
      label: z.string().nullable(),
      others: z.array(z.string()).optional(),
      reason: z.string(),
    }),
  ),
  /** Sources that hold something back, for whom their provider would have to say yes, and how many items that is. */
  blocked: z.array(
    z.object({
      sourceId: id,
      reference: z.string(),
      title: z.string(),
      originator: z.string(),
      reason: z.enum(['recipient-not-allowed', 'H2']),
      recipients: z.array(z.string()),
      items: z.number(),
    }),
  ),
  /** People among them who should have been given a status by now. */
  overduePeople: z.number(),
  /** `others`: the names of what is merged into it, which leave too. */
  entities: z.array(
    z.object({ label: z.string(), others: z.array(z.string()).optional(), type: z.string() }),
  ),
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
  /** Packages of earlier versions say neither H3 texts nor TLP. The recipients are those of the package. */
  marking: effectiveMarking.extend({
    handlingTexts: z.array(z.string()).default([]),
    tlp: tlp.nullable().default(null),
    recipients: z.null().default(null),
  }),
  counts: packageCounts,
  withheld: z.array(z.object({ reason: z.string(), count: z.number() })),
  /** Protected people who go by name. Packages of earlier versions do not say. */
  released: z.number().int().default(0),
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

/** A provider's recorded yes: this source may go to this recipient. */
export const permission = z.object({
  id,
  sourceId: id,
  sourceReference: z.string(),
  recipient: z.string(),
  grantedBy: z.string(),
  /** Day it was given, as its midnight UTC. */
  granted: instant,
  scope: z.string(),
  document: z.string(),
});

const written = z.string().trim().min(1);

/** How to open one: this vault's own identity, an identity file's text, or a passphrase. */
export const opener = z.object({
  kind: z.enum(['own', 'identity', 'passphrase']),
  secret: z.string().optional(),
});

export const exchangeMethods = {
  /** This vault's public keys, made at first use and kept inside the vault. */
  'exchange.keys': method(nothing, z.object({ recipient: z.string(), signer: z.string() })),
  /** Opens the names of the people released in it, which goes to the audit chain. */
  'package.preview': method(packageSelection, packagePreview),
  'permission.list': method(z.object({ fileId: id }), z.object({ permissions: z.array(permission) })),
  /** One record for each recipient; journalled and written to the audit chain. */
  'permission.add': method(
    z.object({
      sourceId: id,
      recipients: z.array(written).min(1),
      grantedBy: written,
      granted: instant,
      scope: written,
      document: written,
    }),
    z.object({ journalId: id }),
  ),
  /** What already left under it stays as it is recorded; from now on the source is held back again. */
  'permission.withdraw': method(z.object({ permissionId: id, reason: written }), z.object({ journalId: id })),
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
