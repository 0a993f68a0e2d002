import { countryOfZone } from '../../core/time/index.ts';

/** Countries and NCBs between commas or blanks, each once, as packages name their recipients. */
export function recipientsOf(text: string): string[] {
  const names = text.split(/[,;\s]+/).filter((name) => name !== '');
  return [...new Set(names.map((name) => name.toLocaleUpperCase('en')))];
}

/** Numbers and plates follow the zone to its country, unless they or a person had said another one. */
export function withZone(
  before: { readonly timeZone: string; readonly country: string },
  timeZone: string,
): { timeZone: string; country?: string } {
  const country = countryOfZone(timeZone);
  const followed = before.country === (countryOfZone(before.timeZone) ?? before.country);
  return country === null || !followed ? { timeZone } : { timeZone, country };
}
