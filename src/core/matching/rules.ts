import { ENTITY_TYPE_NAMES, type EntityType } from '../model/entity-types.ts';

/** Why a number does or does not make two records one; sentence under `matching:rule.<reason>`. */
export type RuleReason =
  | 'issuedOnce'
  | 'document'
  | 'register'
  | 'vin'
  | 'plate'
  | 'radio'
  | 'imei'
  | 'itself'
  | 'serial'
  | 'reference'
  | 'shared'
  | 'other';

export interface IdentityRule {
  readonly type: EntityType;
  /** A kind of identifier, or `other` for every one the table does not name for this type. */
  readonly kind: string;
  /** Whether the same number makes two records one when a file is read. */
  readonly joins: boolean;
  readonly reason: RuleReason;
}

export const OTHER_KIND = 'other';

type Row = readonly [kind: string, reason: RuleReason];

/** What people and companies pass on or use together joins nobody; it is one sign among others. */
const SHARED: readonly Row[] = [
  ['phone', 'shared'],
  ['email', 'shared'],
  ['iban', 'shared'],
  ['card-number', 'shared'],
];

const TABLE: Readonly<Record<EntityType, readonly Row[]>> = {
  person: [
    ['personal-number', 'issuedOnce'],
    ['document-number', 'document'],
    ['mrz', 'document'],
    ...SHARED,
  ],
  organisation: [['company-number', 'register'], ['lei', 'register'], ['bic', 'register'], ...SHARED],
  criminal_group: [],
  place: [],
  vehicle: [
    ['vin', 'vin'],
    ['plate', 'plate'],
  ],
  vessel: [
    ['imo', 'register'],
    ['mmsi', 'radio'],
  ],
  aircraft: [['aircraft', 'register']],
  container: [['container-number', 'register']],
  phone: [['phone', 'itself']],
  sim: [
    ['imsi', 'itself'],
    ['iccid', 'itself'],
  ],
  device: [['imei', 'imei']],
  email: [['email', 'itself']],
  online_account: [['account-name', 'itself']],
  internet_address: [['internet-address', 'itself']],
  bank_account: [
    ['iban', 'itself'],
    ['account', 'itself'],
  ],
  payment_card: [['card-number', 'itself']],
  crypto_wallet: [['wallet', 'itself']],
  document: [
    ['document-number', 'document'],
    ['mrz', 'document'],
  ],
  firearm: [['firearm-serial', 'serial']],
  ammunition: [],
  commodity: [],
  asset: [],
  exhibit: [['exhibit-number', 'reference']],
  investigation: [['case-reference', 'reference']],
};

/** Every rule as the program is delivered, by type. */
export const IDENTITY_RULES: readonly IdentityRule[] = ENTITY_TYPE_NAMES.flatMap((type) => [
  ...TABLE[type].map(([kind, reason]) => ({ type, kind, joins: reason !== 'shared', reason })),
  { type, kind: OTHER_KIND, joins: true, reason: 'other' as const },
]);

const keyOf = (type: string, kind: string): string => `${type}|${kind}`;
const DEFAULTS = new Map(IDENTITY_RULES.map((rule) => [keyOf(rule.type, rule.kind), rule.joins]));

/** What a person set otherwise than the table, by `<type>|<kind>`. */
export type RuleChanges = ReadonlyMap<string, boolean>;

export function ruleChanges(rows: readonly { type: string; kind: string; joins: boolean }[]): RuleChanges {
  return new Map(rows.map(({ type, kind, joins }) => [keyOf(type, kind), joins]));
}

/** Whether two things of this type that have the same number of this kind are one. */
export function joins(type: EntityType, kind: string, changes: RuleChanges): boolean {
  const key = keyOf(type, DEFAULTS.has(keyOf(type, kind)) ? kind : OTHER_KIND);
  return changes.get(key) ?? DEFAULTS.get(key) ?? true;
}
