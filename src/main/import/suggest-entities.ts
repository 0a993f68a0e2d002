import type { Columns, EntityMapping } from './suggest-parts.ts';

/** Who pays or is paid: a person, or in the rows whose name says so a company. */
export function party(
  columns: Columns,
  name: string,
  field: 'senderName' | 'recipientName',
): EntityMapping | null {
  const label = columns.value(field);
  if (label === null) return null;
  return { name, type: 'person', identifiers: [], label, byLegalForm: true, properties: {}, required: false };
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
  const properties = columns.properties({ make: 'make', model: 'model', colour: 'colour', year: 'year' });
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
