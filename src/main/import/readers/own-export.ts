import { NO_EVENT, type ValueSource } from '../../../contract/import.ts';
import { IDENTIFIER_KINDS } from '../../../core/identifiers/index.ts';
import { PROPERTY_NAMES } from '../../../core/model/properties.ts';
import type { EntityMapping } from '../suggest-parts.ts';
import type { FixedPlan } from './reader.ts';

const of = (...columns: string[]): ValueSource => ({ columns });

/** The tables of an analysis package (`data/*.csv`) by their headers; null for any other table. */
export function ownExportPlan(columns: readonly string[]): FixedPlan | null {
  const has = (...names: string[]): boolean => names.every((name) => columns.includes(name));
  if (has('id', 'type', 'label', 'pseudonym', 'identifiers', 'merged into')) return entitiesPlan();
  if (has('from', 'from label', 'type', 'to', 'to label', 'sums (minor units)')) return linksPlan();
  if (has('id', 'type', 'start (UTC)', 'start as written', 'amount (minor units)')) return eventsPlan();
  if (has('about', 'about id', 'label', 'property', 'value', 'revision')) return factsPlan();
  return null;
}

/**
 * Status, the word for a minor, or both, out of "type minor status minor true": the type stands in front so that the
 * word is there where the status is empty.
 */
const STATUS: ValueSource = {
  columns: ['type', 'status', 'minor'],
  joiner: ' minor ',
  extract:
    '(?<=^\\w+ minor ).+(?= minor false$)|(?<=^\\w+ minor ).+ minor(?= true$)|(?<=^\\w+ )minor(?= true$)',
};

function entitiesPlan(): FixedPlan {
  const entity: EntityMapping = {
    name: 'entity',
    type: 'asset',
    typeFrom: of('type'),
    key: of('id'),
    identifiers: IDENTIFIER_KINDS.flatMap(identifiersOf),
    label: of('label'),
    properties: {
      ...Object.fromEntries(PROPERTY_NAMES.filter((name) => name !== 'status').map(propertyOf)),
      identifiers: of('identifiers'),
      properties: of('properties'),
      pseudonym: of('pseudonym'),
      mergedInto: of('merged into'),
    },
    status: STATUS,
    required: true,
  };
  return { entities: [entity], links: [], events: [], fields: {}, timeZone: 'UTC' };
}

/** The first two of a kind; a country stands before the value of a plate. */
function identifiersOf(kind: string): EntityMapping['identifiers'] {
  const first = `(?:^|; )${kind}: `;
  const second = `(?:^|; )${kind}: [^;]+(?:; .*?)?; ${kind}: `;
  return [first, second].map((before) => ({
    kind,
    value: { columns: ['identifiers'], extract: `${before}(?:[A-Z?]{2}:)?([^;]+)` },
    country: { columns: ['identifiers'], extract: `${before}([A-Z]{2}):` },
  }));
}

/** A text of the column of properties, which holds JSON. */
function propertyOf(name: string): [string, ValueSource] {
  return [name, { columns: ['properties'], extract: `"${name}":"?((?:[^"\\\\,}]|\\\\.)+)` }];
}

function linksPlan(): FixedPlan {
  return {
    entities: [end('from', of('from label'), of('from')), end('to', of('to label'), of('to'))],
    links: [
      {
        from: 'from',
        to: 'to',
        type: 'other',
        typeFrom: of('type'),
        strength: 'unconfirmed',
        strengthFrom: of('strength'),
        start: of('first (UTC)'),
        end: of('last (UTC)'),
        properties: { count: of('count'), sums: of('sums (minor units)') },
      },
    ],
    events: [],
    fields: { 'first (UTC)': 'start', 'last (UTC)': 'end' },
    timeZone: 'UTC',
  };
}

function end(name: string, label: ValueSource, key: ValueSource): EntityMapping {
  return { name, type: 'asset', key, label, identifiers: [], properties: {}, required: true };
}

/** The table gives its ends by name and its amounts in minor units: names are taken, amounts stay as they are. */
function eventsPlan(): FixedPlan {
  const named = ['start as written', 'zone', 'precision', 'amount (minor units)', 'currency', 'properties'];
  const party = (name: string): EntityMapping => ({
    name,
    type: 'asset',
    label: of(name),
    identifiers: [],
    properties: {},
    required: false,
  });
  const event = {
    ...NO_EVENT,
    type: 'other' as const,
    typeFrom: of('type'),
    from: 'from',
    to: 'to',
    start: of('start (UTC)'),
    end: of('end (UTC)'),
    durationSeconds: of('seconds'),
    place: of('place'),
    latitude: of('latitude'),
    longitude: of('longitude'),
    properties: {
      ...Object.fromEntries(named.map((name) => [name, of(name)])),
      source: of('source', 'source row'),
    },
  };
  const fields = { 'start (UTC)': 'start', 'end (UTC)': 'end', seconds: 'duration' } as const;
  return { entities: [party('from'), party('to')], links: [], events: [event], fields, timeZone: 'UTC' };
}

/** What is said of entities; a row about a link or an event names nobody and is rejected with its reason. */
function factsPlan(): FixedPlan {
  const entity: EntityMapping = {
    name: 'entity',
    type: 'asset',
    key: of('about id'),
    label: of('label'),
    identifiers: [],
    properties: {
      fact: { columns: ['kind', 'property', 'value'], joiner: ': ' },
      source: of('source', 'row'),
      grade: of('grade'),
      originator: of('originator'),
    },
    required: true,
  };
  return { entities: [entity], links: [], events: [], fields: {}, timeZone: 'UTC' };
}
