import type { EntityType } from '../../../../core/model/entity-types.ts';
import { OWN_NUMBERS, REFERENCES, SCHEMATA, USED_NUMBERS } from './ftm-schemata.ts';
import type { Graph, GraphIdentifier, Texts } from './graph.ts';
import { type JsonObject, listOf, textOf, textsOf } from './json.ts';
import { entityTypeOf } from './type-words.ts';

export interface FtmEntity {
  readonly line: number;
  readonly id: string;
  readonly schema: string;
  readonly item: JsonObject;
  readonly properties: JsonObject;
}

const LABELS = [
  'name',
  'title',
  'caption',
  'full',
  'fileName',
  'subject',
  'number',
  'iban',
  'publicKey',
  'authority',
];
const NAME_PARTS = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'];
/** What stands on the entity itself and says where it comes from. */
const ORIGIN = ['datasets', 'first_seen', 'last_seen'];

/** A thing of the file, the numbers it uses and its lines to other things of the file. */
export function addThing(graph: Graph, entity: FtmEntity, ids: ReadonlyMap<string, string>): void {
  const { line, id, schema, item, properties } = entity;
  const numbers = OWN_NUMBERS[schema] ?? {};
  const identifiers = numbersOf(entity);
  const type = SCHEMATA[schema] ?? entityTypeOf(schema) ?? '';
  const label = labelOf(entity);
  const others = Object.keys(properties).filter((name) =>
    valuesOf(properties, name).every((one) => ids.has(one)),
  );
  graph.node({
    line,
    key: id,
    type,
    label,
    identifiers,
    country: firstOf(properties, 'country', 'jurisdiction', 'nationality').toUpperCase(),
    properties: {
      ...said(properties, new Set([...Object.keys(numbers), ...others, 'name', 'alias']), ids),
      ...textsOf(item, new Set(Object.keys(item).filter((name) => !ORIGIN.includes(name)))),
      ...otherNames(properties, label),
      ...(isOwnWord(type, schema) ? {} : { kind: schema }),
    },
  });
  addUsed(graph, entity, type);
  addReferences(graph, entity, ids, type);
}

function numbersOf({ schema, properties }: FtmEntity): GraphIdentifier[] {
  return Object.entries(OWN_NUMBERS[schema] ?? {}).flatMap(([property, kind]) =>
    valuesOf(properties, property).map((value) => ({ kind, value })),
  );
}

/** What a thing is called: by its name or its parts, else by its number, else by its kind. */
export function labelOf(entity: FtmEntity): string {
  const { id, schema, item, properties } = entity;
  const parts = NAME_PARTS.map((name) => firstOf(properties, name)).filter(Boolean);
  const stated = firstOf(properties, ...LABELS) || parts.join(' ') || textOf(item.caption);
  return (
    stated || numbersOf(entity)[0]?.value || `${schema} ${firstOf(properties, 'index') || id.slice(0, 8)}`
  );
}

function isOwnWord(type: string, schema: string): boolean {
  return type === schema.toLowerCase();
}

/** The first name is the label; the others are what it is called besides. */
function otherNames(properties: JsonObject, label: string): Texts {
  const names = [...valuesOf(properties, 'name'), ...valuesOf(properties, 'alias')];
  const others = [...new Set(names)].filter((name) => name !== label);
  return others.length === 0 ? {} : { alias: others.join('; ') };
}

function addUsed(graph: Graph, { line, id, schema, properties }: FtmEntity, own: string): void {
  for (const [property, { type, kind }] of Object.entries(USED_NUMBERS)) {
    if (OWN_NUMBERS[schema]?.[property] !== undefined) continue;
    for (const value of valuesOf(properties, property)) {
      const key = `${kind}:${value}`;
      if (!graph.nodes.has(key))
        graph.node({ line, key, type, label: value, identifiers: [{ kind, value }] });
      graph.link({ line, from: id, to: key, type: own === 'document' ? 'other' : 'uses' });
    }
  }
}

function addReferences(
  graph: Graph,
  { line, id, properties }: FtmEntity,
  ids: ReadonlyMap<string, string>,
  own: EntityType | '',
): void {
  for (const property of Object.keys(properties)) {
    const known = REFERENCES[property];
    const { type, isTurned = false } = known?.[own || 'any'] ?? known?.any ?? { type: 'other' };
    for (const value of valuesOf(properties, property)) {
      if (!ids.has(value) || value === id) continue;
      const [from, to] = isTurned ? [value, id] : [id, value];
      graph.link({ line, from, to, type, properties: type === 'other' ? { kind: property } : {} });
    }
  }
}

/** All that is stated, several values of one property with a semicolon between; other entities by their name. */
export function said(
  properties: JsonObject,
  without: ReadonlySet<string>,
  ids: ReadonlyMap<string, string>,
): Texts {
  return Object.fromEntries(
    Object.keys(properties)
      .filter((name) => !without.has(name))
      .map((name): [string, string] => [
        name,
        valuesOf(properties, name)
          .map((value) => ids.get(value) ?? value)
          .join('; '),
      ])
      .filter(([, value]) => value !== ''),
  );
}

export function firstOf(properties: JsonObject, ...names: string[]): string {
  for (const name of names) {
    const [first] = valuesOf(properties, name);
    if (first !== undefined) return first;
  }
  return '';
}

/** Values as texts; an entity that stands inside gives its id. */
export function valuesOf(properties: JsonObject, name: string): string[] {
  const value = properties[name];
  const list = Array.isArray(value) ? listOf(value) : value === undefined ? [] : [value];
  return list
    .map((one) =>
      typeof one === 'object' && one !== null && 'id' in one ? textOf((one as JsonObject).id) : textOf(one),
    )
    .filter((text) => text !== '');
}
