import type { CaseData, CaseEntity, CaseEvent, CaseFact, CaseLink, EndRecords } from './case-data.ts';
import { folded, type MergedRecords, protectedRecord } from './merged-records.ts';
import type { Pseudonym } from './pseudonyms.ts';
import { type Scrub, scrubProperties } from './scrub.ts';
import type { WithheldReason } from './source-decision.ts';

interface Outgoing {
  /** By the id of each record that is hidden. */
  readonly stands: ReadonlyMap<string, Pseudonym>;
  /** The records that go. */
  readonly merged: MergedRecords;
  /** All there are; one that stays protects the others all the same. */
  readonly all: MergedRecords;
  readonly scrub: Scrub;
  readonly withhold: (reason: WithheldReason) => void;
}

/** The permitted items as they leave: hidden people and things under stand-ins, merged records as one, texts scrubbed. */
export function outgoing(data: CaseData, how: Outgoing): CaseData {
  const { scrub } = how;
  const facts = permittedFacts(data, how);
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
    entities: [...how.merged.groups()].flatMap((group) => outgoingEntity(group, how)),
    facts,
    links: data.links.map((link) => ({
      ...ends(link, how),
      properties: scrubProperties(link.properties, scrub),
    })),
    events: data.events.map((event) => outgoingEvent(event, how)),
  };
}

function permittedFacts(data: CaseData, { stands, merged, scrub, withhold }: Outgoing): CaseFact[] {
  const kept = new Set([...data.entities, ...data.links, ...data.events].map((one) => one.id));
  return data.facts.flatMap((fact) => {
    const hidden = stands.has(fact.aboutId);
    if (hidden || !kept.has(fact.aboutId)) {
      withhold(hidden ? 'protected' : 'entity-withheld');
      return [];
    }
    const shown = merged.shownId(fact.aboutId);
    const record = shown === fact.aboutId ? {} : { recordId: fact.aboutId };
    return [{ ...scrubbedFact(fact, scrub), aboutId: shown, ...record }];
  });
}

/** What it was drawn from stays inside. */
function scrubbedFact({ restsOn: _inward, ...fact }: CaseFact, scrub: Scrub): CaseFact {
  const value = scrub(fact.value);
  if (fact.handlingText === undefined) return { ...fact, value };
  return { ...fact, value, handlingText: scrub(fact.handlingText) };
}

/** What an id goes under, and the record it means where that is another one. */
function goesAs(id: string, { stands, merged }: Outgoing): { id: string; record: string | null } {
  const stand = stands.get(id);
  const shown = merged.shownId(id);
  if (stand === undefined) return { id: shown, record: shown === id ? null : id };
  const main = stands.get(shown) ?? stand;
  return { id: stand.standInId, record: main.recordId === stand.recordId ? null : stand.recordId };
}

function ends<T extends CaseLink | CaseEvent>(item: T, how: Outgoing): T & EndRecords {
  const from = item.from === null ? null : goesAs(item.from, how);
  const to = item.to === null ? null : goesAs(item.to, how);
  return {
    ...item,
    from: from?.id ?? null,
    to: to?.id ?? null,
    ...(from?.record == null ? {} : { fromRecord: from.record }),
    ...(to?.record == null ? {} : { toRecord: to.record }),
  };
}

function outgoingEvent(event: CaseEvent, how: Outgoing): CaseEvent {
  const { merged, scrub } = how;
  return {
    ...ends(event, how),
    participants: event.participants
      .filter((one) => merged.recordsOf(one.entityId).some((record) => record.id === one.entityId))
      .map((one) => {
        const { id, record } = goesAs(one.entityId, how);
        return { ...one, entityId: id, ...(record === null ? {} : { recordId: record }) };
      }),
    place: event.place === null ? null : scrub(event.place),
    properties: scrubProperties(event.properties, scrub),
  };
}

function outgoingEntity(group: readonly CaseEntity[], { stands, all, scrub }: Outgoing): CaseEntity[] {
  const [first] = group;
  const stand = first === undefined ? undefined : stands.get(first.id);
  if (first !== undefined && stand !== undefined) return [standIn(first, all.recordsOf(first.id), stand)];
  const clean = group.map((one) => ({
    ...one,
    status: withoutInformant(one.status),
    label: scrub(one.label),
    properties: scrubProperties(one.properties, scrub),
  }));
  return folded(clean);
}

/** That there is a source inside the group does not travel, not even with the name of somebody who was released. */
function withoutInformant(status: CaseEntity['status']): CaseEntity['status'] {
  return status === 'informant' ? null : status;
}

/** One stand-in for all records of a merged one. */
function standIn(first: CaseEntity, group: readonly CaseEntity[], stand: Pseudonym): CaseEntity {
  const { leadId: _lead, ...entity } = first;
  const status = (protectedRecord(group) ?? first).status;
  return {
    ...entity,
    id: stand.standInId,
    label: stand.label,
    status: withoutInformant(status),
    minor: group.some((one) => one.minor),
    pseudonym: true,
    properties: {},
    identifiers: [],
    latitude: null,
    longitude: null,
  };
}
