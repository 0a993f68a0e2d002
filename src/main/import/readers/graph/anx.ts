import type { Strength } from '../../../../core/model/link-types.ts';
import { AnxCollector, type AnxItem, type AnxLists, itemDate } from './anx-items.ts';
import { Graph, type Texts } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { labelNumber } from './numbers.ts';
import { oneLine } from './plain.ts';
import { entityTypeOf, linkTypeOf } from './type-words.ts';
import { readXml } from './xml.ts';

/**
 * i2 Analyst's Notebook chart as XML: entities of every representation with type, identity, label, attributes, cards,
 * date and grades; links with type, direction and strength. What only says how the chart looks is not read.
 */
export const anx = graphReader({
  format: 'anx',
  extensions: ['.anx'],
  mediaType: 'application/xml',
  isIt: (text) =>
    /<Chart[\s>]/.test(text) && /<(ChartItem|ApplicationVersion|EntityType|Strength)/.test(text),
  async parse(chunks, encoding, fileName) {
    const collector = new AnxCollector();
    await readXml(chunks, encoding, fileName, collector);
    return graphOf(collector);
  },
});

function graphOf({ items, lists }: AnxCollector): Graph {
  const graph = new Graph();
  const keys = new Map<string, string>();
  for (const item of items) {
    if (item.link === null) addEntity(graph, item, lists, keys);
  }
  for (const item of items) {
    if (item.link !== null) addLink(graph, item, item.link, lists, keys);
  }
  const graded = items.filter((item) => Object.keys(gradesOf(item, lists)).length > 0).length;
  if (graded > 0) graph.remark('foreignGrades', { count: graded });
  return graph;
}

function addEntity(graph: Graph, item: AnxItem, lists: AnxLists, keys: Map<string, string>): void {
  const { chartItem, entity, line, style } = item;
  const key = entity.EntityId ?? entity.Id ?? chartItem.Id ?? `${line}`;
  for (const id of [entity.EntityId, entity.Id, item.endId, chartItem.Id]) {
    if (id !== undefined && id !== '' && !keys.has(id)) keys.set(id, key);
  }
  const kind = named(style.Type ?? entity.EntityTypeId, style.EntityTypeReference, lists.entityTypes);
  const icons = [lists.icons.get(kind) ?? '', style.TypeIconName ?? ''];
  const type =
    [kind, ...icons].map(entityTypeOf).find((one) => one !== null) ?? (item.isText ? 'document' : '');
  const identity = entity.Identity ?? '';
  const label = oneLine(chartItem.Label ?? '') || oneLine(identity) || oneLine(item.text);
  const numbers = labelNumber(type, identity);
  graph.node({
    line,
    key,
    type,
    label,
    identifiers: numbers.length > 0 ? numbers : labelNumber(type, label),
    properties: {
      ...commonProperties(item, lists, kind),
      ...texts({ identity: oneLine(identity) === label ? '' : identity, date: itemDate(chartItem) }),
    },
  });
}

