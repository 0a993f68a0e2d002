import type { EventMapping, ImportSpecification, ValueSource } from '../../../contract/import.ts';
import { changeAt } from './lists.ts';
import { NOTHING } from './value-edit.ts';

export type EntityMapping = ImportSpecification['entities'][number];
export type LinkMapping = ImportSpecification['links'][number];
/** Everything that can be wrong or opened on screen has a key that says where it stands, e.g. `entity.0.label`. */
export type Part = 'entity' | 'link' | 'event';

export const EVENT_FIELDS = [
  'start',
  'end',
  'durationSeconds',
  'amount',
  'currency',
  'place',
  'latitude',
  'longitude',
] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

/** Where a value of the file can go to. Lists are counted from 0, properties known by their names. */
export type Place =
  | { readonly part: 'entity'; readonly at: number; readonly field: 'label' }
  | { readonly part: 'entity'; readonly at: number; readonly field: 'status' | 'key' }
  | { readonly part: 'entity' | 'link'; readonly at: number; readonly field: 'typeFrom' }
  | {
      readonly part: 'entity';
      readonly at: number;
      readonly field: 'identifier' | 'country';
      readonly index: number;
    }
  | {
      readonly part: 'entity' | 'event';
      readonly at: number;
      readonly field: 'property';
      readonly name: string;
    }
  | { readonly part: 'event'; readonly at: number; readonly field: EventField | 'direction' | 'kindFrom' };

export function placeKey(place: Place): string {
  const key = `${place.part}.${place.at}.${place.field}`;
  if (place.field === 'property') return `${key}.${place.name}`;
  return place.field === 'identifier' || place.field === 'country' ? `${key}.${place.index}` : key;
}

/** What stands in a place; null where nothing does. */
export function readPlace(spec: ImportSpecification, place: Place): ValueSource | null {
  if (place.part === 'event') return readEvent(spec.events[place.at], place);
  if (place.part === 'link') return spec.links[place.at]?.typeFrom ?? null;
  const entity = spec.entities[place.at];
  if (isOwnField(place.field)) return entity?.[place.field] ?? null;
  if (place.field === 'property') return own(entity?.properties, place.name);
  if (place.field !== 'identifier' && place.field !== 'country') return null;
  const identifier = entity?.identifiers[place.index];
  return (place.field === 'identifier' ? identifier?.value : identifier?.country) ?? null;
}

/** Values an entity has beside its identifiers and properties; each can be left out. */
const OWN_FIELDS = ['label', 'status', 'key', 'typeFrom'] as const;
function isOwnField(field: string): field is (typeof OWN_FIELDS)[number] {
  return (OWN_FIELDS as readonly string[]).includes(field);
}

function readEvent(
  event: EventMapping | undefined,
  place: Extract<Place, { part: 'event' }> | Extract<Place, { field: 'property' }>,
): ValueSource | null {
  if (place.field === 'property') return own(event?.properties, place.name);
  if (place.field === 'direction') return event?.direction?.value ?? null;
  return event?.[place.field] ?? null;
}

function own(
  properties: Readonly<Record<string, ValueSource>> | undefined,
  name: string,
): ValueSource | null {
  return properties !== undefined && Object.hasOwn(properties, name) ? (properties[name] ?? null) : null;
}

/**
 * Puts a value into a place. Null takes it away: a property or a country goes as a whole, an identifier and a
 * direction stay to be filled again.
 */
export function writePlace(
  spec: ImportSpecification,
  place: Place,
  value: ValueSource | null,
): ImportSpecification {
  if (place.part === 'event') {
    return { ...spec, events: changeAt(spec.events, place.at, (event) => writeEvent(event, place, value)) };
  }
  if (place.part === 'link') {
    return { ...spec, links: changeAt(spec.links, place.at, (link) => withTypeFrom(link, value)) };
  }
  return { ...spec, entities: changeAt(spec.entities, place.at, (one) => writeEntity(one, place, value)) };
}

function withTypeFrom({ typeFrom: _before, ...link }: LinkMapping, value: ValueSource | null): LinkMapping {
  return value === null ? link : { ...link, typeFrom: value };
}

function writeEntity(entity: EntityMapping, place: Place, value: ValueSource | null): EntityMapping {
  if (place.field === 'property') {
    return { ...entity, properties: withProperty(entity.properties, place.name, value) };
  }
  if (isOwnField(place.field)) {
    const { [place.field]: _before, ...rest } = entity;
    return value === null ? (rest as EntityMapping) : { ...entity, [place.field]: value };
  }
  if (place.field !== 'identifier' && place.field !== 'country') return entity;
  const isValue = place.field === 'identifier';
  const identifiers = changeAt(entity.identifiers, place.index, ({ country, ...identifier }) => {
    const stated = isValue ? country : value;
    return {
      ...identifier,
      value: isValue ? (value ?? NOTHING) : identifier.value,
      ...(stated === null || stated === undefined ? {} : { country: stated }),
    };
  });
  return { ...entity, identifiers };
}

function writeEvent(
  event: EventMapping,
  place: Extract<Place, { part: 'event' }> | Extract<Place, { field: 'property' }>,
  value: ValueSource | null,
): EventMapping {
  if (place.field === 'property') {
    return { ...event, properties: withProperty(event.properties, place.name, value) };
  }
  if (place.field === 'kindFrom') {
    const { kindFrom: _before, ...rest } = event;
    return value === null ? rest : { ...event, kindFrom: value };
  }
  if (place.field !== 'direction') return { ...event, [place.field]: value };
  if (event.direction === null && value === null) return event;
  return { ...event, direction: { incoming: event.direction?.incoming ?? [], value: value ?? NOTHING } };
}

function withProperty(
  properties: Readonly<Record<string, ValueSource>>,
  name: string,
  value: ValueSource | null,
): Record<string, ValueSource> {
  if (value !== null) return { ...properties, [name]: value };
  return Object.fromEntries(Object.entries(properties).filter(([one]) => one !== name));
}

/** Every place a column can be put into, also those that hold nothing yet. */
export function placesOf(spec: ImportSpecification): Place[] {
  const entities = spec.entities.flatMap((entity, at): Place[] => [
    { part: 'entity', at, field: 'label' },
    ...(entity.type === 'person' ? [{ part: 'entity', at, field: 'status' } as const] : []),
    ...entity.identifiers.flatMap(({ country }, index): Place[] => [
      { part: 'entity', at, field: 'identifier', index },
      ...(country === undefined ? [] : [{ part: 'entity', at, field: 'country', index } as const]),
    ]),
    ...propertiesOf('entity', at, entity.properties),
    { part: 'entity', at, field: 'key' },
    { part: 'entity', at, field: 'typeFrom' },
  ]);
  const events = spec.events.flatMap((event, at): Place[] => [
    ...EVENT_FIELDS.map((field): Place => ({ part: 'event', at, field })),
    { part: 'event', at, field: 'kindFrom' },
    { part: 'event', at, field: 'direction' },
    ...propertiesOf('event', at, event.properties),
  ]);
  const links = spec.links.map((_, at): Place => ({ part: 'link', at, field: 'typeFrom' }));
  return [...entities, ...links, ...events];
}

function propertiesOf(part: 'entity' | 'event', at: number, properties: EventMapping['properties']): Place[] {
  return Object.keys(properties).map((name) => ({ part, at, field: 'property', name }));
}
