import { Failure } from '../../../../core/result.ts';
import { withNested } from './ftm-nested.ts';
import { EDGES, type EdgeSchema } from './ftm-schemata.ts';
import { addThing, type FtmEntity, firstOf, labelOf, said, valuesOf } from './ftm-things.ts';
import { Graph } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { isObject, type Json, type JsonObject, listOf, objectsOf, textOf, wholeText } from './json.ts';

/**
 * FollowTheMoney: one entity a line, a list of them, or the file of a network diagram. Schemata of two ends are links,
 * dated payments and calls events; numbers people use are things of their own; whatever names another entity of the
 * file is a link to it.
 */
export const followTheMoney = graphReader({
  format: 'follow-the-money',
  extensions: ['.ftm', '.ijson'],
  mediaType: 'application/json',
  isIt: (text) =>
    /^\s*[[{]/.test(text) && /"schema"\s*:\s*"[A-Z]\w+"/.test(text) && /"properties"\s*:\s*\{/.test(text),
  async parse(chunks, encoding, fileName) {
    const graph = new Graph();
    const stated = entitiesOf(graph, await wholeText(chunks, encoding));
    const seen = new Set(stated.map(({ id }) => id));
    const entities = stated.flatMap((entity) => withNested(entity, seen));
    if (entities.length === 0 && graph.faults.length > 0)
      throw new Failure('import.json-broken', { file: fileName });
    const things = entities.filter(({ schema }) => EDGES[schema] === undefined);
    const ids = new Map(things.map((entity) => [entity.id, labelOf(entity)]));
    for (const entity of entities) {
      const edge = EDGES[entity.schema];
      if (edge === undefined) addThing(graph, entity, ids);
      else addEdge(graph, entity, edge, ids);
    }
    return graph;
  },
});

function entitiesOf(graph: Graph, text: string): FtmEntity[] {
  const whole = parsed(text);
  if (whole !== undefined) {
    const listed = isObject(whole) ? (whole.entities ?? whole.results) : whole;
    const items = isObject(whole) && listed === undefined ? [whole] : objectsOf(listOf(listed));
    return items.flatMap((item, at) => entityOf(graph, item, at + 1));
  }
  return text.split('\n').flatMap((row, at) => {
    if (row.trim() === '') return [];
    const item = parsed(row);
    if (item !== undefined) return entityOf(graph, item, at + 1);
    graph.fault(at + 1, 'json-broken', row);
    return [];
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function entityOf(graph: Graph, item: Json, line: number): FtmEntity[] {
  const schema = isObject(item) ? textOf(item.schema) : '';
  const id = isObject(item) ? textOf(item.id) : '';
  if (!isObject(item) || schema === '' || id === '') {
    graph.fault(line, 'element-unknown', textOf(item));
    return [];
  }
  const properties: JsonObject = isObject(item.properties) ? item.properties : {};
  return [{ line, id, schema, item, properties }];
}

type Names = ReadonlyMap<string, string>;

function addEdge(graph: Graph, entity: FtmEntity, edge: EdgeSchema, ids: Names): void {
  const from = endsOf(graph, entity, edge.from);
  const to = endsOf(graph, entity, edge.to);
  if (from.length === 0 || to.length === 0) {
    graph.fault(entity.line, 'link-end-missing', JSON.stringify(entity.item));
    return;
  }
  for (const one of from) {
    for (const other of to) addLine(graph, entity, edge, [one, other], ids);
  }
}

/** Ids of an end; a payment may name the account, a call the number instead of whoever has it. */
function endsOf(graph: Graph, entity: FtmEntity, property: string): string[] {
  const ids = valuesOf(entity.properties, property);
  if (ids.length > 0) return ids;
  if (entity.schema === 'Payment') return valuesOf(entity.properties, `${property}Account`);
  if (entity.schema !== 'Call') return ids;
  return valuesOf(entity.properties, `${property}Number`).map((number) => {
    const key = `phone:${number}`;
    if (!graph.nodes.has(key)) {
      const identifiers = [{ kind: 'phone', value: number }];
      graph.node({ line: entity.line, key, type: 'phone', label: number, identifiers });
    }
    return key;
  });
}

function addLine(
  graph: Graph,
  entity: FtmEntity,
  edge: EdgeSchema,
  [from, to]: readonly [string, string],
  ids: Names,
): void {
  const { line, schema, properties } = entity;
  const start = firstOf(properties, 'date', 'startDate');
  const end = firstOf(properties, 'endDate');
  const kind = edge.type === 'other' ? { kind: schema } : {};
  const stated = { ...said(properties, new Set([edge.from, edge.to]), ids), ...kind };
  if (start !== '' && (schema === 'Payment' || schema === 'Call')) {
    graph.event({
      line,
      type: schema === 'Call' ? 'call' : 'payment',
      from,
      to,
      start,
      end,
      duration: firstOf(properties, 'duration'),
      ...priceOf(properties),
      properties: stated,
    });
  } else graph.link({ line, from, to, type: edge.type, start, end, properties: stated });
}

/** The amount as it was paid; where only a converted one is stated, that one. */
function priceOf(properties: JsonObject): { amount: string; currency: string } {
  const amount = firstOf(properties, 'amount');
  if (amount !== '') return { amount, currency: firstOf(properties, 'currency').toUpperCase() };
  const euros = firstOf(properties, 'amountEur');
  const dollars = firstOf(properties, 'amountUsd');
  return euros === '' ? { amount: dollars, currency: dollars && 'USD' } : { amount: euros, currency: 'EUR' };
}
