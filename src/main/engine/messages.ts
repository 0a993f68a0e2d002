import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence } from '../../contract/terms.ts';
import type { SettingValues } from './settings.ts';

type Params = Sentence['params'];
type Tree = { readonly [key: string]: string | Tree };

/**
 * Sentences of the message catalogues for the engine's side (errors, rejected rows, shutter labels). The page has the
 * same catalogues in its bundle; the syntax is i18next's `{{name}}`.
 */
export interface Messages {
  sentence(language: SettingValues['language'], key: string, params?: Params): string;
  /** The sentence of an error code: `vault.in-use` is the key `vault:error.in-use`. */
  error(language: SettingValues['language'], code: string, params?: Params): string;
}

export function loadMessages(localesFolder: string): Messages {
  const cache = new Map<string, Tree>();
  function catalogue(language: string, namespace: string): Tree {
    const path = join(localesFolder, language, `${namespace}.json`);
    let tree = cache.get(path);
    if (tree === undefined) {
      tree = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Tree) : {};
      cache.set(path, tree);
    }
    return tree;
  }
  function find(language: string, key: string): string | null {
    const [namespace = '', path = ''] = key.split(':');
    let place: string | Tree | undefined = catalogue(language, namespace);
    for (const part of path.split('.')) place = typeof place === 'object' ? place[part] : undefined;
    return typeof place === 'string' ? place : null;
  }
  function sentence(language: string, key: string, params: Params = {}): string {
    const text = find(language, key) ?? find('en', key) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = params[name] ?? whole;
      return typeof value === 'object' ? sentence(language, value.key, value.params) : String(value);
    });
  }
  return {
    sentence,
    error(language, code, params) {
      const dot = code.indexOf('.');
      return sentence(language, `${code.slice(0, dot)}:error.${code.slice(dot + 1)}`, params);
    },
  };
}
