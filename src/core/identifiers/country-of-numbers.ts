import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Countries of the region whose numbers are told apart by their shape, most likely first where two fit equally. */
const COUNTRIES: readonly CountryCode[] = ['UA', 'MD', 'RO', 'PL', 'GE', 'HU', 'SK', 'EE', 'LV', 'LT'];

function fits(text: string, country: CountryCode): boolean {
  const digits = text.replace(/[^\d+]/g, '');
  const isNational = !digits.startsWith('+') && !digits.startsWith('00');
  const parsed = parsePhoneNumberFromString(digits.replace(/^00/, '+'), country);
  if (parsed?.isValid() !== true || parsed.country !== country) return false;
  return !isNational || parsed.number.length > digits.length || digits.startsWith(parsed.countryCallingCode);
}

/**
 * The country most of these phone numbers belong to, in whatever form they are written; `likely` (of the source's time
 * zone) wins a tie. Null where fewer than a third of them are numbers of any country: they say nothing then.
 */
export function countryOfNumbers(numbers: readonly string[], likely: string | null): string | null {
  const order = [...COUNTRIES].sort((one, other) => Number(other === likely) - Number(one === likely));
  const counted = order.map((country) => ({
    country,
    count: numbers.filter((text) => fits(text, country)).length,
  }));
  counted.sort((one, other) => other.count - one.count);
  const [most] = counted;
  return most === undefined || most.count === 0 || most.count * 3 < numbers.length ? null : most.country;
}
