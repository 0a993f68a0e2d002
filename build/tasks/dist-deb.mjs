// A Debian package from what is already here: this Node, the built program and its production packages.
// Options: --out FOLDER (else dist/), --fast (light compression, for trying it out).
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { command, control, menuEntry, PACKAGE } from '../installers/debian-files.mjs';
import { copyrightText } from '../installers/licences.mjs';
import { importedNames, productPackages, readLock, runtimePackages } from '../installers/production.mjs';
import { signInstallers } from '../installers/sign.mjs';
import { root } from '../setup/paths.mjs';
import { run, StepFailed } from '../setup/step.mjs';

const DRIVER = 'node_modules/better-sqlite3-multiple-ciphers';
const DRIVER_SKIPPED = /^(deps|src|binding\.gyp)(\/|$)/;
const DRIVER_BINARY = /^prebuilds\/(?!linux-x64\.node$)/;
const NOT_SHIPPED = /\.(map|md|d\.ts|d\.mts|d\.cts)$/i;

function put(tree, path, text, mode = 0o644) {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

function shipped(path, source) {
  const inside = relative(join(root, path), source).replaceAll('\\', '/');
  if (inside === 'node_modules' || NOT_SHIPPED.test(inside)) return false;
  return path !== DRIVER || !(DRIVER_SKIPPED.test(inside) || DRIVER_BINARY.test(inside));
}

function putProgram(tree, lock) {
  const home = join(tree, 'opt', PACKAGE);
  mkdirSync(home, { recursive: true });
  copyFileSync(process.execPath, join(home, 'node'));
  for (const part of ['out/main', 'out/renderer', 'out/viewer', 'resources'])
    cpSync(join(root, part), join(home, part), { recursive: true });
  for (const path of runtimePackages(lock, importedNames(join(root, 'out/main'))))
    cpSync(join(root, path), join(home, path), {
      recursive: true,
      filter: (source) => shipped(path, source),
    });
  const { name, productName, version, description, type, main } = about;
  const manifest = { name, productName, version, description, private: true, type, main };
  put(tree, `opt/${PACKAGE}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

function putSystemFiles(tree, lock) {
  put(tree, 'usr/bin/iforce', command('out/main/cli.js'), 0o755);
  put(tree, `usr/bin/${PACKAGE}`, command('out/main/index.js'), 0o755);
  put(tree, `usr/share/applications/${PACKAGE}.desktop`, menuEntry);
  const icon = readFileSync(join(root, 'build/icons', `${PACKAGE}.svg`), 'utf8');
  put(tree, `usr/share/icons/hicolor/scalable/apps/${PACKAGE}.svg`, icon);
  put(tree, `usr/share/doc/${PACKAGE}/copyright`, copyrightText(root, lock, productPackages(lock)));
}

/** Same rights whatever the builder's umask: folders and programs 755, the rest 644. Returns bytes used. */
function settle(path, executables) {
  const state = lstatSync(path);
  if (state.isSymbolicLink()) return 0;
  if (!state.isDirectory()) {
    chmodSync(path, executables.includes(path) ? 0o755 : 0o644);
    return state.size;
  }
  chmodSync(path, 0o755);
  return readdirSync(path).reduce((sum, name) => sum + settle(join(path, name), executables), 0);
}

function buildPackage(out, fast) {
  const tree = mkdtempSync(join(tmpdir(), 'iforce-deb-'));
  try {
    const lock = readLock(root);
    putProgram(tree, lock);
    putSystemFiles(tree, lock);
    const programs = [`opt/${PACKAGE}/node`, 'usr/bin/iforce', `usr/bin/${PACKAGE}`];
    const bytes = settle(
      tree,
      programs.map((path) => join(tree, path)),
    );
    put(tree, 'DEBIAN/control', control({ version: about.version, kibibytes: Math.ceil(bytes / 1024) }));
    const file = join(out, `${PACKAGE}_${about.version}_amd64.deb`);
    const compression = fast ? ['-Zgzip', '-z1'] : ['-Zxz'];
    run('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, file], {
      advice: 'read the lines above; dpkg-deb comes with Debian (package dpkg).',
    });
    return file;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { out: { type: 'string' }, fast: { type: 'boolean' } } });
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
try {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new StepFailed('this package is for Debian on amd64. What to do: make it on such a machine.');
  if (!existsSync(join(root, 'out/main/cli.js')))
    throw new StepFailed('the program is not built. What to do: npm run build');
  const out = resolve(values.out ?? join(root, 'dist'));
  mkdirSync(out, { recursive: true });
  console.log(`installer: ${buildPackage(out, values.fast === true)}`);
  signInstallers(out, (line) => console.log(line));
} catch (error) {
  console.error(`dist:deb failed: ${error.message}`);
  process.exitCode = 1;
}
