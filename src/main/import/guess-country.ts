import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Sentence } from '../../contract/terms.ts';
import { normaliseIdentifier } from '../../core/identifiers/index.ts';
import { countryOfZone } from '../../core/time/index.ts';

const COUNTRIES = ['UA', 'MD', 'RO', 'PL', 'GE', 'HU', 'SK', 'EE', 'LV', 'LT'] as const;
type Country = (typeof COUNTRIES)[number];
/** Files of these come first; their numbers also fit the forms of others. */
const NEAREST: readonly Country[] = ['UA', 'MD', 'RO'];
/** Where neither values nor zone tell: the country the program was first made for. */
const OTHERWISE: Country = 'MD';
/** Below this share of the values a country is a chance hit. */
const ENOUGH = 0.3;

export interface CountryGuess {
  readonly country: string;
  /** Null where the file has neither numbers nor plates. */
  readonly why: Sentence | null;
}

/**
 * The country whose numbers and plates stand in the file in national form: by the shapes of the numbers first, then
 * of the plates, then by the calling codes of full numbers; where these leave it open, by the zone.
 */
export function guessCountry(
  phones: readonly string[],
  plates: readonly string[],
  timeZone: string,
): CountryGuess {
  const numbers = phones.map((one) => one.replace(/[\s().\-–]/g, ''));
  const national = numbers.filter((one) => /^0[1-9]\d{7,9}$/.test(one));
  const full = numbers.map((one) => one.replace(/^00/, '+')).filter((one) => /^\+?[1-9]\d{9,14}$/.test(one));
  const zoned = countryOfZone(timeZone);
  const evidence: readonly [string, readonly string[], (value: string, country: Country) => boolean][] = [
    ['import:why.countryNumbers', national, isNational],
    ['import:why.countryPlates', plates, isPlate],
    ['import:why.countryCodes', full, isFull],
  ];
  let candidates: readonly Country[] = COUNTRIES;
  for (const [key, values, fits] of evidence) {
    const { best, count } = leading(values, fits, candidates);
    if (best.length === 0) continue;
    const country = theOne(best, zoned);
    if (country !== null) return { country, why: { key, params: { country, count, total: values.length } } };
    candidates = best;
  }
  const country = zoned ?? OTHERWISE;
  if (phones.length + plates.length === 0) return { country, why: null };
  const key = zoned === null ? 'import:why.countryAssumed' : 'import:why.countryZone';
  return { country, why: { key, params: { country, zone: timeZone } } };
}

/** The countries most values fit, and how many these are; none where they are too few. */
function leading(
  values: readonly string[],
  fits: (value: string, country: Country) => boolean,
  candidates: readonly Country[],
): { best: readonly Country[]; count: number } {
  const counted = candidates.map((country) => ({
    country,
    count: values.filter((value) => fits(value, country)).length,
  }));
  const count = Math.max(...counted.map((one) => one.count));
  if (count === 0 || count < values.length * ENOUGH) return { best: [], count };
  return { best: counted.filter((one) => one.count === count).map(({ country }) => country), count };
}

/** One of several alike: the zone's own, else the only one of the nearest. Two of these are left open. */
function theOne(best: readonly Country[], zoned: string | null): Country | null {
  if (best.length === 1) return best[0] ?? null;
  const own = best.find((country) => country === zoned);
  if (own !== undefined) return own;
  const near = best.filter((country) => NEAREST.includes(country));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** Dialled inside the country: its own prefixes decide, because nine digits after the 0 are Ukrainian or Romanian. */
function isNational(value: string, country: Country): boolean {
  return parsePhoneNumberFromString(value, country)?.isValid() === true;
}

function isFull(value: string, country: Country): boolean {
  const parsed = parsePhoneNumberFromString(value.startsWith('+') ? value : `+${value}`);
  return parsed?.country === country && parsed.isValid();
}

function isPlate(value: string, country: Country): boolean {
  return normaliseIdentifier('plate', value, { country }).check === 'valid';
}
