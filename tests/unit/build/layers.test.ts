import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A small house in a temporary folder that breaks one rule per pair of files. */
const VIOLATIONS: Record<string, Record<string, string>> = {
  'no-cycles': {
    'src/core/a.ts': "import { b } from './b.ts';\nexport const a: number = b;",
    'src/core/b.ts': "import { a } from './a.ts';\nexport const b: number = a;",
  },
  'core-is-pure': {
    'src/core/a.ts': "import { x } from '../main/x.ts';\nexport const a = x;",
    'src/main/x.ts': 'export const x = 1;',
  },
  'core-has-no-node': {
    'src/core/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
  },
  'contract-knows-core-only': {
    'src/contract/a.ts': "import { x } from '../main/x.ts';\nexport const a = x;",
    'src/main/x.ts': 'export const x = 1;',
  },
  'main-never-imports-renderer': {
    'src/main/a.ts': "import { x } from '../renderer/x.ts';\nexport const a = x;",
    'src/renderer/x.ts': 'export const x = 1;',
  },
  'renderer-knows-core-and-contract': {
    'src/renderer/a.ts': "import { x } from '../main/x.ts';\nexport const a = x;",
    'src/main/x.ts': 'export const x = 1;',
  },
  'viewer-knows-core-and-contract': {
    'src/viewer/a.ts': "import { x } from '../main/x.ts';\nexport const a = x;",
    'src/main/x.ts': 'export const x = 1;',
  },
  'features-meet-at-their-index': {
    'src/renderer/map/a.ts': "import { x } from '../chart/inside.ts';\nexport const a = x;",
    'src/renderer/chart/inside.ts': 'export const x = 1;',
  },
  'shared-rooms-know-no-feature': {
    'src/renderer/ui/a.ts': "import { x } from '../chart/index.ts';\nexport const a = x;",
    'src/renderer/chart/index.ts': 'export const x = 1;',
  },
  'nobody-imports-the-frame': {
    'src/renderer/map/a.ts': "import { x } from '../app/x.ts';\nexport const a = x;",
    'src/renderer/app/x.ts': 'export const x = 1;',
  },
  'electron-in-one-file': { 'src/main/a.ts': "import { app } from 'electron';\nexport const a = app;" },
  'driver-in-the-vault': {
    'src/main/store/a.ts': "import D from 'better-sqlite3-multiple-ciphers';\nexport const a = D;",
  },
  'cytoscape-in-the-chart': { 'src/renderer/map/a.ts': "import c from 'cytoscape';\nexport const a = c;" },
  'leaflet-in-the-map': { 'src/renderer/chart/a.ts': "import l from 'leaflet';\nexport const a = l;" },
  'no-orphan-files': { 'src/core/alone.ts': 'export const alone = 1;' },
};

const projectRoot = dirname(dirname(dirname(import.meta.dirname)));
const cruiser = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
let folder = '';

function cruise(name: string): string {
  const house = join(folder, name);
  const run = spawnSync(
    process.execPath,
    [cruiser, 'src', '--config', 'build/layers.cjs', '--output-type', 'err'],
    {
      cwd: house,
      encoding: 'utf8',
    },
  );
  return `${run.stdout}${run.stderr}`;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'iforce-layers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.keys(VIOLATIONS))('the rule %s catches a violation', (rule) => {
  const house = join(folder, rule);
  mkdirSync(join(house, 'build'), { recursive: true });
  mkdirSync(join(house, 'src/renderer'), { recursive: true });
  cpSync(join(projectRoot, 'build/layers.cjs'), join(house, 'build/layers.cjs'));
  cpSync(join(projectRoot, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'));
  cpSync(join(projectRoot, 'src/renderer/tsconfig.json'), join(house, 'src/renderer/tsconfig.json'));
  symlinkSync(join(projectRoot, 'node_modules'), join(house, 'node_modules'));
  for (const [path, text] of Object.entries(VIOLATIONS[rule] ?? {})) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${text}\n`);
  }
  expect(cruise(rule)).toContain(`error ${rule}:`);
});

test('every rule of the file has its violation here', () => {
  const names = execFileSync(
    process.execPath,
    ['-e', "console.log(require('./build/layers.cjs').forbidden.map((r) => r.name).join(' '))"],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  expect(names.trim().split(' ').sort()).toEqual(Object.keys(VIOLATIONS).sort());
});