function addLink(
  graph: Graph,
  item: AnxItem,
  link: Texts,
  lists: AnxLists,
  keys: ReadonlyMap<string, string>,
): void {
  const { chartItem, line, style } = item;
  const end = (name: string, reference: string): string =>
    keys.get(link[reference] ?? '') ?? keys.get(link[name] ?? '') ?? link[name] ?? link[reference] ?? '';
  const ends = [end('End1Id', 'End1Reference'), end('End2Id', 'End2Reference')];
  const arrow = style.ArrowStyle ?? '';
  const [from = '', to = ''] = arrow === 'ArrowOnTail' ? ends.reverse() : ends;
  const kind = named(style.Type ?? link.LinkTypeId, style.LinkTypeReference, lists.linkTypes);
  const label = oneLine(chartItem.Label ?? '');
  const type = linkTypeOf(label) ?? linkTypeOf(kind) ?? 'other';
  const strength = named(style.Strength, style.StrengthReference, lists.strengths);
  const start = itemDate(chartItem);
  const isUndirected = DIRECTIONS[arrow] === undefined;
  const properties = {
    ...commonProperties(item, lists, kind),
    ...texts({ name: label, direction: DIRECTIONS[arrow] ?? '', date: start }),
  };
  const event = EVENT_OF[type];
  if (event !== undefined && start !== '') graph.event({ line, type: event, from, to, start, properties });
  else
    graph.link({
      line,
      from,
      to,
      type,
      strength: strengthOf(strength, lists),
      isUndirected,
      start,
      properties,
    });
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  ArrowOnHead: '→',
  ArrowOnTail: '→',
  ArrowOnBoth: '↔',
};
/** A dated line of these kinds is one happening, not a standing relation. */
const EVENT_OF: Readonly<Record<string, 'call' | 'message' | 'payment' | 'meeting'>> = {
  called: 'call',
  messaged: 'message',
  paid: 'payment',
  met: 'meeting',
};

function named(
  name: string | undefined,
  reference: string | undefined,
  list: ReadonlyMap<string, string>,
): string {
  return list.get(reference ?? '') ?? list.get(name ?? '') ?? name ?? '';
}

/** By the word; a strength without one by how it is drawn, but the one every chart begins with says nothing. */
function strengthOf(name: string, { dots }: AnxLists): Strength {
  if (/unconfirm|suspect|не\s?підтв|не\s?подтв|neconfirm/i.test(name)) return 'unconfirmed';
  if (/confirm|підтв|подтв/i.test(name)) return 'confirmed';
  if (/tentativ|possib|ймовір|вероят|probabil/i.test(name)) return 'tentative';
  if (/^default$/i.test(name)) return 'unconfirmed';
  const dot = dots.get(name) ?? '';
  if (dot === 'DotStyleSolid') return 'confirmed';
  return dot === 'DotStyleDotted' ? 'tentative' : 'unconfirmed';
}

/** What the program writes behind a date that has no time. */
const MIDNIGHT = /T00:00:00(\.0+)?$/;

function commonProperties(item: AnxItem, lists: AnxLists, kind: string): Texts {
  const { chartItem, attributes, cards } = item;
  const stated = attributes.map(({ name, value }): [string, string] => {
    const { named: own = name, prefix = '', suffix = '', isTime = false } = lists.attributes.get(name) ?? {};
    return [own, `${prefix}${isTime ? value.replace(MIDNIGHT, '') : value}${suffix}`];
  });
  return {
    ...joined(stated),
    ...texts({
      kind,
      note: [chartItem.Description ?? '', ...cards].filter(Boolean).join('\n'),
      dateDescription: chartItem.DateTimeDescription ?? '',
      sourceReference: chartItem.SourceReference ?? '',
      sourceType: chartItem.SourceType ?? '',
    }),
    ...gradesOf(item, lists),
  };
}

const GRADES = ['One', 'Two', 'Three'] as const;

/** Number 0 of each list is what an ungraded item has. */
function gradesOf({ chartItem }: AnxItem, { grades }: AnxLists): Texts {
  const found: Texts = {};
  for (const number of GRADES) {
    const reference = chartItem[`Grade${number}Reference`] ?? '';
    const index = chartItem[`Grade${number}Index`] ?? '0';
    const list = grades.get(`Grade${number}`);
    const text = list?.byId.get(reference) ?? (index === '0' ? '' : (list?.texts[Number(index)] ?? index));
    if (text !== '') found[`grade${number}`] = text;
  }
  return found;
}

function joined(pairs: readonly (readonly [string, string])[]): Texts {
  const found: Texts = {};
  for (const [name, value] of pairs) {
    if (name !== '' && value !== '')
      found[name] = found[name] === undefined ? value : `${found[name]}; ${value}`;
  }
  return found;
}

function texts(values: Texts): Texts {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]): [string, string] => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );
}
