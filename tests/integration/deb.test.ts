import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFile } from '../../src/main/exchange/minisign.ts';

const PACKAGE = 'iforce-analyst';
const builder = fileURLToPath(new URL('../../build/tasks/dist-deb.mjs', import.meta.url));
const works = (program: string, ...words: string[]) => spawnSync(program, words).status === 0;
const hasDpkg = process.platform === 'linux' && process.arch === 'x64' && works('dpkg-deb', '--version');
const installed = hasDpkg && works('dpkg-query', '-s', PACKAGE);
/** A real installation is tried only where it may be done and nobody's own installation would be removed. */
const mayInstall = hasDpkg && process.getuid?.() === 0 && !installed && works('dpkg', '--audit');

const folder = mkdtempSync(join(tmpdir(), 'iforce deb ї '));
const out = join(folder, 'out');
let file = '';
function run(program: string, words: readonly string[], environment: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C', XDG_CONFIG_HOME: folder, ...environment };
  const done = spawnSync(program, words, { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 });
  return { code: done.status, out: done.stdout, error: `${done.stdout}${done.stderr}` };
}

beforeAll(() => {
  if (!hasDpkg) return;
  const made = run(process.execPath, [builder, '--out', out, '--fast'], { IFORCE_SIGNING_KEY_FILE: '' });
  expect(made.code, made.error).toBe(0);
  expect(made.out).toContain('throw-away');
  file = join(out, readdirSync(out).find((name) => name.endsWith('_amd64.deb')) ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!hasDpkg)('the Debian package (skipped where dpkg-deb or amd64 is missing)', () => {
  it('holds the program, its runtime and only what it needs', () => {
    const lines = run('dpkg-deb', ['-c', file]).out.trim().split('\n');
    expect(lines.filter((line) => !/ root\/root /.test(line))).toEqual([]);
    const paths = lines.map((line) => line.slice(line.indexOf('./') + 1));
    const home = `/opt/${PACKAGE}`;
    const modules = `${home}/node_modules`;
    for (const path of [
      `${home}/node`,
      `${home}/package.json`,
      `${home}/out/main/index.js`,
      `${home}/out/main/worker.js`,
      `${home}/out/renderer/index.html`,
      `${home}/out/viewer/index.html`,
      `${home}/resources/locales/uk/common.json`,
      `${modules}/playwright-core/package.json`,
      '/usr/bin/iforce',
      `/usr/bin/${PACKAGE}`,
      `/usr/share/applications/${PACKAGE}.desktop`,
      `/usr/share/icons/hicolor/scalable/apps/${PACKAGE}.svg`,
      `/usr/share/doc/${PACKAGE}/copyright`,
    ])
      expect(paths).toContain(path);
    const binaries = paths.filter((path) => path.endsWith('.node'));
    expect(binaries).toEqual([`${modules}/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node`]);
    for (const name of ['electron', 'vitest', 'typescript', '@biomejs', '@tabler'])
      expect(paths).not.toContain(`${modules}/${name}/`);
    expect(run('dpkg-deb', ['-f', file, 'Depends']).out).toContain('chromium');
  });

  it('is signed, and its SHA-256 stands in the list', () => {
    const publicLine = readFileSync(join(out, 'signing.pub'), 'utf8').split('\n')[1] ?? '';
    for (const path of [file, join(out, 'SHA256SUMS')])
      expect(verifyFile(publicLine, readFileSync(path), readFileSync(`${path}.minisig`, 'utf8'))).toBe(true);
    const checked = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' });
    expect(checked.stdout).toMatch(/_amd64\.deb: OK/);
  });

  it('works unpacked anywhere: through a link, with foreign Node options, up to a vault', () => {
    const place = join(folder, 'unpacked');
    expect(run('dpkg-deb', ['-x', file, place]).code).toBe(0);
    const link = join(folder, 'iforce-link');
    symlinkSync(join(place, 'usr/bin/iforce'), link);
    const help = run(link, ['--help'], { NODE_OPTIONS: '--require=/absent.cjs' });
    expect(help.code, help.error).toBe(0);
    expect(help.out).toContain('vault');
    const passphrase = join(folder, 'passphrase.txt');
    writeFileSync(passphrase, 'invented passphrase only for this test 83\n');
    const vault = ['--vault', join(folder, 'Справа.vault'), '--passphrase-file', passphrase, '--json'];
    const made = run(link, [...vault, 'vault', 'create']);
    expect(made.code, made.error).toBe(0);
    const listed = run(link, [...vault, 'file', 'list']);
    expect(JSON.parse(listed.out), listed.error).toMatchObject({ files: [] });
  });
});

describe.skipIf(!mayInstall)('installed for real (skipped without root, or where it is installed)', () => {
  const dpkg = (...words: string[]) => run('dpkg', ['--force-unsafe-io', ...words], { PATH: systemPath });
  const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  afterAll(() => {
    if (works('dpkg-query', '-s', PACKAGE)) dpkg('-r', PACKAGE);
  });

  it('installs with dpkg alone, runs, stands in the menu and leaves nothing behind', () => {
    const put = dpkg('--force-depends', '-i', file);
    expect(put.code, put.error).toBe(0);
    const files = run('dpkg', ['-L', PACKAGE]).out.trim().split('\n').slice(1);
    const help = run('/usr/bin/iforce', ['--help'], { PATH: systemPath });
    expect(help.code, help.error).toBe(0);
    const menu = readFileSync(`/usr/share/applications/${PACKAGE}.desktop`, 'utf8');
    const started = /^Exec=(.*)$/m.exec(menu)?.[1] ?? '';
    expect(existsSync(started)).toBe(true);
    const taken = dpkg('-r', PACKAGE);
    expect(taken.code, taken.error).toBe(0);
    const own = files.filter((path) => path.includes('iforce'));
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter((path) => existsSync(path))).toEqual([]);
    expect(existsSync(`/opt/${PACKAGE}`)).toBe(false);
  });
});
