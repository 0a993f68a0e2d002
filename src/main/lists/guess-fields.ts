import { IDENTIFIER_KINDS } from '../../core/identifiers/kinds.ts';
import { TEXT_FIELDS } from '../../core/watch/index.ts';
import { type ColumnGuess, foldHeader, guessColumns } from '../import/guess-columns.ts';
import type { ColumnField } from '../import/header-words.ts';
import { identifierKind } from '../import/readers/graph/columns.ts';

/** What the columns of an import are in a list. */
const FIELDS: Readonly<Partial<Record<ColumnField, string>>> = {
  fullName: 'name',
  companyName: 'name',
  owner: 'name',
  contactName: 'name',
  surname: 'surname',
  givenName: 'givenName',
  fatherName: 'patronymic',
  alias: 'alias',
  birthDate: 'birthDate',
  citizenship: 'nationality',
  personalNumber: 'personal-number',
  document: 'document-number',
  documentCountry: 'documentCountry',
  mrz: 'mrz',
  plate: 'plate',
  plateCountry: 'plateCountry',
  vin: 'vin',
  serial: 'firearm-serial',
  imo: 'imo',
  mmsi: 'mmsi',
  container: 'container-number',
  aircraft: 'aircraft',
  imei: 'imei',
  imsi: 'imsi',
  iccid: 'iccid',
  phone: 'phone',
  caller: 'phone',
  email: 'email',
  account: 'iban',
  senderAccount: 'iban',
  cardNumber: 'card-number',
  wallet: 'wallet',
  companyNumber: 'company-number',
  lei: 'lei',
  note: 'note',
};

/** Words of lists that an import does not have or reads as something else, folded as headers are. */
const WORDS: readonly (readonly [field: string, words: string])[] = [
  [
    'reference',
    'id|ref|uid|notice|notice no|notice number|reference|reference no|reference number|record id|entry id|notice id|dataid|logicalid|номер запису|номер справи|номер записи|код запису|nr inregistrare|numar inregistrare|numar de inregistrare|nr dosar|referinta',
  ],
  ['country', 'country|country code|countries|країна|код країни|страна|tara|codul tarii'],
  ['name', 'name|names|whole name|caption|title name|назва імя|найменування|наименование|denumire|denumirea'],
  ['alias', 'aliases|alias names|weak aliases|інші імена|відомий як|другие имена|alte nume|cunoscut ca'],
  [
    'type',
    'element|schema|entity type|type of entity|subject type|тип субєкта|тип особи|tip subiect|tipul persoanei',
  ],
  ['nationality', 'nationalities'],
  ['document-number', 'passports|passport no|id document|номер документа'],
];
const FIELD_OF_WORD = new Map(
  WORDS.flatMap(([field, words]) => words.split('|').map((word) => [word, field])),
);

/** Columns of the table every entity format becomes. */
const OF_ENTITIES: Readonly<Record<string, string>> = {
  id: 'reference',
  type: 'type',
  label: 'name',
  country: 'country',
};

/** What each column of a list is, as far as its name and values tell; columns of which neither does are left out. */
export function guessFields(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Record<string, string> {
  const isEntityTable = columns.includes('kind') && columns.includes('type') && columns.includes('label');
  const guesses = guessColumns(columns, rows);
  const found = guesses.flatMap((guess): [string, string][] => {
    const field = isEntityTable ? fieldOfEntityTable(guess) : fieldOf(guess, columns);
    return field === null ? [] : [[guess.column, field]];
  });
  return Object.fromEntries(oneReference(found));
}

function fieldOfEntityTable(guess: ColumnGuess): string | null {
  const { column } = guess;
  if (['kind', 'status', 'strength', 'link', 'event'].includes(column)) return null;
  const own = OF_ENTITIES[column] ?? identifierKind(column);
  if (own !== null && own !== undefined) return own;
  return (TEXT_FIELDS as readonly string[]).includes(column) ? column : fieldOf(guess, []);
}

function fieldOf({ column, field, again }: ColumnGuess, columns: readonly string[]): string | null {
  const leaf = foldHeader(column.slice(column.lastIndexOf('/') + 1).replace(/([a-z])([A-Z])/g, '$1 $2'));
  const word = FIELD_OF_WORD.get(leaf) ?? FIELD_OF_WORD.get(foldHeader(column));
  if (word === 'name' && columns.some((other) => /surname|прізвище|фамилия/i.test(other))) return 'givenName';
  if (word !== undefined) return word;
  if (IDENTIFIER_KINDS.includes(column)) return column;
  return FIELDS[field ?? again ?? 'text'] ?? null;
}

/** The first column of references is the one; a second may repeat. */
function oneReference(found: readonly [string, string][]): [string, string][] {
  const first = found.find(([, field]) => field === 'reference')?.[0];
  return found.filter(([column, field]) => field !== 'reference' || column === first);
}
