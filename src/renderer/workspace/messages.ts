import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/**
 * The message catalogues (resources/locales/<language>/<namespace>.json, one namespace per room), all three
 * languages in the bundle so that switching needs no request. A key is "namespace:path.to.key".
 */
export const LANGUAGES = ['en', 'uk', 'ro'] as const;
export type Language = (typeof LANGUAGES)[number];

const files = import.meta.glob<Record<string, unknown>>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

function resources(): Record<string, Record<string, Record<string, unknown>>> {
  const found: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, content] of Object.entries(files)) {
    const [language, file] = path.split('/').slice(-2);
    if (language === undefined || file === undefined) continue;
    found[language] ??= {};
    found[language][file.replace('.json', '')] = content;
  }
  return found;
}

export async function startMessages(language: Language): Promise<void> {
  await i18next.init({
    lng: language,
    fallbackLng: 'en',
    resources: resources() as never,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export const translate: Translate = (key, params) =>
  i18next.t(key as never, params as never) as unknown as string;

const ofLanguage = new Map<string, Translate>();

/** The translate function, another one for each language: what is remembered by it is made anew on a switch. */
export function useMessages(): Translate {
  const name = useSyncExternalStore(subscribe, () => i18next.language);
  const found = ofLanguage.get(name) ?? ((key, params) => translate(key, params));
  ofLanguage.set(name, found);
  return found;
}
export function language(): Language {
  return i18next.language as Language;
}
export async function switchLanguage(to: Language): Promise<void> {
  await i18next.changeLanguage(to);
}
