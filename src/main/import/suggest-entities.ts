import type { ValueSource } from '../../contract/import.ts';
import { readStatusWord } from '../../core/model/status-words.ts';
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
    ...(document === null ? [] : [{ kind: 'document-number', value: document, ...issuerOf(columns) }]),
  ];
}

/** Who issued a document, only where the rows say it: citizenship and the file's country do not tell. */
function issuerOf(columns: Columns): { country?: ValueSource } {
  const country = columns.value('documentCountry');
  return country === null ? {} : { country };
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

/** `isRegister`: the rows are about people, so that a status can only be theirs. */
export function personOf(columns: Columns, required: boolean, isRegister: boolean): EntityMapping | null {
  const label = columns.has('surname')
    ? columns.joined('surname', 'givenName', 'fatherName')
    : columns.value('fullName');
  const number = columns.value('personalNumber');
  const document = columns.value('document');
  if (label === null && number === null && document === null) return null;
  const identifiers: EntityMapping['identifiers'] = [];
  if (number !== null) identifiers.push({ kind: 'personal-number', value: number });
  if (document !== null) {
    identifiers.push({ kind: 'document-number', value: document, ...issuerOf(columns) });
  }
  const properties = columns.properties({
    birthDate: 'birthDate',
    citizenship: 'citizenship',
    alias: 'alias',
    address: 'address',
    email: 'email',
  });
  const status = statusOf(columns, isRegister);
  return {
    name: 'person',
    type: 'person',
    identifiers,
    ...(label === null ? {} : { label }),
    ...(status === null ? {} : { status }),
    properties,
    required,
  };
}

/** Beside a person in another kind of table a status column may be about the row; then its words must tell. */
function statusOf(columns: Columns, isRegister: boolean): ValueSource | null {
  const areWords = columns.examples('status').some((word) => {
    const { status, minor } = readStatusWord(word);
    return status !== null || minor;
  });
  return isRegister || areWords ? columns.value('status') : null;
}
