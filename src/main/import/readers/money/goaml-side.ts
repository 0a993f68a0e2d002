import { nodeAt, nodesAt, textAt, type XmlNode } from '../xml-tree.ts';

/** One side of a transaction, or a party of a report, as columns: the account, and who stands behind it. */
export const SIDE_COLUMNS = [
  'Type',
  'Account',
  'Label',
  'Key',
  'Bank',
  'BirthDate',
  'PersonalNumber',
  'CompanyNumber',
  'Document',
  'Phone',
  'Phones',
  'Email',
  'Address',
  'Citizenship',
  'Owner',
  'OwnerType',
  'OwnerRole',
  'OwnerLink',
  'OwnerKey',
  'OwnerBirthDate',
  'OwnerPersonalNumber',
  'OwnerCompanyNumber',
  'OwnerDocument',
  'OwnerPhone',
  'OwnerPhones',
  'OwnerEmail',
  'OwnerAddress',
  'OwnerCitizenship',
  'Country',
] as const;
export type Side = Partial<Record<(typeof SIDE_COLUMNS)[number], string>>;

const ACCOUNT = [
  'account',
  'from_account',
  'to_account',
  't_account',
  'account_my_client',
  'from_account_my_client',
];
const PERSON = [
  'person',
  'from_person',
  'to_person',
  't_person',
  'person_my_client',
  'from_person_my_client',
];
const ENTITY = [
  'entity',
  'from_entity',
  'to_entity',
  't_entity',
  'entity_my_client',
  'from_entity_my_client',
];

/** The person, company or account a side of a transaction or a party names; `others` are further holders of the same. */
export function readSide(node: XmlNode | undefined): { side: Side; others: Side[] } {
  if (node === undefined) return { side: {}, others: [] };
  const [side = {}, ...others] = sidesOf(node);
  return { side: { ...side, Country: textAt(node, 'from_country', 'to_country', 'country') }, others };
}

function sidesOf(node: XmlNode): Side[] {
  const account = firstOf(node, ACCOUNT);
  if (account !== undefined) return accountSides(account);
  const entity = firstOf(node, ENTITY);
  if (entity !== undefined) return companySides(entity);
  const person = firstOf(node, PERSON);
  return person === undefined ? [] : [personOf(person)];
}

function companySides(company: XmlNode): Side[] {
  const people = DIRECTORS.flatMap((path) => nodesAt(company, path));
  return withOwners(companyOf(company), people.map(personOf).filter(isNamed), 'directs');
}

function firstOf(node: XmlNode, tags: readonly string[]): XmlNode | undefined {
  return node.children.find(({ tag }) => tags.includes(tag));
}

const isNamed = (side: Side): boolean => (side.Label ?? '') !== '';

/** The second is that of version 5. */
const SIGNATORIES = ['signatory', 'related_persons/account_related_person'];
const DIRECTORS = [
  'director_id',
  'director_id/t_person',
  'directors/director',
  'related_persons/entity_related_person',
  'related_persons/entity_related_person/t_person',
];

function accountSides(account: XmlNode): Side[] {
  const signatories = SIGNATORIES.flatMap((path) => nodesAt(account, path))
    .map((one) => ({ ...personOf(nodeAt(one, 't_person') ?? one), OwnerRole: textAt(one, 'role') }))
    .filter(isNamed);
  const companies = nodesAt(account, 't_entity').map(companyOf).filter(isNamed);
  const itself: Side = {
    Type: 'bank_account',
    Account: textAt(account, 'iban', 'account'),
    Label: textAt(account, 'account_name'),
    Bank: textAt(account, 'institution_name', 'swift', 'institution_code'),
  };
  const owned = withOwners(itself, companies, 'owns');
  const controlled = withOwners(itself, signatories, 'controls');
  if (companies.length === 0) return controlled;
  const directed = nodesAt(account, 't_entity').filter((company) =>
    DIRECTORS.some((path) => nodeAt(company, path) !== undefined),
  );
  return [...owned, ...(signatories.length === 0 ? [] : controlled), ...directed.flatMap(companySides)];
}

