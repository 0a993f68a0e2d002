import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import {
  because,
  type Explanation,
  formatUnknown,
  type IdentifierKind,
  type NormalisedIdentifier,
  upper,
  valid,
} from './identifier.ts';

const LONGEST_SHORT_CODE = 6;

/** Ranges whose calling code does not say who runs the network. */
const RANGES: readonly (readonly [shape: RegExp, key: string])[] = [
  [/^\+373(5\d{2}|533|77\d)/, 'identifier:phone.transnistria'],
  [/^\+7978/, 'identifier:phone.crimea'],
];

/**
 * E.164. Operators' lists give numbers with +, with 00, with the country code and no sign, and in national form;
 * all four must become one value. Short codes belong to a country, sender names to nobody: both are kept as they are.
 */
export const phone: IdentifierKind = {
  kind: 'phone',
  normalise(raw, { country }) {
    const text = raw.normalize('NFKC').trim();
    if (/\p{L}/u.test(text)) {
      return formatUnknown(upper(text).replace(/\s+/g, ' ').trim(), because('identifier:phone.name'));
    }
    const digits = text.replace(/\D/g, '');
    if (digits === '') return formatUnknown(text);
    const isShort = digits.length <= LONGEST_SHORT_CODE && !text.startsWith('+');
    if (isShort) {
      const value = country === '' ? digits : `${country}:${digits}`;
      return formatUnknown(value, because('identifier:phone.short'));
    }
    return full(text, digits, country) ?? formatUnknown(digits);
  },
};

function full(text: string, digits: string, country: string): NormalisedIdentifier | null {
  if (text.startsWith('+')) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  if (country === 'UA' && /^80\d{9}$/.test(digits)) return international(`3${digits}`);
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const national = home === undefined ? undefined : parsePhoneNumberFromString(digits, home);
  if (national?.isValid()) return known(national.number, national.country ?? country);
  const foreign = parsePhoneNumberFromString(`+${digits}`);
  if (digits.length >= 10 && foreign?.isValid()) return known(foreign.number, foreign.country ?? '');
  if (national?.isPossible()) return formatUnknown(national.number);
  return digits.length >= 11 && foreign?.isPossible() ? formatUnknown(foreign.number) : null;
}

function international(digits: string): NormalisedIdentifier {
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  if (parsed?.isValid()) return known(parsed.number, parsed.country ?? '');
  return formatUnknown(parsed?.number ?? `+${digits}`);
}

function known(number: string, country: string): NormalisedIdentifier {
  const notes: Explanation[] = RANGES.filter(([shape]) => shape.test(number)).map(([, key]) => because(key));
  const plan =
    country === '' ? because('identifier:formRight') : because('identifier:phone.plan', { country });
  return valid(number, plan, ...notes);
}
