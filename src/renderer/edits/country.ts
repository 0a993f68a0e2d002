import { COUNTRIES, readCountry } from '../../core/identifiers/countries.ts';
import { KINDS_OF_A_COUNTRY } from '../../core/identifiers/kinds.ts';
import { countryOfZone } from '../../core/time/zone-country.ts';
import { language, useAsk, useDesk, useMessages } from '../workspace/index.ts';

const TRANSNISTRIA = 'MD-SN';

export function hasCountry(kind: string): boolean {
  return KINDS_OF_A_COUNTRY.includes(kind);
}

/**
 * What the country of a new number is at first. A document is not taken for one of the case's country: travellers
 * carry papers of every country, and the country is part of what is compared.
 */
export function firstCountry(kind: string, home: string): string {
  return hasCountry(kind) && kind !== 'document-number' ? home : '';
}

/** The country of the analysis file, else that of the zone the analyst works in; empty where neither tells one. */
export function useHomeCountry(): string {
  const fileId = useDesk((desk) => desk.fileId);
  const file = useAsk('analysisFile.get', fileId === null ? null : { fileId });
  const settings = useAsk('settings.get', {});
  const originator = file.data?.originator.split(/[,;(]/)[0] ?? '';
  return readCountry(originator) ?? countryOfZone(settings.data?.timeZone ?? '') ?? '';
}

/** "Not known" first, then the countries by name. */
export function useCountryChoices(now: string): { value: string; label: string }[] {
  const t = useMessages();
  const codes = [...new Set([...COUNTRIES, ...(now === '' ? [] : [now])])];
  const named = codes.map((value) => ({ value, label: `${nameOf(value, t)} (${value})` }));
  named.sort((one, other) => one.label.localeCompare(other.label, language()));
  return [{ value: '', label: t('edits:countryUnknown') }, ...named];
}

function nameOf(code: string, t: ReturnType<typeof useMessages>): string {
  if (code === TRANSNISTRIA) return t('edits:transnistria');
  return new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code;
}
