import type { PackageSelection } from '../../contract/exchange.ts';
import type { CaseData, CaseFact } from '../../core/evidence/case-data.ts';
import type { Surroundings } from '../../core/evidence/disclosure.ts';
import { MergedRecords, protectedRecord } from '../../core/evidence/merged-records.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { readChecks } from './read-checks.ts';
import { EventReader } from './read-events.ts';
import {
  type RecordedPermission,
  readFacts,
  readFile,
  readPermissions,
  readSources,
} from './read-evidence.ts';
import { chartPositions, chosenEntities, readEntities, readLinks } from './read-network.ts';

/** Rows read between two breaths: about 10 ms of work. */
const PAGE = 2000;

export interface Collected {
  readonly data: CaseData;
  /** What lies around the selection in the same file; it decides who is protected and never leaves. */
  readonly surroundings: Surroundings;
  readonly permissions: readonly RecordedPermission[];
  readonly fileSeq: number;
}

/**
 * Everything the selection names, before the disclosure policy: entities, what lies among them within the period,
 * and every fact about either. `breathe` is awaited between pages and may throw to cancel; nothing is written.
 */
export async function collect(
  database: ReadableDatabase,
  selection: PackageSelection,
  breathe: () => Promise<void>,
): Promise<Collected> {
  const { seq, file } = readFile(database, selection.fileId);
  const sources = readSources(database, seq);
  const chosen = chosenEntities(database, selection.entityIds, selection.chartId);
  const positions = selection.chartId === null ? new Map() : chartPositions(database, selection.chartId);
  const { ids, entities } = readEntities(database, seq, chosen, positions);
  await breathe();
  const links = readLinks(database, seq, ids, selection.period);
  const reader = new EventReader(database, seq, ids, chosen === null, selection.period);
  while (reader.readPage(PAGE)) await breathe();

  const { surroundings, protectedIds } = around(database, seq);
  const known = new Set([...ids.values(), ...links.map((link) => link.id), ...reader.ids.values()]);
  const bySource = new Map(sources.map((source) => [source.id, source]));
  const facts: CaseFact[] = [];
  const factsAround: CaseFact[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page = readFacts(database, seq, after, PAGE, bySource, (event) => reader.ids.get(event));
    for (const fact of page.facts) {
      if (known.has(fact.aboutId)) facts.push(fact);
      else if (protectedIds.has(fact.aboutId)) factsAround.push(fact);
    }
    after = page.last;
    await breathe();
  }
  return {
    data: {
      format: 1,
      file,
      sources,
      entities,
      facts,
      links,
      events: reader.events,
      checks: readChecks(database, seq, ids),
    },
    surroundings: { ...surroundings, facts: factsAround },
    permissions: readPermissions(database, seq),
    fileSeq: seq,
  };
}

/** Every entity and link of the file whatever was chosen and whenever it held: a naming link outside the period still names. */
function around(database: ReadableDatabase, fileSeq: number) {
  const { ids, entities } = readEntities(database, fileSeq, null, new Map());
  const links = readLinks(database, fileSeq, ids, null);
  const groups = [...new MergedRecords(entities).groups()];
  const hidden = groups.filter((group) => protectedRecord(group) !== undefined).flat();
  return { surroundings: { entities, links }, protectedIds: new Set(hidden.map((one) => one.id)) };
}
