import { Failure } from '../../../../core/result.ts';
import { Graph } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { isObject, type Json, type JsonObject, listOf, objectsOf, textOf, wholeJson } from './json.ts';
import { addMispEvent } from './misp-event.ts';

/** MISP event or list of events: the event, its attributes and objects as things; tags and markings stay as text. */
export const misp = graphReader({
  format: 'misp',
  extensions: ['.misp'],
  mediaType: 'application/json',
  isIt: (text) =>
    /^\s*[[{]/.test(text) &&
    /"(Attribute|Object)"\s*:\s*\[/.test(text) &&
    /"(to_ids|threat_level_id|Orgc|object_relation)"\s*:/.test(text),
  async parse(chunks, encoding, fileName) {
    const graph = new Graph();
    const events = eventsOf(await wholeJson(chunks, encoding, fileName));
    if (events.length === 0) throw new Failure('import.no-rows', { file: fileName });
    const tlp = new Set<string>();
    const count = { line: 0 };
    for (const event of events) addMispEvent(graph, event, count, tlp);
    if (tlp.size > 0) graph.remark('markings', { list: [...tlp].join(', ') });
    return graph;
  },
});

/** `{Event: …}`, the event itself, a list of either, or the answer of a search. */
function eventsOf(json: Json): JsonObject[] {
  if (Array.isArray(json)) return listOf(json).flatMap(eventsOf);
  if (!isObject(json)) return [];
  if (json.response !== undefined) return eventsOf(json.response);
  if (isObject(json.Event)) return [json.Event];
  const found = objectsOf(json.Attribute);
  if (found.some((one) => isObject(one.Event))) return byEvent(found);
  return objectsOf(json.Attribute).length > 0 || objectsOf(json.Object).length > 0 ? [json] : [];
}

/** A search for attributes gives each with the event it belongs to. */
function byEvent(attributes: readonly JsonObject[]): JsonObject[] {
  const events = new Map<string, { event: JsonObject; attributes: JsonObject[] }>();
  for (const { Event: stated, ...attribute } of attributes) {
    const event = isObject(stated) ? stated : {};
    const key = textOf(event.uuid) || textOf(attribute.event_id);
    const known = events.get(key) ?? { event, attributes: [] };
    known.attributes.push(attribute);
    events.set(key, known);
  }
  return [...events.values()].map((one) => ({ ...one.event, Attribute: one.attributes }));
}
