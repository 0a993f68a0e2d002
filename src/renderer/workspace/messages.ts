import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Sentence } from '../../contract/terms.ts';

/**
 * The message catalogues (resources/locales/<language>/<namespace>.json, one namespace per room), each language loaded
 * when it is first shown. A key is "namespace:path.to.key".
 */
export const LANGUAGES = ['en', 'uk', 'ro'] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES: Readonly<
  Record<Language, () => Promise<{ default: Record<string, Record<string, unknown>> }>>
> = {
  en: () => import('./catalogues/en.ts'),
  uk: () => import('./catalogues/uk.ts'),
  ro: () => import('./catalogues/ro.ts'),
};

async function namespaces(language: Language): Promise<Record<string, Record<string, unknown>>> {
  const { default: files } = await CATALOGUES[language]();
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path.slice(path.lastIndexOf('/') + 1).replace('.json', ''),
      content,
    ]),
  );
}

export async function startMessages(language: Language): Promise<void> {
  await i18next.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: await namespaces(language) } as never,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export type Translate = (key: string, params?: Sentence['params']) => string;

/** A sentence in a blank is said first, in the same language. */
export const translate: Translate = (key, params = {}) => {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? translate(value.key, value.params) : value,
  ]);
  return i18next.t(key as never, Object.fromEntries(said) as never) as unknown as string;
};

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
  for (const [name, content] of Object.entries(await namespaces(to))) {
    i18next.addResourceBundle(to, name, content);
  }
  await i18next.changeLanguage(to);
}
