import { v7 as uuidv7 } from 'uuid';
import type { PackageManifest, PackageSelection } from '../../contract/exchange.ts';
import type { Context } from '../engine/context.ts';
import { appendAudit } from '../vault/audit.ts';
import type { DataSet } from './data-set.ts';

export interface DisclosureRecord {
  readonly selection: PackageSelection;
  readonly set: DataSet;
  readonly manifest: PackageManifest;
  readonly sha256: string;
  readonly created: number;
}

/**
 * What left, to whom and why: the package with every item in it, so that a correction or a recall can name each
 * package that holds an item, and the entry `disclose` in the audit chain, with the reason for each person who went
 * by name and the permissions it rests on. Call inside a transaction.
 */
export function recordDisclosure(context: Context, record: DisclosureRecord): void {
  const database = context.database();
  const id = uuidv7();
  const { lastSeq } = database.run(
    'INSERT INTO package_out (id, file_seq, reference, created_at, manifest, sha256) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    record.set.fileSeq,
    record.manifest.reference,
    record.created,
    JSON.stringify(record.manifest),
    record.sha256,
  );
  const insert = database.prepare(
    'INSERT INTO package_item (package_seq, object_kind, object_id) VALUES (?, ?, ?)',
  );
  for (const [kind, itemId] of items(record.set)) insert.run(lastSeq, kind, itemId);
  appendAudit(database, {
    at: record.created,
    actor: context.actor(),
    action: 'disclose',
    object: `package:${id}`,
    reason: record.selection.purpose,
    details: {
      reference: record.manifest.reference,
      recipients: record.manifest.recipients,
      sha256: record.sha256,
      dataHash: record.set.dataHash,
      withheld: record.manifest.withheld,
      released: record.set.released
        .filter((one) => one.label !== null)
        .map(({ label: _label, ...release }) => release),
      permissions: record.set.permissionIds,
    },
  });
}

/** Stand-ins are recorded under the real id: only this vault knows who they are. */
function* items(set: DataSet): Generator<readonly [string, string]> {
  const real = new Map(set.pseudonymised.map((one) => [one.standInId, one.records]));
  for (const { id, members = [] } of set.data.entities) {
    for (const record of real.get(id) ?? [id, ...members.map((one) => one.id)]) yield ['entity', record];
  }
  for (const one of set.data.links) yield ['link', one.id];
  for (const one of set.data.events) yield ['event', one.id];
  for (const one of set.data.facts) yield ['fact', one.id];
  for (const one of set.data.checks ?? []) yield ['check', one.id];
  for (const one of set.data.sources) yield ['source', one.id];
}
