import { OWN_NUMBERS, REFERENCES, SCHEMATA, USED_NUMBERS } from './ftm-schemata.ts';
import type { Graph, GraphIdentifier, Texts } from './graph.ts';
import { type JsonObject, listOf, textOf } from './json.ts';
import { entityTypeOf } from './type-words.ts';

export interface FtmEntity {
  readonly line: number;
  readonly id: string;
  readonly schema: string;
  readonly item: JsonObject;
  readonly properties: JsonObject;
}

const LABELS = ['name', 'title', 'caption', 'full', 'fileName', 'subject', 'number', 'iban', 'publicKey'];

/** A thing of the file, the numbers it uses and its lines to other things of the file. */
export function addThing(graph: Graph, entity: FtmEntity, ids: ReadonlySet<string>): void {
  const { line, id, schema, item, properties } = entity;
  const numbers = OWN_NUMBERS[schema] ?? {};
  const identifiers = Object.entries(numbers).flatMap(([property, kind]) =>
    valuesOf(properties, property).map((value): GraphIdentifier => ({ kind, value })),
  );
  const type = SCHEMATA[schema] ?? entityTypeOf(schema) ?? '';
  const label = firstOf(properties, ...LABELS) || textOf(item.caption) || identifiers[0]?.value || '';
  graph.node({
    line,
    key: id,
    type,
    label: label || `${schema} ${firstOf(properties, 'index') || id.slice(0, 8)}`,
    identifiers,
    country: firstOf(properties, 'country', 'jurisdiction', 'nationality').toUpperCase(),
    properties: {
      ...said(properties, new Set([...Object.keys(numbers), 'name', 'alias'])),
      ...otherNames(properties, label),
      ...(isOwnWord(type, schema) ? {} : { kind: schema }),
    },
  });
  addUsed(graph, entity, type);
  addReferences(graph, entity, ids);
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

function addReferences(graph: Graph, { line, id, properties }: FtmEntity, ids: ReadonlySet<string>): void {
  for (const property of Object.keys(properties)) {
    for (const value of valuesOf(properties, property)) {
      if (!ids.has(value) || value === id) continue;
      const type = REFERENCES[property] ?? 'other';
      graph.link({ line, from: id, to: value, type, properties: type === 'other' ? { kind: property } : {} });
    }
  }
}

/** All that is stated, several values of one property with a semicolon between. */
export function said(properties: JsonObject, without: ReadonlySet<string>): Texts {
  return Object.fromEntries(
    Object.keys(properties)
      .filter((name) => !without.has(name))
      .map((name): [string, string] => [name, valuesOf(properties, name).join('; ')])
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
