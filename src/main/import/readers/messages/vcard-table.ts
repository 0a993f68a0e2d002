import type { EntityMapping } from '../../suggest-parts.ts';
import type { FixedPlan, SourceRow } from '../reader.ts';
import type { Card, Numbered } from './vcard-card.ts';

/** Of one row; a card with more numbers goes on in a further row of the same person. */
const PHONES = 4;
const EMAILS = 3;

const PERSON = [
  'name',
  'organisation',
  'title',
  'birthDate',
  'address',
  'alias',
  'note',
  'photo',
  'other',
] as const;
const phoneColumns = numbered('phone', PHONES);
const emailColumns = numbered('email', EMAILS);

export const VCARD_COLUMNS: readonly string[] = [
  'card',
  ...PERSON,
  ...phoneColumns.flatMap((name) => [name, `${name}Kind`]),
  ...emailColumns,
];

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${name}${at + 1}`);
}

export function cardRows(card: Card): SourceRow[] {
  const { organisation, title, birthDate, phones, emails, line } = card;
  const name = card.name || card.structuredName;
  const said = [
    name,
    organisation,
    title,
    birthDate,
    card.addresses.join('\n'),
    card.aliases.join(', '),
    card.notes.join('\n'),
    card.photos.join('\n'),
    card.other.join('\n'),
  ];
  const count = Math.max(1, Math.ceil(phones.length / PHONES), Math.ceil(emails.length / EMAILS));
  return Array.from({ length: count }, (_, at) => {
    const ownPhones = filled(phones.slice(at * PHONES, (at + 1) * PHONES), PHONES);
    const ownEmails = filled(emails.slice(at * EMAILS, (at + 1) * EMAILS), EMAILS);
    const cells = [
      keyOf(card, name),
      ...(at === 0 ? said : [name, ...said.slice(1).map(() => '')]),
      ...ownPhones.flatMap(({ value, kind }) => [value, kind]),
      ...ownEmails.map(({ value }) => value),
    ];
    return { line, cells: cells.map((cell) => cell.toWellFormed()), problem: null };
  });
}

function filled(list: readonly Numbered[], length: number): Numbered[] {
  return [...list, ...Array.from({ length: length - list.length }, () => ({ value: '', kind: '' }))];
}

/** Two cards of one name are two people, unless they have the same number: then somebody is in the book twice. */
function keyOf({ uid, phones, emails, line }: Card, name: string): string {
  if (uid !== '') return uid;
  const first = phones[0]?.value.replace(/\D/g, '').slice(-9) ?? emails[0]?.value.toLowerCase();
  return `${name.toLowerCase()}|${first ?? line}`;
}

export function vcardPlan(): FixedPlan {
  const person: EntityMapping = {
    name: 'person',
    type: 'person',
    key: { columns: ['card'] },
    identifiers: [],
    label: { columns: ['name'] },
    byLegalForm: true,
    properties: Object.fromEntries(
      PERSON.filter((name) => name !== 'name' && name !== 'organisation').map((name) => [
        name,
        { columns: [name] },
      ]),
    ),
    required: false,
  };
  const organisation: EntityMapping = {
    name: 'organisation',
    type: 'organisation',
    identifiers: [],
    label: { columns: ['organisation'] },
    properties: {},
    required: false,
  };
  const phones = phoneColumns.map((name) => contact(name, 'phone', { kind: { columns: [`${name}Kind`] } }));
  const emails = emailColumns.map((name) => contact(name, 'email', {}));
  return {
    entities: [person, organisation, ...phones, ...emails],
    links: [
      { from: 'person', to: 'organisation', type: 'employed_by', strength: 'unconfirmed' },
      ...[...phoneColumns, ...emailColumns].map((to) => ({
        from: 'person',
        to,
        type: 'uses' as const,
        strength: 'unconfirmed' as const,
      })),
    ],
    events: [],
    fields: {
      name: 'fullName',
      organisation: 'companyName',
      birthDate: 'birthDate',
      address: 'address',
      alias: 'alias',
      note: 'note',
      phone1: 'phone',
      email1: 'email',
    },
  };
}

function contact(
  name: string,
  type: 'phone' | 'email',
  properties: EntityMapping['properties'],
): EntityMapping {
  return {
    name,
    type,
    identifiers: [{ kind: type, value: { columns: [name] } }],
    properties,
    required: false,
  };
}
