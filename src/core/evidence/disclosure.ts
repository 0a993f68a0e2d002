import { type BlockedSource, BlockedSources } from './blocked-sources.ts';
import type { CaseData, CaseEntity, CaseEvent, CaseFact, CaseLink } from './case-data.ts';
import { type EffectiveMarking, effectiveMarking, type Marking } from './marking.ts';
import { MergedRecords } from './merged-records.ts';
import { outgoing } from './outgoing.ts';
import { outgoingChecks } from './outgoing-checks.ts';
import { type Grounds, permittedEntity } from './permitted-entity.ts';
import { type Pseudonym, pseudonymsOf } from './pseudonyms.ts';
import { scrubber } from './scrub.ts';
import { type Permission, SourceDecisions, type WithheldReason } from './source-decision.ts';

export interface DisclosureRequest {
  readonly recipients: readonly string[];
  readonly permissions: readonly Permission[];
  /** Ids of protected people released by name, one by one, each with a recorded reason. */
  readonly released: readonly string[];
  /**
   * The rest of the analysis file, never disclosed itself: a chosen phone is a victim's also where the victim was not
   * chosen, and a chosen note may name people who were not.
   */
  readonly surroundings: Surroundings;
}

export type Surroundings = Pick<CaseData, 'entities' | 'links' | 'facts'>;

export interface Disclosure {
  readonly data: CaseData;
  readonly marking: EffectiveMarking;
  readonly withheld: readonly { readonly reason: WithheldReason; readonly count: number }[];
  /** One for each that goes under a stand-in, with the records it stands for. */
  readonly pseudonymised: readonly (Pseudonym & { readonly records: readonly string[] })[];
  /** Sources that hold something back from these recipients. */
  readonly blocked: readonly BlockedSource[];
}

/**
 * What of a data set may go to these recipients. Each item goes only if its source may (see SourceDecisions);
 * an entity no permitted source knows is left out with everything that hangs on it; protected people and what
 * names them go under stand-ins. The result holds no word that only a withheld item had. Each record of a merged one is
 * judged by its own sources; what is left of them goes as one.
 */
export function disclose(data: CaseData, request: DisclosureRequest): Disclosure {
  const count = new Map<WithheldReason, number>();
  const withhold = (reason: WithheldReason) => count.set(reason, (count.get(reason) ?? 0) + 1);
  const decisions = new SourceDecisions(data.sources, request.recipients, request.permissions);
  const holding = new BlockedSources();
  const may = (sourceId: string | null, marking?: Marking): boolean => {
    const block = sourceId === null ? null : decisions.block(sourceId, marking);
    if (sourceId === null || block === null) return true;
    withhold(block.reason);
    holding.add(sourceId, block, 1);
    return false;
  };
  const whole = withSurroundings(data, request.surroundings);
  const stands = pseudonymsOf(whole, new Set(request.released));

  const grounds = (fact: CaseFact) => [fact, ...(fact.restsOn ?? [])];
  const facts = data.facts.filter((fact) => grounds(fact).every((one) => may(one.sourceId, one.marking)));
  const permittedFacts = new Set(facts);
  const blocked = blockedTargets(data.facts, permittedFacts);
  const links = data.links.filter((link) => may(link.sourceId) && !blockedLink(link, blocked, withhold));
  const events = data.events.filter((event) => may(event.sourceId) && !blockedLink(event, blocked, withhold));

  const known = knownEntities(data, permittedFacts, mentions(links, events), decisions);
  for (const entity of data.entities) {
    if (!known.has(entity.id)) withhold('no-permitted-fact');
    holdOrigin(entity, decisions, holding);
  }
  const all = new MergedRecords(whole.entities);
  const scrub = scrubber(hiddenNames(data, whole, { all, stands, known }));
  const joins = ends(known, withhold);
  const merged = new MergedRecords(known.values());
  const result = outgoing(
    {
      ...data,
      facts,
      links: links.filter(joins),
      events: events.filter(joins),
      entities: [...known.values()],
    },
    { stands, merged, all, scrub, withhold },
  );
  const { recipients } = request;
  const leaving = { recipients, known, permitted: permittedFacts, stands, merged, all, scrub, withhold };
  const checks = outgoingChecks(data, leaving);
  return {
    data: { ...result, checks },
    marking: effectiveMarking([
      data.file.marking,
      ...result.sources.map(({ marking, handlingText, tlp = null }) => ({ ...marking, handlingText, tlp })),
      ...[...result.facts, ...checks].map(({ marking, handlingText = null }) => ({
        ...marking,
        handlingText,
      })),
    ]),
    withheld: [...count].map(([reason, items]) => ({ reason, count: items })).sort(byReason),
    pseudonymised: [...stands.values()]
      .filter(({ entityId }) => known.has(entityId) && merged.shownId(entityId) === entityId)
      .map((one) => ({ ...one, records: merged.recordsOf(one.entityId).map(({ id }) => id) })),
    blocked: holding.list(data.sources, scrub),
  };
}

/** An import that made an entity holds it back even where no single fact of it does. */
function holdOrigin({ sourceId }: CaseEntity, decisions: SourceDecisions, holding: BlockedSources): void {
  const block = sourceId === null ? null : decisions.block(sourceId);
  if (sourceId !== null && block !== null) holding.add(sourceId, block, 0);
}

