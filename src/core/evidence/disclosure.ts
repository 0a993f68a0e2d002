import { type BlockedSource, BlockedSources } from './blocked-sources.ts';
import type { CaseData, CaseEntity, CaseEvent, CaseFact, CaseLink } from './case-data.ts';
import { type EffectiveMarking, effectiveMarking, type Marking } from './marking.ts';
import { type Grounds, permittedEntity } from './permitted-entity.ts';
import { type Pseudonym, pseudonymsOf } from './pseudonyms.ts';
import { type Scrub, scrubber, scrubProperties } from './scrub.ts';
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
  readonly pseudonymised: readonly Pseudonym[];
  /** Sources that hold something back from these recipients. */
  readonly blocked: readonly BlockedSource[];
}

/**
 * What of a data set may go to these recipients. Each item goes only if its source may (see SourceDecisions);
 * an entity no permitted source knows is left out with everything that hangs on it; protected people and what
 * names them go under stand-ins. The result holds no word that only a withheld item had.
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
  const scrub = scrubber(hiddenNames(data, whole, stands, known));
  const joins = ends(known, withhold);
  const result = replace(
    {
      ...data,
      facts,
      links: links.filter(joins),
      events: events.filter(joins),
      entities: [...known.values()],
    },
    stands,
    scrub,
    withhold,
  );
  return {
    data: result,
    marking: effectiveMarking([
      data.file.marking,
      ...result.sources.map(({ marking, handlingText, tlp = null }) => ({ ...marking, handlingText, tlp })),
      ...result.facts.map(({ marking, handlingText = null }) => ({ ...marking, handlingText })),
    ]),
    withheld: [...count].map(([reason, items]) => ({ reason, count: items })).sort(byReason),
    pseudonymised: [...stands.values()].filter((one) => known.has(one.entityId)),
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

/** Everything that would name a hidden thing: of stand-ins their names, of withheld entities label and identifiers. */
function hiddenNames(
  data: CaseData,
  whole: Surroundings,
  stands: ReadonlyMap<string, Pseudonym>,
  known: ReadonlyMap<string, CaseEntity>,
): Map<string, string> {
  const names = new Map<string, string>();
  const withheld = new Set(data.entities.filter((one) => !known.has(one.id)).map((one) => one.id));
  for (const entity of whole.entities) {
    const stand = stands.get(entity.id);
    if (stand === undefined && !withheld.has(entity.id)) continue;
    const label = stand?.label ?? '–';
    names.set(entity.label, label);
    for (const one of entity.identifiers) names.set(one.value, label).set(one.raw, label);
    for (const [key, value] of Object.entries(entity.properties))
      if (/name|alias|birth/iu.test(key)) names.set(String(value), label);
  }
  for (const fact of whole.facts) {
    const stand = stands.get(fact.aboutId);
    if (stand !== undefined && /name|alias|birth/iu.test(fact.property ?? ''))
      names.set(fact.value, stand.label);
  }
  return names;
}

function replace(
  data: CaseData,
  stands: ReadonlyMap<string, Pseudonym>,
  scrub: Scrub,
  withhold: (reason: WithheldReason) => void,
): CaseData {
  const id = <T extends string | null>(own: T): T =>
    own === null ? own : ((stands.get(own)?.standInId ?? own) as T);
  const kept = new Set([
    ...data.entities.map((one) => one.id),
    ...data.links.map((one) => one.id),
    ...data.events.map((one) => one.id),
  ]);
  const facts = data.facts.filter((fact) => {
    if (stands.has(fact.aboutId)) withhold('protected');
    else if (!kept.has(fact.aboutId)) withhold('entity-withheld');
    return !stands.has(fact.aboutId) && kept.has(fact.aboutId);
  });
  const used = new Set<string>();
  for (const item of [...facts, ...data.links, ...data.events, ...data.entities])
    if (item.sourceId !== null) used.add(item.sourceId);
  return {
    ...data,
    file: {
      ...data.file,
      title: scrub(data.file.title),
      purpose: scrub(data.file.purpose),
      conditions: scrub(data.file.conditions),
    },
    sources: data.sources
      .filter((source) => used.has(source.id))
      .map((source) => ({ ...source, title: scrub(source.title), handlingText: scrub(source.handlingText) })),
    entities: data.entities.map((entity) => standIn(entity, stands.get(entity.id), scrub)),
    facts: facts.map((fact) => scrubbedFact(fact, scrub)),
    links: data.links.map((link) => ({
      ...link,
      from: id(link.from),
      to: id(link.to),
      properties: scrubProperties(link.properties, scrub),
    })),
    events: data.events.map((event) => ({
      ...event,
      from: id(event.from),
      to: id(event.to),
      participants: event.participants
        .filter((one) => kept.has(one.entityId))
        .map((one) => ({ ...one, entityId: id(one.entityId) })),
      place: event.place === null ? null : scrub(event.place),
      properties: scrubProperties(event.properties, scrub),
    })),
  };
}

function scrubbedFact({ restsOn: _inward, ...fact }: CaseFact, scrub: Scrub): CaseFact {
  const value = scrub(fact.value);
  if (fact.handlingText === undefined) return { ...fact, value };
  return { ...fact, value, handlingText: scrub(fact.handlingText) };
}

function standIn(entity: CaseEntity, stand: Pseudonym | undefined, scrub: Scrub): CaseEntity {
  if (stand === undefined)
    return { ...entity, label: scrub(entity.label), properties: scrubProperties(entity.properties, scrub) };
  return {
    ...entity,
    id: stand.standInId,
    label: stand.label,
    status: entity.status === 'informant' ? null : entity.status,
    pseudonym: true,
    properties: {},
    identifiers: [],
    latitude: null,
    longitude: null,
  };
}
