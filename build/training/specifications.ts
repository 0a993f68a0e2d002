import {
  type EventMapping,
  type ImportSpecification,
  NO_EVENT,
  type ValueSource,
} from '../../src/contract/import.ts';
import type { Vehicle } from './crossings.ts';

type EntityMapping = ImportSpecification['entities'][number];

const from = (...columns: string[]): ValueSource => ({ columns });
const joined = (...columns: string[]): ValueSource => ({ columns, joiner: ' ' });
const always = (constant: string): ValueSource => ({ columns: [], constant });

function entity(
  name: string,
  type: EntityMapping['type'],
  kind: string,
  column: string,
  more: Partial<EntityMapping> = {},
): EntityMapping {
  return {
    name,
    type,
    identifiers: [{ kind, value: from(column) }],
    properties: {},
    required: true,
    ...more,
  };
}
function event(
  type: EventMapping['type'],
  ends: readonly [string, string | null],
  start: ValueSource,
  more: Partial<EventMapping> = {},
): EventMapping {
  return { type, ...NO_EVENT, from: ends[0], to: ends[1], start, ...more };
}
function specification(
  name: string,
  columns: readonly string[],
  more: Partial<ImportSpecification>,
): ImportSpecification {
  return {
    id: null,
    name: `AMBER BRIDGE: ${name}`,
    format: 'delimited',
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    headerRow: 0,
    columns: [...columns],
    timeZone: 'Europe/Chisinau',
    dateOrder: 'ymd',
    decimalMark: '.',
    country: 'MD',
    entities: [],
    links: [],
    events: [],
    grade: { scheme: 'europol-4x4', source: 'A', information: '2' },
    marking: { level: 'restricted', handling: ['H1'] },
    originator: 'MD',
    recipients: ['MD', 'UA', 'RO'],
    ...more,
  };
}

export const COLUMNS = {
  callsA: [
    'Calling number',
    'Called number',
    'Start (UTC)',
    'Duration (s)',
    'IMEI',
    'Cell ID',
    'Site',
    'Latitude',
    'Longitude',
  ],
  callsB: [
    'Абонент А',
    'Абонент Б',
    'Дата',
    'Час',
    'Тривалість, с',
    'Напрямок',
    'IMEI',
    'Базова станція',
    'Широта',
    'Довгота',
  ],
  people: ['Surname', 'Given names', 'Date of birth', 'Citizenship', 'Document', 'Phone', 'IBAN', 'Remark'],
  vehicles: ['Plate', 'Country', 'VIN', 'Make', 'Model', 'Colour', 'Owner', 'Owner document', 'Remark'],
  crossings: [
    'Time',
    'Crossing point',
    'Direction',
    'Plate',
    'Plate country',
    'Surname',
    'Given names',
    'Date of birth',
    'Document',
    'Latitude',
    'Longitude',
  ],
  payments: ['Booked', 'From IBAN', 'From name', 'To IBAN', 'To name', 'Amount', 'Currency', 'Purpose'],
  track: ['track', 'time', 'latitude', 'longitude', 'elevation'],
} as const;

const callsA = specification('call records, operator A', COLUMNS.callsA, {
  timeZone: 'UTC',
  dateOrder: 'iso',
  entities: [
    entity('caller', 'phone', 'phone', 'Calling number'),
    entity('called', 'phone', 'phone', 'Called number'),
    entity('handset', 'device', 'imei', 'IMEI', { required: false }),
  ],
  links: [{ from: 'caller', to: 'handset', type: 'uses', strength: 'confirmed' }],
  events: [
    event('call', ['caller', 'called'], from('Start (UTC)'), {
      durationSeconds: from('Duration (s)'),
      place: from('Site'),
      latitude: from('Latitude'),
      longitude: from('Longitude'),
      properties: { cell: from('Cell ID') },
    }),
  ],
});
const callsB = specification('call records, operator B', COLUMNS.callsB, {
  encoding: 'windows-1251',
  delimiter: ';',
  timeZone: 'Europe/Kyiv',
  dateOrder: 'dmy',
  decimalMark: ',',
  country: 'UA',
  originator: 'UA',
  entities: [
    entity('subscriber', 'phone', 'phone', 'Абонент А'),
    entity('other', 'phone', 'phone', 'Абонент Б'),
  ],
  events: [
    event('call', ['subscriber', 'other'], joined('Дата', 'Час'), {
      durationSeconds: from('Тривалість, с'),
      place: from('Базова станція'),
      latitude: from('Широта'),
      longitude: from('Довгота'),
      direction: { value: from('Напрямок'), incoming: ['вхідний'] },
      properties: { imei: from('IMEI') },
    }),
  ],
});

