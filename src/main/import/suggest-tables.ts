import { NO_EVENT, type ValueSource } from '../../contract/import.ts';
import { isPlainly } from './plainly.ts';
import { calls } from './suggest-calls.ts';
import { ownerIdentifiers, party, personOf, vehicleOf } from './suggest-entities.ts';
import {
  type Columns,
  cellOf,
  type EntityMapping,
  hasPosition,
  identified,
  position,
  type TableKind,
  type TablePlan,
} from './suggest-parts.ts';
import { people, register } from './suggest-people.ts';
import { positions } from './suggest-positions.ts';
import { statements } from './suggest-statements.ts';
import { accountKind, things } from './suggest-things.ts';

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

const isPlaceList = (columns: Columns): boolean =>
  hasPosition(columns) && (columns.has('cell') || columns.has('placeName') || columns.has('address'));

/** Cells by their number inside a network; what else stands in such a list is about the antenna, and nobody was there. */
export const towers: TableKind = {
  name: 'towers',
  matches: (columns) =>
    isPlaceList(columns) &&
    columns.has('cell') &&
    (columns.has('mcc') || columns.has('lac')) &&
    !(['caller', 'called', 'phone', 'imei', 'imsi', 'duration'] as const).some((field) => columns.has(field)),
  plan: placePlan,
};

export const places: TableKind = { name: 'places', matches: isPlaceList, plan: placePlan };

function placePlan(columns: Columns): TablePlan {
  const label = cellOf(columns) ?? columns.value('placeName') ?? columns.value('address') ?? { columns: [] };
  const { latitude, longitude } = position(columns);
  const properties = columns.properties({
    accuracy: 'accuracyMetres',
    azimuth: 'azimuth',
    address: 'address',
    cellAddress: 'address',
  });
  const at = latitude === null || longitude === null ? {} : { latitude, longitude };
  const place: EntityMapping = {
    name: 'place',
    type: 'place',
    identifiers: [],
    label,
    properties: { ...properties, ...at, ...columns.rest() },
    required: true,
  };
  return { entities: [place], links: [], events: [] };
}

export const TABLE_KINDS: readonly TableKind[] = [
  payments,
  statements,
  crossings,
  towers,
  positions,
  calls,
  register,
  vehicles,
  places,
  things,
  people,
];