function byReason(left: { reason: string }, right: { reason: string }): number {
  return left.reason < right.reason ? -1 : 1;
}

/** Links and events about which facts exist, none of which may go. */
function blockedTargets(all: readonly CaseFact[], permitted: ReadonlySet<CaseFact>): ReadonlySet<string> {
  const blocked = new Set<string>();
  for (const fact of all) if (fact.about !== 'entity' && !permitted.has(fact)) blocked.add(fact.aboutId);
  for (const fact of all) if (permitted.has(fact)) blocked.delete(fact.aboutId);
  return blocked;
}

function blockedLink(
  item: { id: string },
  blocked: ReadonlySet<string>,
  withhold: (reason: WithheldReason) => void,
): boolean {
  if (!blocked.has(item.id)) return false;
  withhold('no-permitted-fact');
  return true;
}

function mentions(links: readonly CaseLink[], events: readonly CaseEvent[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const item of [...links.filter((link) => link.sourceId !== null), ...events]) {
    if (item.from !== null) found.add(item.from);
    if (item.to !== null) found.add(item.to);
  }
  return found;
}

function knownEntities(
  data: CaseData,
  permitted: ReadonlySet<CaseFact>,
  mentioned: ReadonlySet<string>,
  decisions: SourceDecisions,
): Map<string, CaseEntity> {
  const grounds = new Map<string, { permitted: CaseFact[]; withheld: CaseFact[] }>();
  for (const fact of data.facts) {
    if (fact.about !== 'entity') continue;
    const entry = grounds.get(fact.aboutId) ?? { permitted: [], withheld: [] };
    grounds.set(fact.aboutId, entry);
    (permitted.has(fact) ? entry.permitted : entry.withheld).push(fact);
  }
  const known = new Map<string, CaseEntity>();
  for (const entity of data.entities) {
    const own: Grounds = {
      ...(grounds.get(entity.id) ?? { permitted: [], withheld: [] }),
      origin: entity.sourceId === null ? null : decisions.reason(entity.sourceId) === null,
      mentioned: mentioned.has(entity.id),
    };
    const shown = permittedEntity(entity, own, (sourceId) => decisions.reason(sourceId) === null);
    if (shown !== null) known.set(entity.id, shown);
  }
  return known;
}

function ends(known: ReadonlyMap<string, CaseEntity>, withhold: (reason: WithheldReason) => void) {
  return (item: { from: string | null; to: string | null }): boolean => {
    const whole = (item.from === null || known.has(item.from)) && (item.to === null || known.has(item.to));
    if (!whole) withhold('entity-withheld');
    return whole;
  };
}

/** What was chosen comes first, so that the stand-ins of a package are numbered from 1 by its own people. */
function withSurroundings(data: CaseData, around: Surroundings): Surroundings {
  const join = <T extends { id: string }>(own: readonly T[], others: readonly T[]): T[] => {
    const ids = new Set(own.map((one) => one.id));
    return [...own, ...others.filter((one) => !ids.has(one.id))];
  };
  return {
    entities: join(data.entities, around.entities),
    links: join(data.links, around.links),
    facts: join(data.facts, around.facts),
  };
}

interface Decided {
  readonly all: MergedRecords;
  readonly stands: ReadonlyMap<string, Pseudonym>;
  readonly known: ReadonlyMap<string, CaseEntity>;
}

/** Everything that would name a hidden thing: of stand-ins their names, of withheld entities label and identifiers. */
function hiddenNames(
  data: CaseData,
  whole: Surroundings,
  { all, stands, known }: Decided,
): Map<string, string> {
  const names = new Map<string, string>();
  const withheld = new Set(data.entities.filter((one) => !known.has(one.id)).map((one) => one.id));
  const told = toldOfMerged(withheld, { all, stands, known });
  for (const entity of whole.entities) {
    const stand = stands.get(entity.id);
    if (stand === undefined && !withheld.has(entity.id)) continue;
    const label = stand?.label ?? '–';
    for (const word of namesOf(entity)) if (!told(entity, word)) names.set(word, label);
  }
  for (const fact of whole.facts) {
    const stand = stands.get(fact.aboutId);
    if (stand !== undefined && /name|alias|birth/iu.test(fact.property ?? ''))
      names.set(fact.value, stand.label);
  }
  return names;
}

function namesOf(entity: CaseEntity): string[] {
  const own = Object.entries(entity.properties).filter(([key]) => /name|alias|birth/iu.test(key));
  const numbers = entity.identifiers.flatMap((one) => [one.value, one.raw]);
  return [entity.label, ...numbers, ...own.map(([, value]) => String(value))];
}

/** A name of a withheld record that a permitted record of the same merged one has as well is no secret. */
function toldOfMerged(
  withheld: ReadonlySet<string>,
  { all, stands, known }: Decided,
): (entity: CaseEntity, word: string) => boolean {
  const fold = (word: string): string => word.trim().toLocaleLowerCase();
  return (entity, word) =>
    withheld.has(entity.id) &&
    !stands.has(entity.id) &&
    all
      .recordsOf(entity.id)
      .flatMap((one) => known.get(one.id) ?? [])
      .some((one) => namesOf(one).some((name) => fold(name) === fold(word)));
}
