import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const address = new URL('../../../build/installers/production.mjs', import.meta.url);
const { importedNames, productPackages, runtimePackages } = await import(address.href);
const LOCK = {
  '': {},
  'node_modules/a': { dependencies: { b: '1' } },
  'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
  'node_modules/b': {},
  'node_modules/c': {},
  'node_modules/drawn': {},
  'node_modules/tool': { dev: true },
  'node_modules/typed': { devOptional: true },
};

test('takes what is imported with its own nested versions, and no more', () => {
  expect(runtimePackages(LOCK, ['a', 'electron'])).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
  ]);
});

test('an import of a development package stops the build', () => {
  expect(() => runtimePackages(LOCK, ['tool'])).toThrow('"tool"');
  expect(() => runtimePackages(LOCK, ['absent'])).toThrow('"absent"');
  expect(productPackages(LOCK)).not.toContain('node_modules/typed');
});

test('reads the imports of a bundle, also minified and late ones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'iforce-imports-'));
  try {
    const code = [
      'import{x}from"@scope/name/deep.js";',
      "import 'bare';",
      "const late = await import('late');",
      'import "./part.js";import fs from "fs";import path from "node:path";',
      "const bytes = Buffer.from('302a', 'hex');",
      'const sentence = " from " + `"no import"`;',
    ];
    writeFileSync(join(folder, 'index.js'), code.join('\n'));
    expect(importedNames(folder)).toEqual(['@scope/name', 'bare', 'late']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
