import { ENTITY_TYPES, type EntityType } from '../../../../core/model/entity-types.ts';
import {
  EVENT_TYPES,
  type EventType,
  LINK_TYPES,
  type LinkType,
  STRENGTHS,
} from '../../../../core/model/link-types.ts';
import { amountText } from '../../amount.ts';
import type { Graph, GraphNode, Texts } from './graph.ts';
import { isObject, type JsonObject, objectsOf, textOf, textsOf } from './json.ts';

type ById = ReadonlyMap<string, string>;
/** What is said of each thing besides its own properties, by its id. */
type Facts = ReadonlyMap<string, Texts>;

/** Each source as one line: reference, title, grade, marking. */
export function sourceTexts(sources: readonly JsonObject[]): Map<string, string> {
  return new Map(
    sources.map((source) => {
      const grade = isObject(source.grade) ? gradeText(source.grade) : '';
      const parts = [textOf(source.reference), textOf(source.title), textOf(source.originator), grade];
      return [textOf(source.id), parts.filter(Boolean).join(', ')];
    }),
  );
}

function gradeText(grade: JsonObject): string {
  return `${textOf(grade.source)}${textOf(grade.information)}`;
}

/** Conclusions, recommendations and values that the properties do not hold, each with its source. */
export function factTexts(facts: readonly JsonObject[], sources: ById): Map<string, Texts> {
  const found = new Map<string, Texts>();
  for (const fact of facts) {
    const value = textOf(fact.value);
    if (value === '') continue;
    const about = textOf(fact.recordId) || textOf(fact.aboutId);
    const name = textOf(fact.property) || textOf(fact.kind);
    const said = found.get(about) ?? {};
    const source = sources.get(textOf(fact.sourceId)) ?? '';
    const text = textOf(fact.property) === '' && source !== '' ? `${value} [${source}]` : value;
    if (!(said[name] ?? '').split('; ').includes(text)) {
      said[name] = said[name] === undefined ? text : `${said[name]}; ${text}`;
    }
    found.set(about, said);
  }
  return found;
}

function properties(item: JsonObject, facts: Facts, sources: ById): Texts {
  const own = isObject(item.properties) ? textsOf(item.properties, new Set()) : {};
  const source = sources.get(textOf(item.sourceId)) ?? '';
  return {
    ...facts.get(textOf(item.id)),
    ...own,
    ...(source === '' ? {} : { source }),
  };
}

export function addCaseEntity(
  graph: Graph,
  entity: JsonObject,
  line: number,
  facts: Facts,
  sources: ById,
): void {
  const key = textOf(entity.id);
  const type = textOf(entity.type);
  if (key === '') {
    graph.fault(line, 'element-unknown', textOf(entity));
    return;
  }
  const known = Object.hasOwn(ENTITY_TYPES, type);
  const { identifiers, country } = identifiersOf(objectsOf(entity.identifiers));
  const numbers = new Set(identifiers.map(({ kind }) => kind));
  const stated = Object.entries(properties(entity, facts, sources)).filter(
    ([name]) => !numbers.has(name) && name !== 'name',
  );
  const position = textsOf(
    { latitude: entity.latitude ?? null, longitude: entity.longitude ?? null },
    new Set(),
  );
  const status = textOf(entity.status).replaceAll('_', ' ');
  graph.node({
    line,
    key,
    type: known ? (type as EntityType) : '',
    label: textOf(entity.label),
    identifiers,
    country,
    status: [status, entity.minor === true ? 'minor' : ''].filter(Boolean).join(', '),
    properties: {
      ...position,
      ...Object.fromEntries(stated),
      ...(known ? {} : { kind: type }),
      ...(entity.pseudonym === true ? { pseudonym: 'true' } : {}),
    },
  });
}

/** In the form they are compared in, which no country can change; that of a plate stands in front of it. */
function identifiersOf(items: readonly JsonObject[]): Pick<GraphNode, 'identifiers' | 'country'> {
  let country = '';
  const identifiers = items.map((one) => {
    const value = textOf(one.value) || textOf(one.raw);
    const [, stated, rest] = /^([A-Z]{2}|\?\?):(.+)$/.exec(value) ?? [];
    if (stated !== undefined && stated !== '??') country = stated;
    return { kind: textOf(one.kind), value: rest ?? value };
  });
  return { identifiers, country };
}

/** The record of a merged one that an end means, where the file says which. */
function endOf(item: JsonObject, end: 'from' | 'to'): string {
  return textOf(item[`${end}Record`]) || textOf(item[end]);
}

export function addCaseLink(graph: Graph, link: JsonObject, line: number, facts: Facts, sources: ById): void {
  const type = textOf(link.type);
  const known = Object.hasOwn(LINK_TYPES, type);
  graph.link({
    line,
    from: endOf(link, 'from'),
    to: endOf(link, 'to'),
    type: known ? (type as LinkType) : 'other',
    strength: STRENGTHS.find((one) => one === link.strength) ?? 'unconfirmed',
    start: timeText(link.start),
    end: timeText(link.end),
    properties: { ...properties(link, facts, sources), ...(known ? {} : { kind: type }) },
  });
}

export function addCaseEvent(
  graph: Graph,
  event: JsonObject,
  line: number,
  facts: Facts,
  sources: ById,
): void {
  const type = textOf(event.type);
  const known = Object.hasOwn(EVENT_TYPES, type);
  const currency = textOf(event.currency);
  const others = objectsOf(event.participants)
    .map((one) => {
      const label = graph.nodes.get(textOf(one.recordId) || textOf(one.entityId))?.label;
      return `${textOf(one.role)}: ${label ?? textOf(one.entityId)}`;
    })
    .join('; ');
  graph.event({
    line,
    type: known ? (type as EventType) : 'other',
    from: endOf(event, 'from'),
    to: endOf(event, 'to'),
    start: timeText(event.start),
    end: timeText(event.end),
    duration: textOf(event.durationSeconds),
    amount: typeof event.amountMinor === 'number' ? amountText(event.amountMinor, currency) : '',
    currency,
    place: textOf(event.place),
    latitude: textOf(event.latitude),
    longitude: textOf(event.longitude),
    properties: {
      ...properties(event, facts, sources),
      ...textsOf({ startText: event.startText ?? null, zone: event.zone ?? null }, new Set()),
      ...(event.precision === 'second' ? {} : textsOf({ precision: event.precision ?? null }, new Set())),
      ...(others === '' ? {} : { participants: others }),
      ...(known ? {} : { kind: type }),
    },
  });
}

function timeText(value: JsonObject[string] | undefined): string {
  if (typeof value !== 'number') return textOf(value);
  return Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : String(value);
}
