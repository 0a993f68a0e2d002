import { Failure } from '../../../../core/result.ts';
import { Graph } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { isObject, type Json, type JsonObject, listOf, objectsOf, wholeJson } from './json.ts';
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
  return objectsOf(json.Attribute).length > 0 || objectsOf(json.Object).length > 0 ? [json] : [];
}
