import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'iforce-electron-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where @electron/fuses finds the switches in a binary: mark, version 1, how many, then '0' or '1' each. */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const SWITCHES = '101100010';

/** No Electron binary can be fetched here: a file with nothing but the switches stands in for it. */
function standIn(): string {
  const dist = join(folder, 'electron');
  mkdirSync(join(dist, 'resources'), { recursive: true });
  mkdirSync(join(dist, 'locales'));
  const binary = Buffer.concat([Buffer.from(MARK), Buffer.from([1, SWITCHES.length]), Buffer.from(SWITCHES)]);
  writeFileSync(join(dist, 'electron'), binary, { mode: 0o755 });
  writeFileSync(join(dist, 'LICENSE'), 'stand-in');
  const about = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  writeFileSync(join(dist, 'version'), about.version);
  return dist;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly unpacked?: boolean;
  readonly integrity?: object;
}
/** The list at the head of an asar archive: its length stands at byte 12. */
function archive(path: string): (inside: string) => Entry | undefined {
  const bytes = readFileSync(path);
  const head: Entry = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  return (inside) => inside.split('/').reduce<Entry | undefined>((entry, name) => entry?.files?.[name], head);
}

it.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'electron-builder lays the program out around a stand-in binary (skipped off linux-x64)',
  () => {
    const out = join(folder, 'out');
    const builder = join(root, 'node_modules/electron-builder/cli.js');
    const words = ['--config', 'build/electron-builder.config.mjs', '--linux', 'dir'];
    const folders = [`-c.electronDist=${standIn()}`, `-c.directories.output=${out}`];
    const done = spawnSync(process.execPath, [builder, ...words, ...folders], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(done.status, done.stdout + done.stderr).toBe(0);

    const home = join(out, 'linux-unpacked');
    const switches = readFileSync(join(home, 'iforce-analyst'), 'latin1').slice(-SWITCHES.length);
    expect(switches).toBe('000011000');

    const find = archive(join(home, 'resources/app.asar'));
    for (const path of [
      'out/main/index.js',
      'out/preload/electron-preload.cjs',
      'resources/locales/uk/common.json',
    ])
      expect(find(path)?.integrity, path).toBeDefined();
    for (const path of [
      'node_modules/vitest',
      'node_modules/electron',
      'node_modules/@tabler',
      'src',
      'tests',
    ])
      expect(find(path), path).toBeUndefined();
    const driver = 'node_modules/better-sqlite3-multiple-ciphers';
    expect(find(`${driver}/prebuilds/linux-x64.node`)?.unpacked).toBe(true);
    const beside = join(home, 'resources/app.asar.unpacked');
    expect(existsSync(join(beside, driver, 'prebuilds/linux-x64.node'))).toBe(true);
    expect(readdirSync(join(beside, 'node_modules'))).toEqual(['better-sqlite3-multiple-ciphers']);
  },
);
