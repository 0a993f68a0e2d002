import { because, compact, formatUnknown, type IdentifierKind, notCheckable } from './identifier.ts';

/** Maritime identification digits of the region and its seas. */
const FLAG_OF: Readonly<Record<string, string>> = {
  '205': 'BE',
  '206': 'BY',
  '207': 'BG',
  '211': 'DE',
  '212': 'CY',
  '213': 'GE',
  '214': 'MD',
  '215': 'MT',
  '237': 'GR',
  '239': 'GR',
  '243': 'HU',
  '261': 'PL',
  '264': 'RO',
  '267': 'SK',
  '271': 'TR',
  '272': 'UA',
  '273': 'RU',
  '275': 'LV',
  '276': 'EE',
  '277': 'LT',
  '351': 'PA',
  '538': 'MH',
  '636': 'LR',
};

/** Number of a ship's radio: nine digits, those of its flag first for a ship, behind zeros for groups and coasts. */
export const mmsi: IdentifierKind = {
  kind: 'mmsi',
  normalise(raw) {
    const value = compact(raw).replace(/^MMSI:?/, '');
    const digits = /^(?:00|0|111|98|99|8)?([2-7]\d\d)\d*$/.exec(value)?.[1];
    if (!/^\d{9}$/.test(value) || digits === undefined)
      return formatUnknown(value === '' ? raw.trim() : value);
    const none = because('identifier:noCheckDigit');
    const flag = FLAG_OF[digits];
    return notCheckable(
      value,
      none,
      ...(flag === undefined ? [] : [because('identifier:countryRead', { country: flag })]),
    );
  },
};