const named = { label: joined('Given names', 'Surname') };
const people = specification('people', COLUMNS.people, {
  entities: [
    entity('person', 'person', 'document-number', 'Document', {
      ...named,
      properties: {
        birthDate: from('Date of birth'),
        citizenship: from('Citizenship'),
        remark: from('Remark'),
      },
    }),
    entity('phone', 'phone', 'phone', 'Phone', { required: false }),
    entity('account', 'bank_account', 'iban', 'IBAN', { required: false }),
  ],
  links: [
    { from: 'person', to: 'phone', type: 'uses', strength: 'confirmed' },
    { from: 'person', to: 'account', type: 'owns', strength: 'confirmed' },
  ],
});
const vehicles = specification('vehicles', COLUMNS.vehicles, {
  entities: [
    {
      ...entity('vehicle', 'vehicle', 'vin', 'VIN', {
        properties: {
          make: from('Make'),
          model: from('Model'),
          colour: from('Colour'),
          remark: from('Remark'),
        },
      }),
      identifiers: [
        { kind: 'plate', value: from('Plate'), country: from('Country') },
        { kind: 'vin', value: from('VIN') },
      ],
      label: from('Plate'),
    },
    entity('owner', 'person', 'document-number', 'Owner document', { label: from('Owner'), required: false }),
  ],
  links: [{ from: 'vehicle', to: 'owner', type: 'registered_to', strength: 'confirmed' }],
});
const crossings = specification('border crossings', COLUMNS.crossings, {
  entities: [
    {
      ...entity('vehicle', 'vehicle', 'plate', 'Plate', { label: from('Plate') }),
      identifiers: [{ kind: 'plate', value: from('Plate'), country: from('Plate country') }],
    },
    entity('driver', 'person', 'document-number', 'Document', {
      ...named,
      properties: { birthDate: from('Date of birth') },
      required: false,
    }),
  ],
  links: [{ from: 'driver', to: 'vehicle', type: 'drives', strength: 'unconfirmed' }],
  events: [
    event('border_crossing', ['vehicle', 'driver'], from('Time'), {
      place: from('Crossing point'),
      latitude: from('Latitude'),
      longitude: from('Longitude'),
      properties: { direction: from('Direction') },
    }),
  ],
});
const payments = specification('payments', COLUMNS.payments, {
  originator: 'RO',
  country: 'RO',
  entities: [
    entity('payer', 'bank_account', 'iban', 'From IBAN', { properties: { holder: from('From name') } }),
    entity('payee', 'bank_account', 'iban', 'To IBAN', { properties: { holder: from('To name') } }),
  ],
  events: [
    event('payment', ['payer', 'payee'], from('Booked'), {
      amount: from('Amount'),
      currency: from('Currency'),
      properties: { purpose: from('Purpose') },
    }),
  ],
});

export const SPECIFICATIONS = { callsA, callsB, people, vehicles, crossings, payments };

/** The recorder of a car names no plate in its points: the plate is a constant of the specification. */
export function trackSpecification(vehicle: Vehicle): ImportSpecification {
  return specification(`track of ${vehicle.plate}`, COLUMNS.track, {
    format: 'gpx',
    timeZone: 'UTC',
    dateOrder: 'iso',
    entities: [
      {
        ...entity('vehicle', 'vehicle', 'plate', 'track', { label: always(vehicle.plate) }),
        identifiers: [{ kind: 'plate', value: always(vehicle.plate), country: always(vehicle.country) }],
      },
    ],
    events: [
      event('position', ['vehicle', null], from('time'), {
        latitude: from('latitude'),
        longitude: from('longitude'),
      }),
    ],
  });
}
