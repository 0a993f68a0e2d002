import { NO_EVENT, type ValueSource } from '../../contract/import.ts';
import { incomingWords } from './direction-words.ts';
import type { ColumnField } from './header-words.ts';
import { isPlainly } from './plainly.ts';
import { ownerIdentifiers, party, personOf, vehicleOf } from './suggest-entities.ts';
import {
  type Columns,
  type EntityMapping,
  hasPosition,
  identified,
  position,
  type TableKind,
} from './suggest-parts.ts';
import { people, register } from './suggest-people.ts';
import { positions } from './suggest-positions.ts';
import { statements } from './suggest-statements.ts';
import { accountKind, simOf, things } from './suggest-things.ts';

const IBAN = /^[A-Z]{2}\d{2}[\dA-Z\s]{11,}$/i;

export const payments: TableKind = {
  name: 'payments',
  matches(columns) {
    const hasAccounts =
      columns.has('senderAccount', 'recipientAccount') || columns.has('senderName', 'recipientName');
    const hasPlainAccounts =
      columns.has('caller', 'called') &&
      columns.examples('caller').some((one) => IBAN.test(one) || isPlainly('wallet', one));
    return columns.has('amount') && (hasAccounts || hasPlainAccounts);
  },
  plan(columns) {
    const sender = columns.value('senderAccount') ?? columns.value('caller');
    const recipient = columns.value('recipientAccount') ?? columns.value('called');
    const owners = [
      party(columns, 'senderOwner', 'senderName'),
      party(columns, 'recipientOwner', 'recipientName'),
    ];
    const accounts = sender !== null && recipient !== null;
    const senderKind = accountKind(examplesOf(columns, sender));
    const recipientKind = accountKind(examplesOf(columns, recipient));
    const entities = [
      ...(accounts ? [identified('sender', ...senderKind, sender, true)] : []),
      ...(accounts ? [identified('recipient', ...recipientKind, recipient, true)] : []),
      ...owners.flatMap((owner) => owner ?? []),
    ];
    const links = accounts
      ? (['sender', 'recipient'] as const).flatMap((to, at) =>
          owners[at] == null
            ? []
            : [{ from: `${to}Owner`, to, type: 'owns' as const, strength: 'unconfirmed' as const }],
        )
      : [];
    const event = {
      ...NO_EVENT,
      type: 'payment' as const,
      from: accounts ? 'sender' : 'senderOwner',
      to: accounts ? 'recipient' : 'recipientOwner',
      start: columns.start(),
      amount: columns.value('amount'),
      currency: columns.value('currency'),
      properties: columns.properties({ purpose: 'purpose' }),
    };
    return {
      entities,
      links,
      events: [{ ...event, properties: { ...event.properties, ...columns.rest() } }],
    };
  },
};

function examplesOf(columns: Columns, source: ValueSource | null): readonly string[] {
  return columns.guesses.find(({ column }) => column === source?.columns[0])?.examples ?? [];
}

export const calls: TableKind = {
  name: 'calls',
  matches(columns) {
    const hasTime = columns.has('start') || columns.has('date');
    const isTelecom = ['duration', 'imei', 'cell', 'cellAddress', 'direction'].some((field) =>
      columns.has(field as ColumnField),
    );
    if (columns.has('caller', 'called')) return hasTime || isTelecom;
    if (columns.has('phone', 'direction') && hasTime && !hasPosition(columns)) return true;
    return (
      (columns.has('called') || columns.has('caller')) &&
      hasTime &&
      isTelecom &&
      !columns.has('crossingPoint')
    );
  },
  plan(columns, fileTitle) {
    const owner: ValueSource = { columns: [], constant: fileTitle };
    const caller = columns.value('caller');
    const called = columns.value('called') ?? (caller === null ? columns.value('phone') : null);
    const imei = columns.value('imei');
    const sim = simOf(columns, false);
    const direction = columns.value('direction');
    const ownParty: EntityMapping = {
      name: 'caller',
      type: 'phone',
      identifiers: [],
      label: owner,
      properties: {},
      required: true,
    };
    const both = caller !== null && called !== null;
    const entities: EntityMapping[] = [
      both ? identified('caller', 'phone', 'phone', caller, true) : ownParty,
      identified('called', 'phone', 'phone', called ?? caller ?? owner, true),
    ];
    if (imei !== null) entities.push(identified('device', 'device', 'imei', imei, false));
    if (sim !== null) entities.push(sim);
    const uses = { type: 'uses', strength: 'confirmed' } as const;
    const links = [
      ...(imei === null ? [] : [{ from: 'caller', to: 'device', ...uses }]),
      ...(sim === null ? [] : [{ from: 'caller', to: 'sim', ...uses }]),
    ];
    const event = {
      ...NO_EVENT,
      type: 'call' as const,
      from: 'caller',
      to: 'called',
      start: columns.start(),
      end: columns.value('end'),
      durationSeconds: columns.value('duration'),
      place: columns.value('cellAddress') ?? (hasPosition(columns) ? null : columns.value('cell')),
      ...position(columns),
      direction:
        direction === null
          ? null
          : { value: direction, incoming: incomingWords(columns.examples('direction')) },
      properties: columns.properties({
        imei: 'imei',
        cell: 'cell',
        azimuth: 'azimuth',
        direction: 'direction',
        kind: 'kind',
      }),
    };
    return {
      entities,
      links,
      events: [{ ...event, properties: { ...event.properties, ...columns.rest() } }],
    };
  },
};

