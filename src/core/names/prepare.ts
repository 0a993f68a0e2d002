import { cleanName } from './clean.ts';
import { defaultGivenNames, type GivenNames } from './given-names.ts';
import { type ParsedOrganisation, parseOrganisationName } from './parse-organisation.ts';
import { type ReadPerson, readPerson } from './parse-person.ts';

/** Longer texts are no names: they are compared as they are, so that nobody's list can stop the program. */
const LONGEST_NAME = 400;

/** A name made ready to be compared with many others. */
export interface PreparedName {
  readonly raw: string;
  /** Cleaned, lower case. */
  readonly key: string;
  readonly hasLookAlikes: boolean;
  readonly isTooLong: boolean;
  readonly givenNames: GivenNames;
  readonly organisation: ParsedOrganisation;
  /** Read at the first use; of a sole trader, the person behind the legal form. */
  readonly person: () => ReadPerson;
}

export function prepareName(raw: string, givenNames: GivenNames = defaultGivenNames()): PreparedName {
  const isTooLong = raw.length > LONGEST_NAME * 10 || [...raw].length > LONGEST_NAME;
  const { text, hasLookAlikes } = isTooLong ? { text: raw, hasLookAlikes: false } : cleanName(raw);
  const organisation = parseOrganisationName(isTooLong ? '' : raw);
  let person: ReadPerson | undefined;
  return {
    raw,
    key: text.toLowerCase(),
    hasLookAlikes,
    isTooLong,
    givenNames,
    organisation,
    person: () => {
      person ??= readPerson(personText(raw, organisation), givenNames);
      return person;
    },
  };
}

function personText(raw: string, organisation: ParsedOrganisation): string {
  return organisation.forms.includes('sole-trader') && organisation.isCertain
    ? organisation.core.join(' ')
    : raw;
}
