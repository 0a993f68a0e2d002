/** The zones of the region, as a person looks for them first. */
export const NEAR_ZONES = [
  'Europe/Chisinau',
  'Europe/Kyiv',
  'Europe/Bucharest',
  'Europe/Warsaw',
  'Europe/Budapest',
  'UTC',
];

/** "UTC+2 Chisinau": the distance to UTC now, which matters most and is never cut, then the city. */
export function zoneWords(zone: string): string {
  if (zone === 'UTC') return zone;
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts();
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
  return `${offset} ${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')}`;
}
