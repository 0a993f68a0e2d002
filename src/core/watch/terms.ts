import { IDENTIFIER_KINDS } from '../identifiers/kinds.ts';

/** What a list is for. */
export const LIST_KINDS = [
  'wanted',
  'missing',
  'sanctions',
  'documents',
  'vehicles',
  'firearms',
  'own',
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** What a column of a list can be beside the kinds of numbers. */
export const TEXT_FIELDS = [
  'reference',
  'type',
  'name',
  'surname',
  'givenName',
  'patronymic',
  'alias',
  'birthDate',
  'nationality',
  'country',
  'documentCountry',
  'plateCountry',
  'note',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const LIST_FIELDS: readonly string[] = [...TEXT_FIELDS, ...IDENTIFIER_KINDS];

/** What a person says of a hit; one nobody decided is open. */
export const HIT_STATES = ['open', 'confirmed', 'dismissed'] as const;
export type HitState = (typeof HIT_STATES)[number];

/** Names at least this alike are a hit, unless the list has its own measure. */
export const DEFAULT_THRESHOLD = 0.85;
/** Below this everybody is alike. */
export const LOWEST_THRESHOLD = 0.6;

/** How a list stands on a day: only a valid one is matched. */
export const STANDINGS = ['valid', 'not-yet', 'expired'] as const;
export type Standing = (typeof STANDINGS)[number];

/** `today` and both ends are partial dates; an end that names a month or a year lasts to its last day. */
export function standingOn(today: string, from: string | null, to: string | null): Standing {
  if (from !== null && today.slice(0, from.length) < from) return 'not-yet';
  return to !== null && today.slice(0, to.length) > to ? 'expired' : 'valid';
}
