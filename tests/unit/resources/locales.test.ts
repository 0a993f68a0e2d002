import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const PLURALS = /_(zero|one|two|few|many|other)$/;
type Tree = { [key: string]: string | Tree };

function keysOf(language: string): Map<string, string> {
  const folder = join(root, 'resources/locales', language);
  const found = new Map<string, string>();
  const walk = (path: string, tree: Tree): void => {
    for (const [key, value] of Object.entries(tree)) {
      const whole = path.endsWith(':') ? path + key : `${path}.${key}`;
      if (typeof value === 'string') found.set(whole, value);
      else walk(whole, value);
    }
  };
  for (const file of readdirSync(folder)) {
    walk(`${file.replace('.json', '')}:`, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tree);
  }
  return found;
}

const english = keysOf('en');
const base = (key: string): string => key.replace(PLURALS, '');
const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

function sources(): string {
  const texts: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.(ts|tsx|json)$/.test(entry.name)) texts.push(readFileSync(path, 'utf8'));
    }
  };
  walk(join(root, 'src'));
  return texts.join('\n');
}
/** Comments name message keys too; only code counts. */
const code = sources()
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/^\s*\/\/.*$/gm, '');

test.each(['uk', 'ro'])('%s has every message English has, with the same blanks', (language) => {
  const other = keysOf(language);
  const otherBases = new Set([...other.keys()].map(base));
  const missing = [...new Set([...english.keys()].map(base))].filter((key) => !otherBases.has(key));
  expect(missing).toEqual([]);
  const different = [...english].filter(([key, text]) => {
    const theirs = other.get(key);
    return theirs !== undefined && !PLURALS.test(key) && blanks(theirs).join() !== blanks(text).join();
  });
  expect(different.map(([key]) => key)).toEqual([]);
});

test.each(['uk', 'ro'])('%s has no message English does not have', (language) => {
  const bases = new Set([...english.keys()].map(base));
  expect([...keysOf(language).keys()].map(base).filter((key) => !bases.has(key))).toEqual([]);
});

/** Every literal "namespace:path" in the code, templates cut at their first blank. */
const literals = [...code.matchAll(/['"`]([a-z]+:[a-zA-Z][\w.-]*)(\$\{)?/g)];
const namespaces = new Set([...english.keys()].map((key) => key.split(':')[0] ?? ''));

test('every message the code names exists', () => {
  const bases = [...english.keys()].map(base);
  const known = new Set(bases);
  const missing = literals.filter(([, key = '', template]) => {
    const [namespace = ''] = key.split(':');
    if (!namespaces.has(namespace)) return false;
    return template === undefined ? !known.has(key) : !bases.some((one) => one.startsWith(key));
  });
  expect([...new Set(missing.map(([, key]) => key))]).toEqual([]);
});

test('every error the code raises has its sentence', () => {
  const codes = [...code.matchAll(/Failure\(\s*['"`]([a-z]+)\.([\w-]+)['"`]/g)].map(
    ([, room, name]) => `${room}:error.${name}`,
  );
  expect([...new Set(codes)].filter((key) => !english.has(key))).toEqual([]);
});

test('no message is unused', () => {
  const templates = literals.filter(([, , template]) => template !== undefined).map(([, key = '']) => key);
  const used = new Set(
    literals.filter(([, , template]) => template === undefined).map(([, key = '']) => key),
  );
  const unused = [...new Set([...english.keys()].map(base))].filter((key) => {
    if (used.has(key) || templates.some((start) => key.startsWith(start))) return false;
    const error = /^([a-z]+):error\.(.+)$/.exec(key);
    if (error !== null) return !code.includes(`${error[1]}.${error[2]}`) && !code.includes(`'${error[2]}'`);
    const tail = key.split(':')[1] ?? '';
    return !code.includes(`'${tail}'`) && !code.includes(`'${tail.split('.').slice(1).join('.')}'`);
  });
  expect(unused).toEqual([]);
});
