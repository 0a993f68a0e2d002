import type { ValueSource } from '../../contract/import.ts';
import { FIREARM_PART } from '../../core/identifiers/index.ts';
import type { ColumnField } from './header-words.ts';
import { isPlainly } from './plainly.ts';
import { type Columns, type EntityMapping, identified, type TableKind } from './suggest-parts.ts';

type Known = readonly [field: ColumnField, type: EntityMapping['type'], kind: string];

/** Columns that each name a thing of their own by a number. */
const THINGS: readonly Known[] = [
  ['aircraft', 'aircraft', 'aircraft'],
  ['container', 'container', 'container-number'],
  ['wallet', 'crypto_wallet', 'wallet'],
  ['cardNumber', 'payment_card', 'card-number'],
  ['ip', 'internet_address', 'internet-address'],
  ['domain', 'internet_address', 'internet-address'],
  ['mrz', 'document', 'mrz'],
];
/** Things that carry a name themselves, so that a column of names beside them is theirs. */
const NAMED: readonly ColumnField[] = ['imo', 'mmsi', 'aircraft', 'container', 'companyNumber', 'lei'];

/** SIM card by its number in the network and the one printed on it. */
export function simOf(columns: Columns, required: boolean): EntityMapping | null {
  return ofNumbers('sim', 'sim', [pair(columns, 'imsi', 'imsi'), pair(columns, 'iccid', 'iccid')], required);
}

/** A company by its number; its bank code or legal entity identifier alone will do. */
function organisationOf(columns: Columns): EntityMapping | null {
  const numbers = [
    pair(columns, 'companyNumber', 'company-number'),
    pair(columns, 'lei', 'lei'),
    pair(columns, 'bic', 'bic'),
  ];
  const found = ofNumbers('company', 'organisation', numbers, false);
  const label = found === null ? null : columns.value('companyName');
  return found === null || label === null ? found : { ...found, label };
}

/** Everything else a row names by a number of its own: vessels, aircraft, containers, firearms, wallets, addresses. */
export function thingsOf(columns: Columns): EntityMapping[] {
  const vessel = [pair(columns, 'imo', 'imo'), pair(columns, 'mmsi', 'mmsi')];
  const found = [ofNumbers('vessel', 'vessel', vessel, false), firearmOf(columns)];
  for (const [field, type, kind] of THINGS) {
    const value = columns.value(field);
    found.push(value === null ? null : identified(field, type, kind, value, false));
  }
  return found.filter((one) => one !== null);
}

function pair(
  columns: Columns,
  field: ColumnField,
  kind: string,
): EntityMapping['identifiers'][number] | null {
  const value = columns.value(field);
  return value === null ? null : { kind, value };
}

function ofNumbers(
  name: string,
  type: EntityMapping['type'],
  numbers: readonly (EntityMapping['identifiers'][number] | null)[],
  required: boolean,
): EntityMapping | null {
  const identifiers = numbers.filter((one) => one !== null);
  return identifiers.length === 0 ? null : { name, type, identifiers, properties: {}, required };
}

/** Serial numbers repeat between makes, so that what a row says of the weapon belongs to its number. */
function firearmOf(columns: Columns): EntityMapping | null {
  if (!isFirearm(columns)) return null;
  const parts = (['make', 'model', 'calibre', 'serial'] as const).flatMap(
    (field) => columns.value(field)?.columns ?? [],
  );
  const value: ValueSource =
    parts.length === 1 ? { columns: parts } : { columns: parts, joiner: FIREARM_PART };
  return {
    ...identified('firearm', 'firearm', 'firearm-serial', value, false),
    label: { columns: parts, joiner: ' ' },
    properties: columns.properties({ make: 'make', model: 'model' }),
  };
}

function isFirearm(columns: Columns): boolean {
  if (!columns.has('serial')) return false;
  const header = columns.guesses.find(({ field }) => field === 'serial')?.column ?? '';
  return columns.has('calibre') || /weapon|firearm|gun|збро|оруж|\barm/i.test(header);
}

const hasThing = (columns: Columns): boolean =>
  isFirearm(columns) ||
  (['imo', 'mmsi', 'companyNumber', 'lei'] as const).some((field) => columns.has(field)) ||
  THINGS.some(([field]) => columns.has(field));
const isAboutPeople = (columns: Columns): boolean =>
  (['surname', 'birthDate', 'personalNumber', 'document'] as const).some((field) => columns.has(field));

/** Lists of companies, vessels, containers, weapons, wallets and the like, where the rows are about these and not about people. */
export const things: TableKind = {
  name: 'things',
  matches: (columns) =>
    hasThing(columns) &&
    !isAboutPeople(columns) &&
    (!columns.has('fullName') || NAMED.some((field) => columns.has(field))),
  plan(columns) {
    const company = organisationOf(columns);
    const [first, ...others] = [...(company === null ? [] : [company]), ...thingsOf(columns)];
    if (first === undefined) return { entities: [], links: [], events: [] };
    const label = first.label ?? columns.value('fullName');
    const main: EntityMapping = {
      ...first,
      required: others.length === 0,
      ...(label === null ? {} : { label }),
      properties: { ...first.properties, ...columns.properties({ note: 'note' }), ...columns.rest() },
    };
    const links = others.map(({ name }) => ({
      from: main.name,
      to: name,
      type: 'other' as const,
      strength: 'unconfirmed' as const,
    }));
    return { entities: [main, ...others], links, events: [] };
  },
};

const ENOUGH = 0.8;

/** What money moves between: accounts, or wallets or cards where the values are such. */
export function accountKind(examples: readonly string[]): readonly [EntityMapping['type'], string] {
  const share = (kind: string): number =>
    examples.filter((one) => isPlainly(kind, one)).length / Math.max(1, examples.length);
  if (share('wallet') > ENOUGH) return ['crypto_wallet', 'wallet'];
  return share('card-number') > ENOUGH ? ['payment_card', 'card-number'] : ['bank_account', 'iban'];
}
