import type { Graph, GraphIdentifier, Texts } from './graph.ts';
import { isObject, type JsonObject, objectsOf, textOf, textsOf } from './json.ts';
import { ATTRIBUTES, FIELDS_BEHIND, OBJECTS, PAIRS, SPREAD } from './misp-types.ts';
import { entityTypeOf, linkTypeOf } from './type-words.ts';

interface Place {
  readonly graph: Graph;
  readonly event: string;
  /** Counted through the file: event, attributes and objects in their order. */
  readonly count: { line: number };
  /** Which thing stands for an attribute or object that is none itself. */
  readonly standsFor: Map<string, string>;
  /** Words about the event that are no thing. */
  readonly words: Map<string, string[]>;
  readonly tlp: Set<string>;
}

/** Bookkeeping of the server the event comes from. */
const INTERNAL = new Set([
  'id',
  'event_id',
  'object_id',
  'org_id',
  'orgc_id',
  'sharing_group_id',
  'distribution',
  'disable_correlation',
  'uuid',
  'user_id',
  'value',
  'type',
  'Tag',
  'Attribute',
  'Object',
  'ObjectReference',
  'Galaxy',
  'Org',
  'Orgc',
  'info',
  'comment',
  'timestamp',
  'name',
  'EventReport',
  'RelatedEvent',
  'template_uuid',
  'template_version',
  'data',
]);

export function addMispEvent(
  graph: Graph,
  event: JsonObject,
  count: { line: number },
  tlp: Set<string>,
): void {
  count.line += 1;
  const { line } = count;
  const key = textOf(event.uuid) || `event ${textOf(event.id) || line}`;
  const place: Place = { graph, event: key, count, standsFor: new Map(), words: new Map(), tlp };
  for (const attribute of objectsOf(event.Attribute)) addAttribute(place, attribute);
  for (const object of objectsOf(event.Object)) addObject(place, object);
  const words = [...place.words].map(([name, values]): [string, string] => [name, values.join('; ')]);
  graph.node({
    line,
    key,
    type: 'investigation',
    label: textOf(event.info),
    properties: {
      ...Object.fromEntries(words),
      ...common(event, tlp),
      organisation: textOf((event.Orgc as JsonObject | undefined)?.name),
      reports: objectsOf(event.EventReport).map(reportText).join('\n\n'),
      relatedEvents: objectsOf(event.RelatedEvent).map(relatedText).filter(Boolean).join('; '),
      galaxies: objectsOf(event.Galaxy).map(galaxyText).filter(Boolean).join('; '),
      kind: 'MISP event',
    },
  });
  for (const object of objectsOf(event.Object)) addObjectLinks(place, object);
}

function reportText(report: JsonObject): string {
  return [textOf(report.name), textOf(report.content)].filter(Boolean).join('\n');
}

function relatedText({ Event: related }: JsonObject): string {
  return isObject(related) ? textOf(related.info) || textOf(related.uuid) : '';
}

function galaxyText(galaxy: JsonObject): string {
  const clusters = objectsOf(galaxy.GalaxyCluster).map((one) => textOf(one.value));
  return [textOf(galaxy.name), clusters.join(', ')].filter(Boolean).join(': ');
}

function common(item: JsonObject, tlp: Set<string>): Texts {
  const tags = objectsOf(item.Tag).map((tag) => textOf(tag.name));
  const markings = tags.filter((tag) => /^tlp:/i.test(tag)).map((tag) => tag.toUpperCase());
  for (const one of markings) tlp.add(one);
  const rest = tags.filter((tag) => !/^tlp:/i.test(tag));
  return Object.fromEntries(
    Object.entries({
      ...textsOf(item, INTERNAL),
      note: textOf(item.comment),
      changed: instant(textOf(item.timestamp)),
      tags: rest.join('; '),
      marking: markings.join('; '),
    }).filter(([, value]) => value !== ''),
  );
}

function instant(seconds: string): string {
  return /^\d{9,10}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : seconds;
}

function addAttribute(place: Place, attribute: JsonObject): string | null {
  place.count.line += 1;
  const type = textOf(attribute.type);
  const pair = PAIRS[type];
  const [value, uuid] = [textOf(attribute.value), textOf(attribute.uuid)];
  const [first = '', ...rest] = value.split('|');
  const second = rest.join('|');
  const [own, field] = FIELDS_BEHIND[type] ?? [];
  if (own !== undefined && field !== undefined)
    return addOne(place, attribute, own, first, uuid, second === '' ? {} : { [field]: second });
  if (pair === undefined) return addOne(place, attribute, type, value, uuid);
  const from = addOne(place, attribute, pair[0], first, uuid);
  const to = addOne(place, attribute, pair[1], second, `${uuid}|2`);
  if (from !== null && to !== null) {
    place.graph.link({ line: place.count.line, from, to, type: 'other', properties: { kind: type } });
  }
  return from;
}

