/** The country whose clock a zone of the region is; zones of several countries are not here. */
const COUNTRY_OF_ZONE: Readonly<Record<string, string>> = {
  'Europe/Kyiv': 'UA',
  'Europe/Kiev': 'UA',
  'Europe/Chisinau': 'MD',
  'Europe/Bucharest': 'RO',
  'Europe/Warsaw': 'PL',
  'Asia/Tbilisi': 'GE',
  'Europe/Budapest': 'HU',
  'Europe/Bratislava': 'SK',
  'Europe/Tallinn': 'EE',
  'Europe/Riga': 'LV',
  'Europe/Vilnius': 'LT',
  'Europe/Minsk': 'BY',
};

/** ISO 3166 alpha-2 of the country a source in this zone most likely comes from; null where the zone tells none. */
export function countryOfZone(zone: string): string | null {
  return COUNTRY_OF_ZONE[zone] ?? null;
}
