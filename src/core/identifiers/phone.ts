import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { formatUnknown, type IdentifierKind, type NormalisedIdentifier, valid } from './identifier.ts';

const LONGEST_SHORT_CODE = 6;

/**
 * E.164. Operators' lists give numbers with +, with 00, with the country code and no sign, and in national form;
 * all four must become one value. Short codes belong to a country, sender names to nobody: both are kept as they are.
 */
export const phone: IdentifierKind = {
  kind: 'phone',
  normalise(raw, { country }) {
    const text = raw.normalize('NFKC').trim();
    if (/\p{L}/u.test(text)) return formatUnknown(text.replace(/\s+/g, ' ').toUpperCase());
    const digits = text.replace(/\D/g, '');
    if (digits === '') return formatUnknown(text);
    const isShort = digits.length <= LONGEST_SHORT_CODE && !text.startsWith('+');
    if (isShort) return formatUnknown(country === '' ? digits : `${country}:${digits}`);
    return full(text, digits, country) ?? formatUnknown(digits);
  },
};

function full(text: string, digits: string, country: string): NormalisedIdentifier | null {
  if (text.startsWith('+')) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  if (country === 'UA' && /^80\d{9}$/.test(digits)) return international(`3${digits}`);
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const national = home === undefined ? undefined : parsePhoneNumberFromString(digits, home);
  if (national?.isValid()) return valid(national.number);
  const foreign = parsePhoneNumberFromString(`+${digits}`);
  if (digits.length >= 10 && foreign?.isValid()) return valid(foreign.number);
  if (national?.isPossible()) return formatUnknown(national.number);
  return digits.length >= 11 && foreign?.isPossible() ? formatUnknown(foreign.number) : null;
}

function international(digits: string): NormalisedIdentifier {
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  return parsed?.isValid() ? valid(parsed.number) : formatUnknown(parsed?.number ?? `+${digits}`);
}