/** Who brought or took the money for one side; a party of its own. */
export function conductorsOf(node: XmlNode | undefined): Side[] {
  return nodesAt(node, 't_conductor').map(personOf).filter(isNamed);
}

/** The thing once for each who stands behind it, at least once. */
function withOwners(side: Side, owners: readonly Side[], link: 'owns' | 'controls' | 'directs'): Side[] {
  if (owners.length === 0) return [side];
  return owners.map((owner) => ({ ...side, ...asOwner(owner), OwnerLink: link }));
}

const OWNED = [
  'Key',
  'BirthDate',
  'PersonalNumber',
  'CompanyNumber',
  'Document',
  'Phone',
  'Phones',
  'Email',
  'Address',
  'Citizenship',
] as const;

function asOwner(party: Side): Side {
  const facts = OWNED.map((name): [string, string] => [`Owner${name}`, party[name] ?? '']);
  return {
    Owner: party.Label ?? '',
    OwnerType: party.Type ?? '',
    OwnerRole: party.OwnerRole ?? '',
    ...Object.fromEntries(facts),
  };
}

function personOf(person: XmlNode): Side {
  const names = ['first_name', 'middle_name', 'prefix', 'last_name'].map((tag) => textAt(person, tag));
  const personal = textAt(person, 'ssn', 'id_number', 'tax_number');
  const document = textAt(
    person,
    'identification/number',
    'identifications/identification/number',
    'passport_number',
  );
  return {
    Type: 'person',
    Label: names.filter((part) => part !== '').join(' '),
    Key: personal || document,
    BirthDate: textAt(person, 'birthdate').slice(0, 10),
    PersonalNumber: personal,
    Document: document,
    ...phonesOf(person),
    Email: emailsOf(person),
    Address: addressOf(person),
    Citizenship: textAt(person, 'nationality1', 'passport_country', 'residence'),
  };
}

function companyOf(company: XmlNode): Side {
  const number = textAt(company, 'incorporation_number', 'tax_number');
  return {
    Type: 'organisation',
    Label: textAt(company, 'name', 'commercial_name'),
    Key: number,
    CompanyNumber: number,
    ...phonesOf(company),
    Email: emailsOf(company),
    Address: addressOf(company),
    Citizenship: textAt(company, 'incorporation_country_code'),
  };
}

/** The first is a thing of its own on the chart; all of them stay with whose they are. */
function phonesOf(node: XmlNode): Pick<Side, 'Phone' | 'Phones'> {
  const numbers = [...nodesAt(node, 'phones/phone'), ...nodesAt(node, 'phone')]
    .map(phoneOf)
    .filter((number) => number !== '');
  return { Phone: numbers[0] ?? '', Phones: numbers.join('; ') };
}

function phoneOf(phone: XmlNode): string {
  const prefix = textAt(phone, 'tph_country_prefix').replace(/\D/g, '').replace(/^00/, '');
  const number = textAt(phone, 'tph_number').trim();
  if (prefix === '' || number === '' || /^(\+|00)/.test(number)) return number;
  return number.startsWith(prefix) && number.length > 10
    ? `+${number}`
    : `+${prefix}${number.replace(/^0/, '')}`;
}

function emailsOf(node: XmlNode): string {
  const texts = [...nodesAt(node, 'email'), ...nodesAt(node, 'emails/email')].map(
    (one) => one.text || textAt(one, 'email_address'),
  );
  return texts.filter((text) => text !== '').join('; ');
}

/** All addresses, each on one line. */
function addressOf(node: XmlNode): string {
  return [...nodesAt(node, 'addresses/address'), ...nodesAt(node, 'address')]
    .map((address) =>
      ['address', 'town', 'city', 'zip', 'state', 'country_code'].map((tag) => textAt(address, tag)),
    )
    .map((parts) => [...new Set(parts.filter((part) => part !== ''))].join(', '))
    .filter((text) => text !== '')
    .join('; ');
}
