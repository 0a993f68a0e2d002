import { Failure } from '../../../../core/result.ts';
import { Graph, type Texts } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { isObject, type Json, type JsonObject, listOf, textOf, textsOf, wholeJson } from './json.ts';
import { identifiersOf, labelOf, patternAddresses, stixLinkType, stixType } from './stix-objects.ts';
import { stixObjects, withObserved } from './stix-observed.ts';

/**
 * STIX 2.0 and 2.1 bundle: domain objects and observables as things, relationships as links, sightings as events; a
 * field that names another object is a link to it. Markings stay as text with what they mark.
 */
export const stix = graphReader({
  format: 'stix',
  extensions: ['.stix'],
  mediaType: 'application/stix+json',
  isIt: (text) =>
    (/^\s*[[{]/.test(text) && /"id"\s*:\s*"bundle--/.test(text) && /"objects"\s*:\s*\[/.test(text)) ||
    (/^\s*(\[\s*\{|\{[^[]*"objects"\s*:\s*\[)/.test(text) &&
      /"spec_version"\s*:\s*"2\.\d"/.test(text) &&
      OBJECT_ID.test(text)),
  async parse(chunks, encoding, fileName) {
    const json = await wholeJson(chunks, encoding, fileName);
    const items = stixObjects(json);
    if (items.length === 0) throw new Failure('import.no-rows', { file: fileName });
    return graphOf(items);
  },
});

/** Type and UUID of any object. */
const OBJECT_ID = /"id"\s*:\s*"[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-/;
const LINKS = new Set(['relationship', 'sighting']);
/** Words about the objects that name it, no thing of its own. */
const MARKING = 'marking-definition';
const NOT_SAID = new Set(['id', 'type', 'spec_version', 'name', 'object_marking_refs']);
/** The markings of TLP 1 and 2 that every bundle may name without holding them. */
const TLP: Readonly<Record<string, string>> = {
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'TLP:WHITE',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'TLP:GREEN',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'TLP:AMBER',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'TLP:RED',
  'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487': 'TLP:CLEAR',
  'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb': 'TLP:GREEN',
  'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421': 'TLP:AMBER',
  'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003': 'TLP:AMBER+STRICT',
  'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1': 'TLP:RED',
};

function graphOf(items: readonly Json[]): Graph {
  const graph = new Graph();
  const objects = items.flatMap((item, at) =>
    isObject(item) ? withObserved(item).map((object) => ({ object, line: at + 1 })) : [],
  );
  const markings = markingsOf(objects.map(({ object }) => object));
  const bundle = bundleOf(objects.map(({ object }) => object));
  const names = new Set<string>();
  for (const { object, line } of objects) {
    const marking = listOf(object.object_marking_refs)
      .map((id) => markings.get(textOf(id)) ?? textOf(id))
      .join('; ');
    if (marking !== '') names.add(marking);
    const extra = { ...(marking === '' ? {} : { marking }), ...bundle.lines.get(textOf(object.id)) };
    add(graph, object, line, extra, bundle);
  }
  for (const [at, item] of items.entries()) {
    if (!isObject(item)) graph.fault(at + 1, 'element-unknown', textOf(item));
  }
  if (names.size > 0) graph.remark('markings', { list: [...names].join(', ') });
  return graph;
}

/** Ids of the things of a bundle, and of its links with the reports that mention them. */
interface Bundle {
  readonly things: ReadonlySet<string>;
  readonly lines: ReadonlyMap<string, Texts>;
}

function bundleOf(objects: readonly JsonObject[]): Bundle {
  const isLine = (object: JsonObject): boolean => LINKS.has(textOf(object.type));
  const lines = new Map(objects.filter(isLine).map((object) => [textOf(object.id), {} as Texts]));
  for (const object of objects) {
    for (const id of idsOf(object.object_refs)) {
      const texts = lines.get(id);
      if (texts === undefined) continue;
      const before = texts.mentionedIn === undefined ? '' : `${texts.mentionedIn}; `;
      texts.mentionedIn = before + labelOf(object);
    }
  }
  const isThing = (object: JsonObject): boolean => !isLine(object) && textOf(object.type) !== MARKING;
  const things = objects.filter(isThing).map((object) => textOf(object.id));
  return { things: new Set(things), lines };
}

function markingsOf(objects: readonly JsonObject[]): Map<string, string> {
  const found = new Map(Object.entries(TLP));
  for (const object of objects) {
    if (textOf(object.type) !== MARKING) continue;
    const definition = isObject(object.definition) ? object.definition : {};
    const tlp = textOf(definition.tlp);
    const text = tlp === '' ? textOf(definition.statement) : `TLP:${tlp.toUpperCase()}`;
    found.set(textOf(object.id), textOf(object.name) || text || textOf(object.definition));
  }
  return found;
}

function add(graph: Graph, object: JsonObject, line: number, marking: Texts, bundle: Bundle): void {
  const type = textOf(object.type);
  const id = textOf(object.id);
  if (type === '' || id === '') graph.fault(line, 'element-unknown', textOf(object));
  else if (type === MARKING) return;
  else if (type === 'relationship') addRelationship(graph, object, line, marking);
  else if (type === 'sighting') addSighting(graph, object, line, marking);
  else {
    addObject(graph, object, line, { ...outside(object, bundle), ...marking });
    addReferences(graph, object, line, bundle);
    addPattern(graph, object, line);
  }
}

function addObject(graph: Graph, object: JsonObject, line: number, marking: Texts): void {
  const type = textOf(object.type);
  const references = Object.keys(object).filter((name) => isReference(name));
  const { description, ...properties } = textsOf(object, new Set([...NOT_SAID, ...references]));
  graph.node({
    line,
    key: textOf(object.id),
    type: stixType(object),
    label: labelOf(object),
    identifiers: identifiersOf(object),
    properties: {
      ...properties,
      ...(description === undefined ? {} : { note: description }),
      kind: type,
      ...marking,
    },
  });
}

function isReference(name: string): boolean {
  return /_refs?$/.test(name) && name !== 'object_marking_refs';
}

/** Fields that name other objects of the bundle are links; a report of a thing is where the thing is mentioned. */
function addReferences(graph: Graph, object: JsonObject, line: number, bundle: Bundle): void {
  const id = textOf(object.id);
  for (const name of Object.keys(object).filter(isReference)) {
    const kind = name.replace(/_refs?$/, '');
    for (const other of idsOf(object[name]).filter((one) => bundle.things.has(one))) {
      if (name === 'object_refs') graph.link({ line, from: other, to: id, type: 'mentioned_in' });
      else graph.link({ line, from: id, to: other, type: 'other', properties: { kind } });
    }
  }
}

/** Addresses an indicator looks for, where its pattern compares them as they are. */
function addPattern(graph: Graph, object: JsonObject, line: number): void {
  for (const { type, kind, value } of patternAddresses(textOf(object.pattern))) {
    const key = `${kind}:${value}`;
    if (!graph.nodes.has(key)) graph.node({ line, key, type, label: value, identifiers: [{ kind, value }] });
    graph.link({ line, from: key, to: textOf(object.id), type: 'mentioned_in' });
  }
}

/** What is named and stands outside of the bundle stays as its id. */
function outside(object: JsonObject, { things, lines }: Bundle): Texts {
  const found: Texts = {};
  for (const name of Object.keys(object).filter(isReference)) {
    const ids = idsOf(object[name]).filter((one) => !things.has(one) && !lines.has(one));
    if (ids.length > 0) found[name] = ids.join('; ');
  }
  return found;
}

function idsOf(value: JsonObject[string] | undefined): string[] {
  return (Array.isArray(value) ? listOf(value) : [value]).map(textOf).filter(Boolean);
}

function addRelationship(graph: Graph, object: JsonObject, line: number, marking: Texts): void {
  const kind = textOf(object.relationship_type);
  const type = stixLinkType(kind);
  const { description, ...properties } = textsOf(
    object,
    new Set([...NOT_SAID, 'source_ref', 'target_ref', 'relationship_type']),
  );
  graph.link({
    line,
    from: textOf(object.source_ref),
    to: textOf(object.target_ref),
    type,
    start: textOf(object.start_time),
    end: textOf(object.stop_time),
    properties: {
      ...properties,
      kind,
      ...(description === undefined ? {} : { note: description }),
      ...marking,
    },
  });
}

/** One event for each place it was seen at, or one without. */
function addSighting(graph: Graph, object: JsonObject, line: number, marking: Texts): void {
  const seen = listOf(object.where_sighted_refs).map(textOf);
  const without = new Set([...NOT_SAID, 'sighting_of_ref', 'where_sighted_refs']);
  const { description, ...properties } = textsOf(object, without);
  for (const to of seen.length === 0 ? [''] : seen) {
    graph.event({
      line,
      type: 'other',
      from: textOf(object.sighting_of_ref),
      to,
      start: textOf(object.first_seen) || textOf(object.created),
      end: textOf(object.last_seen),
      properties: {
        ...properties,
        kind: 'sighting',
        ...(description === undefined ? {} : { note: description }),
        ...marking,
      },
    });
  }
}
