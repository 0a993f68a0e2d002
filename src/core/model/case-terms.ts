/** Crime areas of Project I-FORCE; first one of each list is the default on a form. */
export const CRIME_AREAS = [
  'organised_crime',
  'human_trafficking',
  'migrant_smuggling',
  'child_sexual_exploitation',
  'drugs',
  'firearms',
  'vehicles',
  'terrorism',
  'financial_crime',
  'cybercrime',
] as const;
export type CrimeArea = (typeof CRIME_AREAS)[number];

/** Status of a person in one analysis file, never globally; null in the store = uncategorised. */
export const PERSON_STATUSES = [
  'suspect',
  'convicted',
  'charged',
  'wanted',
  'potential_offender',
  'contact',
  'victim',
  'witness',
  'informant',
  'missing',
  'deceased',
  'to_be_identified',
] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** People of these statuses, and minors, are shown behind a shutter and pseudonymised in packages by default. */
export const PROTECTED_STATUSES: readonly PersonStatus[] = ['victim', 'witness', 'informant'];

export function isProtected(status: PersonStatus | null, minor: boolean): boolean {
  return minor || (status !== null && PROTECTED_STATUSES.includes(status));
}
