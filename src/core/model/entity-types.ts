import { keysOf } from '../keys.ts';

/**
 * The entity types of the product: one table, read by import, chart, map, search and package.
 * Source of the list: domain facts §3.7 (union of FollowTheMoney, UCO/CASE, MISP and the crime areas).
 * `shape` follows the link-chart convention person circle · organisation box · place diamond · event hexagon ·
 * document and account triangle; colours are the Okabe–Ito colour-blind-safe palette, never the only sign.
 */
export const SHAPES = ['circle', 'box', 'diamond', 'hexagon', 'triangle'] as const;
export type Shape = (typeof SHAPES)[number];

export interface EntityTypeRecord {
  readonly shape: Shape;
  readonly colour: string;
  /** Name of the icon in the chart's icon set. */
  readonly icon: string;
  /** FollowTheMoney schema used on export; null where it has none. */
  readonly followTheMoney: string | null;
  /** Identifier kind that names an entity of this type, if any. */
  readonly identifier: string | null;
}

const PERSON = '#0072B2';
const GROUP = '#009E73';
const THING = '#56B4E9';
const COMMUNICATION = '#CC79A7';
const MONEY = '#E69F00';
const PLACE = '#B59B00';
const DANGER = '#D55E00';
const PAPER = '#7A7A7A';

export const ENTITY_TYPES = {
  person: {
    shape: 'circle',
    colour: PERSON,
    icon: 'user',
    followTheMoney: 'Person',
    identifier: 'personal-number',
  },
  organisation: {
    shape: 'box',
    colour: GROUP,
    icon: 'building',
    followTheMoney: 'Company',
    identifier: 'company-number',
  },
  criminal_group: {
    shape: 'box',
    colour: DANGER,
    icon: 'users-group',
    followTheMoney: 'Organization',
    identifier: null,
  },
  place: { shape: 'diamond', colour: PLACE, icon: 'map-pin', followTheMoney: 'Address', identifier: null },
  vehicle: { shape: 'circle', colour: THING, icon: 'car', followTheMoney: 'Vehicle', identifier: 'plate' },
  vessel: { shape: 'circle', colour: THING, icon: 'ship', followTheMoney: 'Vessel', identifier: 'imo' },
  aircraft: {
    shape: 'circle',
    colour: THING,
    icon: 'plane',
    followTheMoney: 'Airplane',
    identifier: 'aircraft',
  },
  container: {
    shape: 'circle',
    colour: THING,
    icon: 'package',
    followTheMoney: 'Package',
    identifier: 'container-number',
  },
  phone: {
    shape: 'circle',
    colour: COMMUNICATION,
    icon: 'phone',
    followTheMoney: 'UserAccount',
    identifier: 'phone',
  },
  sim: {
    shape: 'circle',
    colour: COMMUNICATION,
    icon: 'device-sim',
    followTheMoney: 'UserAccount',
    identifier: 'imsi',
  },
  device: {
    shape: 'circle',
    colour: COMMUNICATION,
    icon: 'device-mobile',
    followTheMoney: 'Asset',
    identifier: 'imei',
  },
  email: {
    shape: 'circle',
    colour: COMMUNICATION,
    icon: 'mail',
    followTheMoney: 'UserAccount',
    identifier: 'email',
  },
  online_account: {
    shape: 'circle',
    colour: COMMUNICATION,
    icon: 'at',
    followTheMoney: 'UserAccount',
    identifier: 'account-name',
  },
  internet_address: {
    shape: 'circle',
    colour: COMMUNICATION,
    icon: 'world',
    followTheMoney: 'Thing',
    identifier: 'internet-address',
  },
  bank_account: {
    shape: 'triangle',
    colour: MONEY,
    icon: 'building-bank',
    followTheMoney: 'BankAccount',
    identifier: 'iban',
  },
  payment_card: {
    shape: 'triangle',
    colour: MONEY,
    icon: 'credit-card',
    followTheMoney: 'BankAccount',
    identifier: 'card-number',
  },
  crypto_wallet: {
    shape: 'triangle',
    colour: MONEY,
    icon: 'coin',
    followTheMoney: 'CryptoWallet',
    identifier: 'wallet',
  },
  document: {
    shape: 'triangle',
    colour: PAPER,
    icon: 'file-text',
    followTheMoney: 'Document',
    identifier: 'document-number',
  },
  firearm: {
    shape: 'circle',
    colour: DANGER,
    icon: 'target',
    followTheMoney: 'Asset',
    identifier: 'firearm-serial',
  },
  ammunition: { shape: 'circle', colour: DANGER, icon: 'bomb', followTheMoney: 'Asset', identifier: null },
  commodity: { shape: 'circle', colour: DANGER, icon: 'flask', followTheMoney: 'Asset', identifier: null },
  asset: { shape: 'circle', colour: MONEY, icon: 'home-dollar', followTheMoney: 'Asset', identifier: null },
  exhibit: {
    shape: 'triangle',
    colour: PAPER,
    icon: 'fingerprint',
    followTheMoney: 'Document',
    identifier: 'exhibit-number',
  },
  investigation: {
    shape: 'box',
    colour: PAPER,
    icon: 'briefcase',
    followTheMoney: 'CourtCase',
    identifier: 'case-reference',
  },
} as const satisfies Record<string, EntityTypeRecord>;

export type EntityType = keyof typeof ENTITY_TYPES;
export const ENTITY_TYPE_NAMES = keysOf(ENTITY_TYPES);

const NAMED_BY_PEOPLE: readonly EntityType[] = ['person', 'organisation', 'investigation'];

/**
 * True where the identifier is the thing's whole name (phone, handset, account, vehicle …): a record that holds the
 * number holds the thing. A person or company has a number too, but is known by other words besides.
 */
export function isNumbered(type: EntityType | undefined): boolean {
  return type !== undefined && ENTITY_TYPES[type].identifier !== null && !NAMED_BY_PEOPLE.includes(type);
}

/** True for the kinds of number a thing of this type is named by; an account that has no IBAN by its bank's own. */
export function isOwnNumber(type: EntityType, kind: string): boolean {
  return kind === ENTITY_TYPES[type].identifier || (type === 'bank_account' && kind === 'account');
}