export const crossings: TableKind = {
  name: 'crossings',
  matches: (columns) =>
    columns.has('crossingPoint') &&
    (columns.has('start') || columns.has('date')) &&
    (columns.has('plate') || columns.has('fullName') || columns.has('surname') || columns.has('document')),
  plan(columns) {
    const point = columns.value('crossingPoint') ?? { columns: [] };
    const entities: EntityMapping[] = [
      { name: 'place', type: 'place', identifiers: [], label: point, properties: {}, required: true },
    ];
    const vehicle = vehicleOf(columns, false);
    const person = personOf(columns, false, false);
    if (vehicle !== null) entities.push(vehicle);
    if (person !== null) entities.push(person);
    const links =
      vehicle === null || person === null
        ? []
        : [{ from: 'person', to: 'vehicle', type: 'drives' as const, strength: 'unconfirmed' as const }];
    const shared = {
      ...NO_EVENT,
      type: 'border_crossing' as const,
      to: 'place',
      start: columns.start(),
      place: point,
      ...position(columns),
    };
    const properties = {
      ...columns.properties({ travelDirection: 'direction', direction: 'direction', note: 'note' }),
      ...columns.rest(),
    };
    const movers = [...(vehicle === null ? [] : ['vehicle']), ...(person === null ? [] : ['person'])];
    return { entities, links, events: movers.map((from) => ({ ...shared, from, properties })) };
  },
};

export const vehicles: TableKind = {
  name: 'vehicles',
  matches: (columns) => (columns.has('plate') || columns.has('vin')) && !columns.has('crossingPoint'),
  plan(columns) {
    const vehicle = vehicleOf(columns, true);
    const owner =
      columns.value('owner') ??
      columns.joined('surname', 'givenName', 'fatherName') ??
      columns.value('fullName');
    const identifiers = ownerIdentifiers(columns);
    const properties = {
      ...columns.properties({ note: 'note' }),
      ...(owner === null ? columns.rest() : {}),
    };
    const entities: EntityMapping[] =
      vehicle === null ? [] : [{ ...vehicle, properties: { ...vehicle.properties, ...properties } }];
    if (owner === null && identifiers.length === 0) return { entities, links: [], events: [] };
    entities.push({
      name: 'owner',
      type: 'person',
      identifiers,
      ...(owner === null ? {} : { label: owner }),
      byLegalForm: true,
      properties: {
        ...columns.properties({ birthDate: 'birthDate', address: 'address' }),
        ...columns.rest(),
      },
      required: false,
    });
    return {
      entities,
      links: [{ from: 'owner', to: 'vehicle', type: 'owns', strength: 'confirmed' }],
      events: [],
    };
  },
};

const BARE_NAME =
  /^(name|title|object|назва|назва об[’'ʼ]?єкта|об[’'ʼ]?єкт|название|название объекта|объект|nume|denumire|denumirea|obiect)$/i;
/** With one of these the name beside a position is that of somebody or something that has a place, not of the place. */
const NOT_A_PLACE = [
  'start',
  'date',
  'phone',
  'plate',
  'imei',
  'givenName',
  'birthDate',
  'personalNumber',
  'document',
  'companyNumber',
  'lei',
  'imo',
  'mmsi',
] as const;

/** A column of mere names in a list that says nothing else but where. */
function bareName(columns: Columns): string | undefined {
  if (NOT_A_PLACE.some((field) => columns.has(field))) return undefined;
  return columns.guesses.find(({ column }) => BARE_NAME.test(column.trim()))?.column;
}

export const places: TableKind = {
  name: 'places',
  matches: (columns) =>
    hasPosition(columns) &&
    (columns.has('cell') ||
      columns.has('placeName') ||
      columns.has('address') ||
      bareName(columns) !== undefined),
  plan(columns) {
    const bare = bareName(columns);
    if (bare !== undefined) columns.used.add(bare);
    const named = bare === undefined ? null : { columns: [bare] };
    const label = columns.value('cell') ??
      columns.value('placeName') ??
      named ??
      columns.value('address') ?? { columns: [] };
    const { latitude, longitude } = position(columns);
    const properties = columns.properties({
      accuracy: 'accuracyMetres',
      azimuth: 'azimuth',
      address: 'address',
    });
    const at = latitude === null || longitude === null ? {} : { latitude, longitude };
    const place: EntityMapping = {
      name: 'place',
      type: 'place',
      identifiers: [],
      label,
      properties,
      required: true,
    };
    return {
      entities: [{ ...place, properties: { ...properties, ...at, ...columns.rest() } }],
      links: [],
      events: [],
    };
  },
};

export const TABLE_KINDS: readonly TableKind[] = [
  payments,
  statements,
  crossings,
  positions,
  calls,
  register,
  vehicles,
  places,
  things,
  people,
];
