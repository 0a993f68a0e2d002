const COUNTRIES: Readonly<Record<string, string>> = {
  'Europe/Kyiv': 'UA',
  'Europe/Kiev': 'UA',
  'Europe/Uzhgorod': 'UA',
  'Europe/Zaporozhye': 'UA',
  'Europe/Chisinau': 'MD',
  'Europe/Tiraspol': 'MD',
  'Europe/Bucharest': 'RO',
  'Europe/Warsaw': 'PL',
  Poland: 'PL',
  'Asia/Tbilisi': 'GE',
  'Europe/Budapest': 'HU',
  'Europe/Bratislava': 'SK',
  'Europe/Tallinn': 'EE',
  'Europe/Riga': 'LV',
  'Europe/Vilnius': 'LT',
  'Europe/Minsk': 'BY',
  'Europe/Moscow': 'RU',
};

/** The country (ISO 3166 alpha-2) whose clock an IANA zone is; null for UTC and zones outside the region. */
export function countryOfZone(zone: string): string | null {
  return COUNTRIES[zone] ?? null;
}
