import { effectiveMarking, type HandlingCode } from '../../core/evidence/marking.ts';
import { countryOfZone } from '../../core/time/index.ts';

/** H0 stands alone; H1–H3 combine; with none left it is H0 again. */
export function withHandling(
  before: readonly HandlingCode[],
  code: HandlingCode,
  isOn: boolean,
): HandlingCode[] {
  if (code === 'H0') return isOn ? ['H0'] : [...before];
  const handling = isOn ? [...before, code] : before.filter((one) => one !== code);
  return [...effectiveMarking([{ level: 'official_use', handling }]).handling];
}

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
