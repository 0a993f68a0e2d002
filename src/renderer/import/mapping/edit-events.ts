import { type EventMapping, type ImportSpecification, NO_EVENT } from '../../../contract/import.ts';
import type { EventType, LinkType } from '../../../core/model/link-types.ts';
import { namesOf } from './edit-entities.ts';
import { changeAt, removeAt } from './lists.ts';
import type { LinkMapping } from './place.ts';

/** A new link between the first two entities; an end nobody can fill yet is empty and shown as a problem. */
export function addLink(spec: ImportSpecification, type: LinkType): ImportSpecification {
  const [from = '', to = ''] = namesOf(spec);
  return { ...spec, links: [...spec.links, { from, to, type, strength: 'unconfirmed' }] };
}

export function changeLink(
  spec: ImportSpecification,
  at: number,
  change: Partial<LinkMapping>,
): ImportSpecification {
  return { ...spec, links: changeAt(spec.links, at, (link) => ({ ...link, ...change })) };
}

export function removeLink(spec: ImportSpecification, at: number): ImportSpecification {
  return { ...spec, links: removeAt(spec.links, at) };
}

export function addEvent(spec: ImportSpecification, type: EventType): ImportSpecification {
  const [from = null, to = null] = namesOf(spec);
  return { ...spec, events: [...spec.events, { type, ...NO_EVENT, from, to }] };
}

/** What of an event is no value of the file: its type and its ends. */
export function changeEvent(
  spec: ImportSpecification,
  at: number,
  change: Partial<Pick<EventMapping, 'type' | 'from' | 'to'>>,
): ImportSpecification {
  return { ...spec, events: changeAt(spec.events, at, (event) => ({ ...event, ...change })) };
}

export function removeEvent(spec: ImportSpecification, at: number): ImportSpecification {
  return { ...spec, events: removeAt(spec.events, at) };
}

/** Words that swap the two ends, as a person types them: between commas. */
export function changeIncoming(spec: ImportSpecification, at: number, text: string): ImportSpecification {
  const incoming = text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const events = changeAt(spec.events, at, (event) =>
    event.direction === null ? event : { ...event, direction: { ...event.direction, incoming } },
  );
  return { ...spec, events };
}

export function removeDirection(spec: ImportSpecification, at: number): ImportSpecification {
  return { ...spec, events: changeAt(spec.events, at, (event) => ({ ...event, direction: null })) };
}
