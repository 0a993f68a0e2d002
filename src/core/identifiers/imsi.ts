import { passesLuhn } from './checks.ts';
import { because, compact, formatUnknown, type IdentifierKind, judged, notCheckable } from './identifier.ts';

/** Mobile country codes of the region, and the networks whose name tells something. */
const COUNTRY_OF: Readonly<Record<string, string>> = {
  '216': 'HU',
  '226': 'RO',
  '231': 'SK',
  '246': 'LT',
  '247': 'LV',
  '248': 'EE',
  '250': 'RU',
  '255': 'UA',
  '257': 'BY',
  '259': 'MD',
  '260': 'PL',
  '282': 'GE',
  '286': 'TR',
};
const NETWORK_OF: Readonly<Record<string, string>> = {
  '25501': 'Vodafone',
  '25503': 'Kyivstar',
  '25506': 'lifecell',
  '25901': 'Orange',
  '25902': 'Moldcell',
  '25905': 'Moldtelecom',
  '25915': 'Interdnestrcom',
  '25999': 'Moldtelecom',
};

/** MCC + MNC + subscriber, 14–15 digits; it has no check digit. */
export const imsi: IdentifierKind = {
  kind: 'imsi',
  normalise(raw) {
    const digits = compact(raw).replace(/^IMSI:?(?=\d)/, '');
    if (!/^\d{14,15}$/.test(digits)) return formatUnknown(digits);
    const country = COUNTRY_OF[digits.slice(0, 3)];
    const network = NETWORK_OF[digits.slice(0, 5)];
    return notCheckable(
      digits,
      because('identifier:noCheckDigit'),
      ...(country === undefined ? [] : [because('identifier:countryRead', { country })]),
      ...(network === undefined ? [] : [because('identifier:network', { network })]),
    );
  },
};

/** Serial number of the card itself: 19–20 digits beginning with 89, Luhn over all of them. */
export const iccid: IdentifierKind = {
  kind: 'iccid',
  normalise(raw) {
    const digits = compact(raw)
      .replace(/^ICCID:?(?=\d)/, '')
      .replace(/(?<=\d)F+$/, '');
    if (!/^89\d{17,18}$/.test(digits)) return formatUnknown(digits);
    return judged(digits, passesLuhn(digits), 'Luhn');
  },
};
