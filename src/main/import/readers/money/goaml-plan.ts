import { NO_EVENT, type ValueSource } from '../../../../contract/import.ts';
import { type EntityMapping, identified } from '../../suggest-parts.ts';
import type { FixedPlan } from '../reader.ts';
import { SIDE_COLUMNS } from './goaml-side.ts';

const TRANSACTION_COLUMNS = [
  'report',
  'transaction',
  'date',
  'valueDate',
  'amount',
  'currency',
  'mode',
  'funds',
  'originalAmount',
  'location',
  'description',
  'partyRole',
  'partyReason',
] as const;
export const SIDES = ['from', 'to', 'party'] as const;
export type SideName = (typeof SIDES)[number];
export const GOAML_COLUMNS: readonly string[] = [
  ...TRANSACTION_COLUMNS,
  ...SIDES.flatMap((side) => SIDE_COLUMNS.map((name) => `${side}${name}`)),
];

const column = (name: string): ValueSource => ({ columns: [name] });

/** Numbers and facts of one person, company or account, from the columns that begin with this. */
function facts(
  prefix: string,
): Pick<EntityMapping, 'identifiers' | 'properties' | 'required' | 'key' | 'typeFrom'> {
  return {
    typeFrom: column(`${prefix}Type`),
    key: column(`${prefix}Key`),
    identifiers: [
      { kind: 'personal-number', value: column(`${prefix}PersonalNumber`) },
      { kind: 'company-number', value: column(`${prefix}CompanyNumber`) },
      { kind: 'document-number', value: column(`${prefix}Document`) },
    ],
    properties: {
      birthDate: column(`${prefix}BirthDate`),
      citizenship: column(`${prefix}Citizenship`),
      phone: column(`${prefix}Phones`),
      email: column(`${prefix}Email`),
      address: column(`${prefix}Address`),
    },
    required: false,
  };
}

function sideEntities(side: SideName): EntityMapping[] {
  const own = facts(side);
  return [
    {
      ...own,
      name: side,
      type: 'person',
      label: column(`${side}Label`),
      identifiers: [{ kind: 'iban', value: column(`${side}Account`) }, ...own.identifiers],
      properties: {
        ...own.properties,
        bank: column(`${side}Bank`),
        country: column(`${side}Country`),
        ...(side === 'party' ? { role: column('partyRole'), reason: column('partyReason') } : {}),
      },
    },
    { ...facts(`${side}Owner`), name: `${side}Owner`, type: 'person', label: column(`${side}Owner`) },
    ...[side, `${side}Owner`].map((prefix) =>
      identified(`${prefix}Phone`, 'phone', 'phone', column(`${prefix}Phone`), false),
    ),
  ];
}

/** Transactions between two sides, who stands behind each, and the parties that took part in none. */
export function goamlPlan(): FixedPlan {
  const properties = ['transaction', 'mode', 'funds', 'originalAmount', 'valueDate', 'report'];
  return {
    entities: SIDES.flatMap(sideEntities),
    links: SIDES.flatMap((side) => [
      {
        from: `${side}Owner`,
        to: side,
        type: 'owns' as const,
        typeFrom: column(`${side}OwnerLink`),
        strength: 'unconfirmed' as const,
      },
      ...[side, `${side}Owner`].map((from) => ({
        from,
        to: `${from}Phone`,
        type: 'uses' as const,
        strength: 'unconfirmed' as const,
      })),
    ]),
    events: [
      {
        ...NO_EVENT,
        type: 'payment',
        from: 'from',
        to: 'to',
        start: column('date'),
        amount: column('amount'),
        currency: column('currency'),
        place: column('location'),
        properties: {
          purpose: column('description'),
          ...Object.fromEntries(properties.map((name) => [name, column(name)])),
        },
      },
    ],
    fields: { date: 'start', amount: 'amount', currency: 'currency', description: 'purpose' },
  };
}
