import enChecks from '../../resources/locales/en/checks.json';
import enEvidence from '../../resources/locales/en/evidence.json';
import enPackage from '../../resources/locales/en/package.json';
import enTypes from '../../resources/locales/en/types.json';
import enViewer from '../../resources/locales/en/viewer.json';
import roChecks from '../../resources/locales/ro/checks.json';
import roEvidence from '../../resources/locales/ro/evidence.json';
import roPackage from '../../resources/locales/ro/package.json';
import roTypes from '../../resources/locales/ro/types.json';
import roViewer from '../../resources/locales/ro/viewer.json';
import ukChecks from '../../resources/locales/uk/checks.json';
import ukEvidence from '../../resources/locales/uk/evidence.json';
import ukPackage from '../../resources/locales/uk/package.json';
import ukTypes from '../../resources/locales/uk/types.json';
import ukViewer from '../../resources/locales/uk/viewer.json';
import { standInLabel } from '../core/evidence/pseudonyms.ts';
import { moneyText } from '../core/money.ts';

export const LANGUAGES = { en: 'English', uk: 'Українська', ro: 'Română' } as const;
export type Language = keyof typeof LANGUAGES;

const CATALOGUES = {
  en: { viewer: enViewer, package: enPackage, types: enTypes, evidence: enEvidence, checks: enChecks },
  uk: { viewer: ukViewer, package: ukPackage, types: ukTypes, evidence: ukEvidence, checks: ukChecks },
  ro: { viewer: roViewer, package: roPackage, types: roTypes, evidence: roEvidence, checks: roChecks },
};

let language: Language = 'en';

export function currentLanguage(): Language {
  return language;
}

export function setLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next;
}

function found(key: string): string | undefined {
  const [namespace = '', path = ''] = key.split(':');
  let node: unknown = (CATALOGUES[language] as Record<string, unknown>)[namespace];
  for (const part of path.split('.'))
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined;
  return typeof node === 'string' ? node : undefined;
}

/** The sentence of a key like `viewer:tab.cover`; `count` picks the plural form of the language. */
export function t(key: string, params: Record<string, string | number> = {}): string {
  const { count } = params;
  const plural = typeof count === 'number' ? new Intl.PluralRules(language).select(count) : undefined;
  const sentence = (plural === undefined ? undefined : found(`${key}_${plural}`)) ?? found(key) ?? key;
  return sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_whole, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? number(value) : value;
  });
}

export function number(value: number): string {
  return new Intl.NumberFormat(language).format(value);
}

/** ISO date with weekday, to the minute or second, in UTC. */
export function instant(at: number | null, seconds = false): string {
  if (at === null) return '–';
  const iso = new Date(at).toISOString();
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(at);
  return `${iso.slice(0, 10)} ${day} ${iso.slice(11, seconds ? 19 : 16)}`;
}

/** Minor units of a currency as money. */
export function money(minor: number, currency: string): string {
  return moneyText(minor, currency, language);
}

/** A pseudonym in the reader's language: the data hold the English stand-in. */
export function shownLabel(label: string, pseudonym: boolean): string {
  if (!pseudonym) return label;
  return standInLabel(label, (kind) => t(`evidence:standIn.${kind}`));
}
