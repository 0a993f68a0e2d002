import type { Columns, EntityMapping } from './suggest-parts.ts';

const COMPANY = /\b(srl|sa|ltd|llc|тов|тзов|пп|фоп|ооо|ао|пат|прат|s\.r\.l|gmbh|sp|ooo)\b|["«„]/iu;

export function party(
  columns: Columns,
  name: string,
  field: 'senderName' | 'recipientName',
): EntityMapping | null {
  const label = columns.value(field);
  if (label === null) return null;
  const examples = columns.examples(field);
  const companies = examples.filter(
    (one) => COMPANY.test(one) || /(^|\s)(ТОВ|SRL|ООО|ПП|LLC)(\s|$)/.test(one),
  ).length;
  const type = companies > examples.length / 2 ? 'organisation' : 'person';
  return { name, type, identifiers: [], label, properties: {}, required: false };
}

export function ownerIdentifiers(columns: Columns): EntityMapping['identifiers'] {
  const number = columns.value('ownerNumber') ?? columns.value('personalNumber');
  const document = columns.value('ownerDocument') ?? columns.value('document');
  return [
    ...(number === null ? [] : [{ kind: 'personal-number', value: number }]),
    ...(document === null ? [] : [{ kind: 'document-number', value: document }]),
  ];
}

export function vehicleOf(columns: Columns, required: boolean): EntityMapping | null {
  const plate = columns.value('plate');
  const vin = columns.value('vin');
  if (plate === null && vin === null) return null;
  const country = columns.value('plateCountry');
  const identifiers: EntityMapping['identifiers'] = [];
  if (plate !== null)
    identifiers.push({ kind: 'plate', value: plate, ...(country === null ? {} : { country }) });
  if (vin !== null) identifiers.push({ kind: 'vin', value: vin });
  const properties = columns.properties({ make: 'make', model: 'model', colour: 'colour' });
  return { name: 'vehicle', type: 'vehicle', identifiers, properties, required };
}

export function personOf(columns: Columns, required: boolean): EntityMapping | null {
  const label = columns.has('surname')
    ? columns.joined('surname', 'givenName', 'fatherName')
    : columns.value('fullName');
  const number = columns.value('personalNumber');
  const document = columns.value('document');
  if (label === null && number === null && document === null) return null;
  const identifiers: EntityMapping['identifiers'] = [];
  if (number !== null) identifiers.push({ kind: 'personal-number', value: number });
  if (document !== null) identifiers.push({ kind: 'document-number', value: document });
  const properties = columns.properties({
    birthDate: 'birthDate',
    citizenship: 'citizenship',
    alias: 'alias',
    address: 'address',
    email: 'email',
    status: 'status',
  });
  const status = columns.value('status');
  return {
    name: 'person',
    type: 'person',
    identifiers,
    ...(label === null ? {} : { label }),
    properties,
    ...(status === null ? {} : { status }),
    required,
  };
}
