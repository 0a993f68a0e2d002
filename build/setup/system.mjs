import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { run, StepFailed, stamp, stamped } from './step.mjs';

const ELECTRON = join(root, 'node_modules', 'electron');
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'];

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.some((name) => folders.some((folder) => existsSync(join(folder, name))));
}

export function electronBinary() {
  const pathFile = join(ELECTRON, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Electron where its binary is there or can be fetched by its own installer (tried once), else a Chromium. */
export function ensureWindowHost(node, say) {
  if (electronBinary() !== null) return;
  const stampFile = join(cacheFolder, 'electron-tried.stamp');
  const version = readFileSync(join(ELECTRON, 'package.json'), 'utf8');
  if (process.env.CI !== 'true' && !stamped(stampFile, version)) {
    say("set-up: asking Electron's own installer for its binary (once)");
    spawnSync(node, [join(ELECTRON, 'install.js')], { cwd: root, stdio: 'ignore', timeout: 120_000 });
    stamp(stampFile, version);
    if (electronBinary() !== null) return;
    say('set-up: no Electron binary can be had here; the window will be a Chromium');
  }
  if (process.env.IFORCE_CHROMIUM !== undefined || onPath(CHROMIUM_NAMES) || process.platform !== 'linux')
    return;
  installDebian(['chromium'], say);
}

/** The public tools that prove a package can be opened without this program, and the one that sees what is written. */
export function ensureTestTools(say) {
  if (process.platform !== 'linux') return;
  const wanted = ['age', 'minisign', 'unzip', 'strace'].filter((name) => !onPath([name]));
  if (wanted.length > 0) installDebian(wanted, say);
}

function installDebian(packages, say) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath(['apt-get'])) {
    throw new StepFailed(`${packages.join(', ')} is missing. What to do: run as root: ${command}`);
  }
  say(`set-up: installing ${packages.join(', ')} through the system's package manager`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    advice: `see that Debian's packages can be reached, then run: ${command}`,
  };
  run('apt-get', ['update', '-qq'], options);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