/** Key of the thing; null where the attribute is words about the event, which then has them. */
function addOne(
  place: Place,
  attribute: JsonObject,
  type: string,
  value: string,
  uuid: string,
  fields: Texts = {},
): string | null {
  const { graph, count, event } = place;
  const known = ATTRIBUTES[type];
  const key = uuid === '' ? `attribute ${count.line}` : uuid;
  if (value === '') return null;
  if (known === undefined) {
    place.standsFor.set(key, event);
    const note = textOf(attribute.comment);
    const text = note === '' ? value : `${value} (${note})`;
    place.words.set(type, [...(place.words.get(type) ?? []), text]);
    return null;
  }
  const identifiers = known.kind === null ? [] : [{ kind: known.kind, value }];
  graph.node({
    line: count.line,
    key,
    type: known.type,
    label: value,
    identifiers,
    properties: { ...fields, ...common(attribute, place.tlp), kind: type },
  });
  graph.link({ line: count.line, from: key, to: event, type: 'mentioned_in' });
  return key;
}

function addObject(place: Place, object: JsonObject): void {
  const name = textOf(object.name);
  const uuid = textOf(object.uuid);
  const attributes = objectsOf(object.Attribute);
  if (SPREAD.has(name)) {
    const keys = attributes.flatMap((attribute) => addAttribute(place, attribute) ?? []);
    const [first, ...others] = keys;
    if (first !== undefined) place.standsFor.set(uuid, first);
    for (const to of others) {
      place.graph.link({
        line: place.count.line,
        from: first ?? '',
        to,
        type: 'other',
        properties: { kind: name },
      });
    }
    return;
  }
  place.count.line += 1;
  addWholeObject(place, object, name, uuid, attributes);
}

/** One thing with its fields; fields are attributes that others may name by their own id. */
function addWholeObject(
  place: Place,
  object: JsonObject,
  name: string,
  uuid: string,
  attributes: readonly JsonObject[],
): void {
  const { graph, count, event, standsFor } = place;
  const known = OBJECTS[name];
  const key = uuid === '' ? `object ${count.line}` : uuid;
  const fields = fieldsOf(attributes);
  for (const attribute of attributes) standsFor.set(textOf(attribute.uuid), key);
  const identifiers = Object.entries(known?.numbers ?? {}).flatMap(([field, kind]): GraphIdentifier[] => {
    const value = fields[field];
    return value === undefined ? [] : [{ kind, value }];
  });
  graph.node({
    line: count.line,
    key,
    type: known?.type ?? entityTypeOf(name) ?? '',
    label: labelOf(fields, name) || (identifiers[0]?.value ?? `${name} ${key.slice(-12)}`),
    identifiers,
    properties: { ...fields, ...common(object, place.tlp), kind: name },
  });
  graph.link({ line: count.line, from: key, to: event, type: 'mentioned_in' });
}

function fieldsOf(attributes: readonly JsonObject[]): Texts {
  const fields: Texts = {};
  for (const attribute of attributes) {
    const name = textOf(attribute.object_relation) || textOf(attribute.type);
    const note = textOf(attribute.comment);
    const value = textOf(attribute.value) + (note === '' ? '' : ` (${note})`);
    fields[name] = fields[name] === undefined ? value : `${fields[name]}; ${value}`;
  }
  return fields;
}

const LABELS = [
  'full-name',
  'name',
  'text-name',
  'filename',
  'subject',
  'username',
  'title',
  'address',
  'city',
  'region',
  'country',
  'sha256',
  'sha1',
  'md5',
];

function labelOf(fields: Texts, name: string): string {
  const person = [fields['first-name'], fields['last-name']].filter(Boolean).join(' ');
  if (name === 'person' && person !== '') return person;
  for (const field of LABELS) {
    const text = fields[field];
    if (text !== undefined && text !== '') return text;
  }
  return '';
}

function addObjectLinks(place: Place, object: JsonObject): void {
  const resolve = (uuid: string): string =>
    place.graph.nodes.has(uuid) ? uuid : (place.standsFor.get(uuid) ?? uuid);
  for (const reference of objectsOf(object.ObjectReference)) {
    const kind = textOf(reference.relationship_type);
    const note = textOf(reference.comment);
    place.graph.link({
      line: place.count.line,
      from: resolve(textOf(object.uuid)),
      to: resolve(textOf(reference.referenced_uuid)),
      type: linkTypeOf(kind) ?? 'other',
      properties: { kind, ...(note === '' ? {} : { note }) },
    });
  }
}
