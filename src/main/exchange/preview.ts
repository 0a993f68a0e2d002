import type { PackageSelection } from '../../contract/exchange.ts';
import type { Output } from '../../contract/index.ts';
import type { CaseEntity } from '../../core/evidence/case-data.ts';
import { otherNames } from '../../core/evidence/merged-records.ts';
import { overdueAmong } from '../evidence/quarantine.ts';
import { entitiesBySeq, type ShutterLabel } from '../store/entities.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { type DataSet, dataSet } from './data-set.ts';
import { packageMarking } from './package-marking.ts';

/** A large file has more names than anybody reads on a form. */
const LISTED = 5000;

/** Exactly what a seal of the same selection would hold, and what it would leave out. */
export async function preview(
  database: ReadableDatabase,
  selection: PackageSelection,
  shutter: ShutterLabel,
  now: number,
  breathe: () => Promise<void>,
): Promise<Output<'package.preview'>> {
  const set = await dataSet(database, selection, breathe);
  const facts = new Map<string, number>();
  for (const fact of set.data.facts) facts.set(fact.sourceId, (facts.get(fact.sourceId) ?? 0) + 1);
  for (const event of set.data.events) facts.set(event.sourceId, (facts.get(event.sourceId) ?? 0) + 1);
  return {
    counts: set.counts,
    marking: packageMarking(set.marking),
    withheld: set.withheld.map(({ reason, count }) => ({ reason, count })),
    ...protectedPeople(database, set, shutter),
    blocked: set.blocked.map(({ recipients, ...source }) => ({ ...source, recipients: [...recipients] })),
    overduePeople: overdueAmong(
      database,
      selection.fileId,
      set.data.entities.map((one) => one.id),
      now,
    ),
    entities: set.data.entities
      .slice(0, LISTED)
      .map((one) => ({ label: one.label, ...others(one), type: one.type })),
    sources: set.data.sources.map(({ id, reference, title }) => ({
      reference,
      title,
      facts: facts.get(id) ?? 0,
    })),
    dataHash: set.dataHash,
  };
}

/** The analyst knows each of them by the closed shutter of the file, not by the stand-in of this package. */
function protectedPeople(database: ReadableDatabase, set: DataSet, shutter: ShutterLabel) {
  const people = set.pseudonymised.filter((one) => one.person);
  const ids = [...people, ...set.released].map((one) => one.entityId);
  const seqs = new Map(
    database
      .all<{ id: string; seq: number }>(
        'SELECT id, seq FROM entity WHERE file_seq = ? AND id IN (SELECT value FROM json_each(?))',
        set.fileSeq,
        JSON.stringify(ids),
      )
      .map(({ id, seq }) => [id, seq]),
  );
  const going = new Map(set.data.entities.map((one) => [one.id, one]));
  const closed = entitiesBySeq(database, [...seqs.values()], shutter);
  const inFile = (entityId: string): string => closed.get(seqs.get(entityId) ?? -1)?.label ?? '';
  return {
    pseudonymised: people.map(({ entityId, label }) => ({ entityId, label, inFile: inFile(entityId) })),
    released: set.released.map(({ records, ...one }) => ({
      ...one,
      ...(records === undefined ? {} : { records: [...records] }),
      ...others(going.get(one.entityId)),
      inFile: inFile(one.entityId),
    })),
  };
}

function others(entity: CaseEntity | undefined): { others?: string[] } {
  return entity?.members === undefined ? {} : { others: otherNames(entity) };
}
