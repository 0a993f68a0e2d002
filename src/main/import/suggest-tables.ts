import { NO_EVENT, type ValueSource } from '../../contract/import.ts';
import type { ColumnField } from './header-words.ts';
import { isPlainly } from './plainly.ts';
import { calls } from './suggest-calls.ts';
import { consignments } from './suggest-consignments.ts';
import { ownerIdentifiers, party, personOf, vehicleOf } from './suggest-entities.ts';
import { type Columns, type EntityMapping, identified, position, type TableKind } from './suggest-parts.ts';
import { people, register } from './suggest-people.ts';
import { places, towers } from './suggest-places.ts';
import { positions } from './suggest-positions.ts';
import { isMinus, isOfGoods, ONE_OF_TWO, statements } from './suggest-statements.ts';
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
    const hasSum = columns.has('amount') || columns.has('debit', 'credit');
    return hasSum && (hasAccounts || hasPlainAccounts) && !isOfOneAccount(columns) && !isOfGoods(columns);
  },
  plan(columns) {
    const sender = accountOf(columns, 'senderAccount', 'caller', 'senderName');
    const recipient = accountOf(columns, 'recipientAccount', 'called', 'recipientName');
    const owners = [
      isOf(columns, sender, 'senderName') ? null : party(columns, 'senderOwner', 'senderName'),
      isOf(columns, recipient, 'recipientName') ? null : party(columns, 'recipientOwner', 'recipientName'),
    ];
    const accounts = sender !== null && recipient !== null;
    const senderKind = accountKind(examplesOf(columns, sender));
    const recipientKind = accountKind(examplesOf(columns, recipient));
    const entities = [
      ...(accounts ? [identified('sender', ...senderKind, sender, owners[0] == null)] : []),
      ...(accounts ? [identified('recipient', ...recipientKind, recipient, owners[1] == null)] : []),
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
      ...(accounts && owners[0] != null ? { fromElse: 'senderOwner' } : {}),
      ...(accounts && owners[1] != null ? { toElse: 'recipientOwner' } : {}),
      start: columns.start(),
      amount: columns.value('amount') ?? sumOfTwo(columns),
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

function isOf(columns: Columns, source: ValueSource | null, field: ColumnField): boolean {
  return source !== null && columns.value(field)?.columns[0] === source.columns[0];
}

/** Sums with a minus beside a running balance are movements of one account, whoever else is named. */
function isOfOneAccount(columns: Columns): boolean {
  return columns.has('balance') && columns.examples('amount').some(isMinus);
}

/** A column of accounts; one of names only where wallets stand in it. */
function accountOf(columns: Columns, ...fields: [ColumnField, ColumnField, ColumnField]): ValueSource | null {
  const [account, plain, name] = fields;
  const isWallets = columns.examples(name).some((one) => isPlainly('wallet', one));
  return columns.value(account) ?? columns.value(plain) ?? (isWallets ? columns.value(name) : null);
}

/** What came in and what went out in two columns, of which one is blank or nought, where both ends are named. */
function sumOfTwo(columns: Columns): ValueSource | null {
  const both = ['debit', 'credit'] as const;
  const named = both.flatMap((field) => columns.value(field)?.columns ?? []);
  return named.length === 0 ? null : { columns: named, joiner: '|', extract: ONE_OF_TWO };
}

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
  consignments,
  things,
  people,
];
