import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import type { ReplyError } from '../contract/method.ts';
import type { Sentence } from '../contract/terms.ts';
import { resourcesFolder } from './places.ts';

export const LANGUAGES = ['en', 'uk', 'ro'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the terminal (LC_ALL, LC_MESSAGES, LANG); English where it is none of ours. */
export function terminalLanguage(environment: NodeJS.ProcessEnv): Language {
  const wanted = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'en';
  return LANGUAGES.find((language) => wanted.toLowerCase().startsWith(language)) ?? 'en';
}

/** The language of `--language uk` or `--language=uk` among the words of a call. */
export function givenLanguage(words: readonly string[]): Language | undefined {
  const at = words.indexOf('--language');
  const joined = words.find((word) => word.startsWith('--language='))?.slice('--language='.length);
  const given = joined ?? (at < 0 ? undefined : words[at + 1]);
  return LANGUAGES.find((language) => language === given);
}

export async function startMessages(language: Language): Promise<void> {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const one of new Set<Language>([language, 'en'])) {
    const folder = join(resourcesFolder, 'locales', one);
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    resources[one] = Object.fromEntries(
      names.map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
    );
  }
  await i18next.init({
    lng: language,
    fallbackLng: 'en',
    resources: resources as never,
    defaultNS: 'cli',
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as never);
}

/** A sentence in a blank is said first, in the same language. */
export function say(key: string, params: Sentence['params'] = {}): string {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? say(value.key, value.params) : value,
  ]);
  return i18next.t(key as never, Object.fromEntries(said) as never) as unknown as string;
}

/** The sentence of an engine error in the language of this command, whatever language the window was last used in. */
export function errorSentence(error: ReplyError): string {
  const key = error.code.replace('.', ':error.');
  return i18next.exists(key) ? say(key, error.params) : error.message;
}
