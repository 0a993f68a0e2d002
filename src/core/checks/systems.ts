import { keysOf } from '../keys.ts';
import type { EntityType } from '../model/entity-types.ts';

/**
 * Databases a bureau asks outside this program: the program keeps what came of it, it never asks itself. `types` says
 * of what a check makes sense, so that a database nobody asked is seen; `kinds` which numbers it is asked with, best
 * first. Domain facts §1.5 and §1.6.
 */
export interface CheckSystemRecord {
  readonly types: readonly EntityType[];
  readonly kinds: readonly string[];
}

const PEOPLE: readonly EntityType[] = ['person'];
const VALUABLES: readonly EntityType[] = [
  'person',
  'organisation',
  'asset',
  'bank_account',
  'crypto_wallet',
  'vehicle',
  'vessel',
  'aircraft',
];

const CHECK_SYSTEM_RECORDS = {
  nominals: { types: PEOPLE, kinds: ['personal-number'] },
  notice_red: { types: PEOPLE, kinds: [] },
  notice_blue: { types: PEOPLE, kinds: [] },
  notice_green: { types: PEOPLE, kinds: [] },
  notice_yellow: { types: PEOPLE, kinds: [] },
  notice_black: { types: PEOPLE, kinds: [] },
  notice_orange: { types: ['person', 'commodity', 'ammunition'], kinds: [] },
  notice_purple: { types: ['criminal_group', 'container', 'commodity', 'exhibit'], kinds: [] },
  notice_silver: { types: VALUABLES, kinds: ['iban', 'wallet', 'company-number'] },
  notice_un: { types: ['person', 'organisation', 'criminal_group'], kinds: [] },
  ftf: { types: PEOPLE, kinds: [] },
  sltd: { types: ['person', 'document'], kinds: ['document-number', 'mrz'] },
  tdawn: { types: ['person', 'document'], kinds: ['document-number', 'mrz'] },
  sad: { types: ['document', 'vehicle'], kinds: ['document-number'] },
  smv: { types: ['vehicle'], kinds: ['vin', 'plate'] },
  vessels: { types: ['vessel'], kinds: ['imo', 'mmsi'] },
  iarms: { types: ['firearm'], kinds: ['firearm-serial'] },
  find: { types: ['person', 'document', 'vehicle'], kinds: ['document-number', 'plate', 'vin'] },
  icse: { types: ['person', 'exhibit', 'online_account'], kinds: ['exhibit-number', 'account-name'] },
  works_of_art: { types: ['asset', 'commodity'], kinds: [] },
  dna: { types: ['person', 'exhibit'], kinds: ['exhibit-number'] },
  fingerprints: { types: ['person', 'exhibit'], kinds: ['exhibit-number'] },
  /** One of a country; the person names it. */
  national: { types: [], kinds: [] },
} as const satisfies Record<string, CheckSystemRecord>;

export type CheckSystem = keyof typeof CHECK_SYSTEM_RECORDS;
export const CHECK_SYSTEMS = keysOf(CHECK_SYSTEM_RECORDS);

const record = (system: CheckSystem): CheckSystemRecord => CHECK_SYSTEM_RECORDS[system];

/** Databases in which something of this type can be asked for; the national ones are the person's own. */
export function systemsOf(type: EntityType): CheckSystem[] {
  return CHECK_SYSTEMS.filter((system) => record(system).types.includes(type));
}

/** Kinds of numbers a database is asked with, best first. */
export function kindsAsked(system: CheckSystem): readonly string[] {
  return record(system).kinds;
}

/** What one database is told apart by: a national one by its name too, whatever its letters' case. */
export function systemKey({ system, systemName }: { system: CheckSystem; systemName: string }): string {
  return system === 'national' ? `national:${systemName.trim().toLocaleLowerCase()}` : system;
}
